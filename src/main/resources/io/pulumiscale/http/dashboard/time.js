// Times by the server's clock, as people say them. What says how long ago or how long yet goes on by itself.
import { h, text } from './dom.js';

let ahead = 0;

/** The server's clock, to the second, by what it says in its answers. */
export function learn(dateHeader) {
  const server = Date.parse(dateHeader ?? '');
  if (!Number.isNaN(server) && Math.abs(server - Date.now() - ahead) > 1500) ahead = server + 500 - Date.now();
}

export const now = () => Date.now() + ahead;

const two = (number) => String(number).padStart(2, '0');
const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });

export function clock(date) {
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** 40 s, 3 min, 2 h. */
export function span(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** 0:07, 4:12, 1:04:12. */
export function countdown(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** How long an update took, from its seconds. */
export function took(seconds) {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

const said = {
  ago: (at) => (now() - at < 2000 ? 'just now' : `${span(now() - at)} ago`),
  when: (at) => (now() - at < 86_400_000 ? said.ago(at) : `${day.format(at)} ${clock(new Date(at))}`),
  left: (at) => countdown(at - now()),
};

function at(kind, time) {
  const element = h('time', { datetime: time, data: { said: kind }, title: full.format(new Date(time)) });
  element.textContent = said[kind](Date.parse(time));
  return element;
}

/** An element that says how long ago it was. */
export const ago = (time) => at('ago', time);
/** The same; what is a day old has its date. */
export const when = (time) => at('when', time);
/** An element that counts down. */
export const left = (time) => at('left', time);

/** The time of day of what was long ago too. */
export function moment(time) {
  const date = new Date(time);
  return `${day.format(date)} ${clock(date)}:${two(date.getSeconds())}`;
}

export function tick() {
  document.querySelectorAll('time[data-said]').forEach((it) => {
    text(it, said[it.dataset.said](Date.parse(it.dateTime)));
  });
}
