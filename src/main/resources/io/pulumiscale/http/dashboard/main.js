// Puts the page together: events change the model, and what shows it follows.
import * as actions from './actions.js';
import { get, use } from './api.js';
import * as approvals from './approvals.js';
import * as banner from './banner.js';
import * as door from './door.js';
import { $, announce, text } from './dom.js';
import * as decisions from './history.js';
import { Model } from './model.js';
import * as pools from './pools.js';
import { Stream } from './stream.js';
import * as theme from './theme.js';
import { span, tick } from './time.js';
import * as updates from './updates.js';

const PATIENCE = 2000; // a connection that is back by then was hardly gone
const LONG_GONE = 60_000;
const FRAME = 30;

let model = new Model();
let stream;
let connection = {};
let older = null;
let drawing = false;
const asked = new Map();

const act = {
  scale: (name) => actions.scale(model.pools.get(name), taken),
  pause: (name) => actions.pause(model.pools.get(name)),
  resume: (name) => actions.resume(model.pools.get(name)),
};

/** At most once in a while, whatever comes; in a hidden page too, for the sake of its title. */
function show() {
  if (drawing) return;
  drawing = true;
  setTimeout(() => {
    drawing = false;
    if (!$('board').hidden) render();
  }, FRAME);
}

function render() {
  const filter = $('filter').value.trim().toLowerCase();
  connected();
  banner.show(model, connection, [...asked.values()]);
  approvals.show(model.approvals, actions);
  pools.show([...model.pools.values()], filter, act);
  decisions.show(model.decisions(), filter, $('holds').checked, model);
  updates.show(model);
  $('older').hidden = older === null;
}

function connected() {
  const state = connection.live ? 'live' : 'gone';
  $('connection').dataset.state = state;
  text($('connection-text'), connection.live ? 'live' : connection.heard ? `last heard ${span(Date.now() - connection.heard)} ago` : 'connecting');
}

function take(name, data) {
  model.take(name, data).forEach(announce);
  if (name === 'decision') data.asked.forEach((it) => asked.delete(it.intent));
  if (name === 'snapshot' && connection.away > LONG_GONE) pools.reload();
  show();
}

/** A request of this page: it is told what it waits for until it is decided. */
function taken({ intent, pool, change }) {
  const decided = [...model.entries.values()].some((it) => it.asked.some((one) => one.intent === intent));
  if (decided) return;
  asked.set(intent, { key: intent, level: 'info', what: `${pool} ${change} is taken in.`, extra: { detail: 'It waits to be decided.' } });
  show();
  setTimeout(() => follow(intent), 3000);
}

async function follow(intent) {
  const notice = asked.get(intent);
  if (!notice) return;
  try {
    const story = await get(`intents/${encodeURIComponent(intent)}`);
    if (story.state !== 'waiting') asked.delete(intent);
    else notice.extra = { detail: story.why ?? 'It waits to be decided.' };
  } catch {
    asked.delete(intent);
  }
  show();
  if (asked.has(intent)) setTimeout(() => follow(intent), 5000);
}

async function history(before) {
  try {
    const { entries, next } = await get(`history?limit=100${before ? `&before=${before}` : ''}`);
    model.remember(entries);
    older = next;
  } catch (e) {
    announce(e.message);
  }
  show();
}

function listen() {
  stream = new Stream({
    event: take,
    heard: () => (connection.heard = Date.now()),
    state: connectionIs,
    out: (refused) => leave(refused.status === 401 ? 'This token is not valid any more.' : refused.message),
  });
  stream.open();
}

function connectionIs({ live, problem }) {
  if (live) {
    connection = { live, heard: Date.now(), away: connection.gone ? Date.now() - connection.gone : 0 };
  } else {
    const gone = connection.gone ?? Date.now();
    connection = { live, gone, heard: connection.heard, problem: problem?.status === undefined ? '' : problem.message, retry: () => stream.open() };
    connection.since = connection.problem || Date.now() - gone > PATIENCE;
  }
  show();
}

function opened(status) {
  model = new Model();
  connection = {};
  model.take('scaler', status);
  $('door').hidden = true;
  $('board').hidden = false;
  $('connection').hidden = false;
  $('leave').hidden = false;
  $('main').focus();
  history();
  listen();
}

function leave(why) {
  stream?.close();
  model = new Model();
  asked.clear();
  older = null;
  render();
  if ($('dialog').open) $('dialog').close();
  $('connection').hidden = true;
  $('leave').hidden = true;
  document.title = 'PulumiScale';
  door.close(why);
}

function everySecond() {
  if ($('board').hidden) return;
  if (connection.gone && Date.now() - connection.gone > PATIENCE) connection.since = true;
  tick();
  show();
}

$('leave').addEventListener('click', () => leave(''));
$('filter').addEventListener('input', show);
$('holds').addEventListener('change', show);
$('older').addEventListener('click', () => history(older));
$('range').addEventListener('change', (event) => pools.over(event.target.value));
document.addEventListener('keydown', (event) => {
  const writing = event.target.matches('input, textarea, select') || $('dialog').open || $('board').hidden;
  if (event.key !== '/' || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  $('filter').focus();
});
setInterval(everySecond, 1000);
setInterval(pools.draw, 10_000);
theme.start(pools.redraw);
door.start(opened);
use('');
