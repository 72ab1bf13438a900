// Resizes that wait for a person's word.
import { $, h, keyed } from './dom.js';
import { ago, left } from './time.js';

/** @param act has `approve(approval)` and `decline(approval)` */
export function show(approvals, act) {
  $('approvals').hidden = approvals.length === 0;
  keyed($('approval-list'), approvals, (it) => it.id, (it) => row(it, act));
}

function row(it, { approve, decline }) {
  const what = `${it.pool} ${it.from}→${it.to}`;
  return h(
    'li',
    { data: { approval: it.id } },
    h('p', {}, h('strong', {}, what), ` ${it.reason}`),
    h('p', { class: 'soft' }, 'asked ', ago(it.askedAt), ', expires in ', left(it.expiresAt)),
    h(
      'div',
      { class: 'acts' },
      h('button', { type: 'button', onclick: () => decline(it) }, 'Decline', h('span', { class: 'unseen' }, ` ${what}`)),
      h('button', { type: 'button', class: 'chief', onclick: () => approve(it) }, `Approve ${what}`),
    ),
  );
}
