// What a person can do: scale, after seeing what would be decided; pause and resume; approve and decline.
import { post } from './api.js';
import { ask, cancel, choice, chosen, dismiss, field } from './dialog.js';
import { announce, h, text } from './dom.js';

const path = (pool) => encodeURIComponent(pool);
let by = ''; // who sits here, said once

/** The same request sent twice, after a broken connection say, is done once. */
function key() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((it) => it.toString(16).padStart(2, '0')).join('');
}

/** Does it, with the button out of reach meanwhile, and shows what is refused. */
async function doing(button, outcome, what) {
  button.disabled = true;
  try {
    await what();
  } catch (e) {
    outcome.className = 'outcome bad';
    text(outcome, e.message + (e.retryAfter ? ` Try again in ${e.retryAfter} s.` : ''));
  } finally {
    button.disabled = false;
  }
}

/** @param taken is called with the intent that the request has become */
export function scale(pool, taken) {
  const idempotency = { 'Idempotency-Key': key() };
  const value = h('input', { type: 'number', step: 1, value: 1, required: true, autofocus: true, oninput: changed });
  const reason = h('input', { type: 'text', maxlength: 200, oninput: changed });
  const outcome = h('p', { class: 'outcome', role: 'status' });
  const preview = h('button', { type: 'submit', class: 'chief' }, 'See what would be decided');
  const go = h('button', { type: 'button', class: 'chief', hidden: true, onclick: send });
  const body = () => ({ action: chosen('action'), value: value.valueAsNumber, ...(reason.value.trim() && { reason: reason.value.trim() }) });

  function changed(event) {
    if (event.target.name === 'action') value.value = event.target.value === 'set' ? (pool.currentSize ?? pool.minSize) : 1;
    go.hidden = true;
    preview.hidden = false;
    outcome.className = 'outcome';
    text(outcome, '');
  }

  const look = () =>
    doing(preview, outcome, async () => {
      const { decisions } = await post(`scale/${path(pool.name)}?dryRun=true`, body());
      const it = decisions[0];
      outcome.className = it.type === 'resize' ? 'outcome good' : 'outcome warn';
      text(outcome, told(it));
      text(go, it.type === 'resize' ? `Scale ${pool.name} ${it.from}→${it.to}` : it.type === 'approval' ? 'Ask for approval' : 'Send it all the same');
      preview.hidden = true;
      go.hidden = false;
      go.focus();
    });

  function send() {
    return doing(go, outcome, async () => {
      const { accepted, duplicates } = await post(`scale/${path(pool.name)}`, body(), idempotency);
      dismiss();
      taken((accepted[0] ?? duplicates[0]));
    });
  }

  ask(
    `Scale ${pool.name}`,
    look,
    h('p', { class: 'soft' }, `It is ${pool.currentSize ?? 'not known'}, and may be ${pool.bounds.min} to ${pool.bounds.max}.`),
    choice('action', 'How', [['delta', 'by a number'], ['set', 'to a size'], ['percent', 'by percent']], changed),
    field('scale-value', 'Number', value),
    field('scale-reason', 'Reason, for the stack\'s history', reason),
    outcome,
    h('p', { class: 'buttons' }, preview, go, cancel()),
  );
  value.select();
}

function told(it) {
  if (it.type === 'resize') return `${it.pool} ${it.from}→${it.to}: ${it.reason}`;
  if (it.type === 'approval') return `${it.pool} ${it.from}→${it.to} would wait for approval: ${it.reason}`;
  if (it.type === 'hold') return `${it.pool} would stay at ${it.to}: ${it.reason}`;
  return it.reason;
}

export function pause(pool) {
  const reason = h('input', { type: 'text', maxlength: 200 });
  const who = h('input', { type: 'text', maxlength: 100, value: by });
  const outcome = h('p', { class: 'outcome', role: 'status' });
  const go = h('button', { type: 'submit', class: 'chief' }, `Pause ${pool.name}`);
  const send = () =>
    doing(go, outcome, async () => {
      by = who.value.trim();
      await post(`pools/${path(pool.name)}/pause`, { direction: chosen('direction'), reason: reason.value.trim(), by });
      dismiss();
      announce(`${pool.name} is paused`);
    });
  ask(
    `Pause ${pool.name}`,
    send,
    h('p', { class: 'soft' }, 'Alerts and schedules leave it alone until somebody resumes it. People still scale it.'),
    choice('direction', 'Which way', [['all', 'both'], ['out', 'out'], ['in', 'in']]),
    field('pause-reason', 'Reason', reason),
    field('pause-by', 'By', who),
    outcome,
    h('p', { class: 'buttons' }, go, cancel()),
  );
}

export function resume(pool) {
  const outcome = h('p', { class: 'outcome', role: 'status' });
  const go = h('button', { type: 'submit', class: 'chief', autofocus: true }, `Resume ${pool.name}`);
  const words = pool.paused.words.map((it) => `${it.direction}${it.by && `, by ${it.by}`}${it.reason && `: ${it.reason}`}`);
  const send = () =>
    doing(go, outcome, async () => {
      const { paused } = await post(`pools/${path(pool.name)}/resume`, { direction: 'all' });
      dismiss();
      announce(paused.now === 'none' ? `${pool.name} is resumed` : `${pool.name} stays paused by its configuration`);
    });
  ask(
    `Resume ${pool.name}`,
    send,
    h('p', {}, `Paused ${words.join('; ')}.`),
    pool.paused.configured !== 'none' && h('p', { class: 'soft' }, `The configuration goes on pausing it: ${pool.paused.configured}.`),
    outcome,
    h('p', { class: 'buttons' }, go, cancel()),
  );
}

export function approve(approval) {
  const outcome = h('p', { class: 'outcome', role: 'status' });
  const what = `${approval.pool} ${approval.from}→${approval.to}`;
  const go = h('button', { type: 'submit', class: 'chief', autofocus: true }, `Approve ${what}`);
  const send = () =>
    doing(go, outcome, async () => {
      await post(`approvals/${approval.id}`, {});
      dismiss();
      announce(`${what} is approved`);
    });
  ask(
    `Approve ${what}?`,
    send,
    h('p', {}, approval.reason),
    h('p', { class: 'soft' }, 'The word cannot be taken back.'),
    outcome,
    h('p', { class: 'buttons' }, go, cancel()),
  );
}

export function decline(approval) {
  const reason = h('input', { type: 'text', maxlength: 200, autofocus: true });
  const who = h('input', { type: 'text', maxlength: 100, value: by });
  const outcome = h('p', { class: 'outcome', role: 'status' });
  const what = `${approval.pool} ${approval.from}→${approval.to}`;
  const go = h('button', { type: 'submit', class: 'chief' }, `Decline ${what}`);
  const send = () =>
    doing(go, outcome, async () => {
      by = who.value.trim();
      await post(`approvals/${approval.id}/decline`, { reason: reason.value.trim(), by });
      dismiss();
      announce(`${what} is declined`);
    });
  ask(
    `Decline ${what}?`,
    send,
    h('p', {}, approval.reason),
    h('p', { class: 'soft' }, 'The pool stays as it is, and alerts that go on do not ask again for a while. People may.'),
    field('decline-reason', 'Reason', reason),
    field('decline-by', 'By', who),
    outcome,
    h('p', { class: 'buttons' }, go, cancel()),
  );
}
