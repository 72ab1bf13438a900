// Resizes that wait for a person's word.
import { $, h, keyed } from './dom.js';
import { ago, left } from './time.js';

/** @param approve is called with an approval */
export function show(approvals, approve) {
  $('approvals').hidden = approvals.length === 0;
  keyed($('approval-list'), approvals, (it) => it.id, (it) => row(it, approve));
}

function row(it, approve) {
  const name = `Approve ${it.pool} ${it.from}→${it.to}`;
  return h(
    'li',
    { data: { approval: it.id } },
    h('p', {}, h('strong', {}, `${it.pool} ${it.from}→${it.to}`), ` ${it.reason}`),
    h('p', { class: 'soft' }, 'asked ', ago(it.askedAt), ', expires in ', left(it.expiresAt)),
    h('button', { type: 'button', class: 'chief', onclick: () => approve(it) }, name),
  );
}
