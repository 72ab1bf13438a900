// Updates of the stack: how each ended, how long it took, and where it is in the stack's history.
import { $, h, keyed } from './dom.js';
import { took, when } from './time.js';

const WORDS = {
  PENDING: ['moving', 'planned'],
  RUNNING: ['moving', 'running'],
  SUCCEEDED: ['good', 'succeeded'],
  FAILED: ['bad', 'failed'],
  STALLED: ['bad', 'stalled'],
  WITHDRAWN: ['soft', 'withdrawn'],
};

const cell = (name, ...children) => h('td', { role: 'cell', class: name }, ...children);

export function show(model) {
  const updates = model.latestUpdates();
  const key = (it) => JSON.stringify([it, model.progress.get(it.id) ?? null, model.scaler.stackPage]);
  keyed($('updates'), updates, key, (it) => row(it, model));
  $('no-updates').hidden = updates.length > 0;
}

/** A word and what belongs to it. */
export function state(update, model) {
  const [level, word] = WORDS[update.status] ?? ['soft', update.status.toLowerCase()];
  return [h('span', { class: `state ${level}` }, word), stage(model.progress.get(update.id))];
}

function stage(progress) {
  return progress && progress.stage !== 'begun'
    ? h('span', { class: 'soft' }, ` ${progress.stage === 'notResized' ? 'not resized' : progress.stage} ${progress.pool ?? ''}`)
    : null;
}

function row(update, model) {
  return h(
    'tr',
    { role: 'row' },
    cell('when', when(update.endedAt ?? update.startedAt ?? update.plannedAt)),
    cell('reason', ...state(update, model), ` ${update.message}`, update.problem && h('p', { class: 'trouble' }, update.problem)),
    cell('took', update.seconds === null ? '' : took(update.seconds)),
    cell('tries', h('span', { class: 'unseen' }, 'tries: '), String(update.attempts)),
    cell('version', version(update, model.scaler.stackPage)),
  );
}

/** Its number in the stack's history; a backend of files gives none. */
function version({ stackVersion: number }, page) {
  if (number === null) return h('span', { class: 'soft' }, '–');
  const text = `#${number}`;
  return isWeb(page)
    ? h('a', { href: `${page}/updates/${number}`, target: '_blank', rel: 'noopener noreferrer', aria: { label: `${text} in the stack's history, in a new tab` } }, text)
    : text;
}

/** A link to anything else would run what it says. */
const isWeb = (url) => /^https?:\/\/[^/]/.test(url ?? '');
