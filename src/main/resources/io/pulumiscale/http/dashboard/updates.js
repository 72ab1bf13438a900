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
  const key = (it) => JSON.stringify([it, model.progress.get(it.id) ?? null]);
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
    cell('version', version(update)),
  );
}

/** Its number in the stack's history; a backend of files gives none. */
function version(update) {
  return update.stackVersion === null ? h('span', { class: 'soft' }, '–') : `#${update.stackVersion}`;
}
