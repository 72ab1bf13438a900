// Decisions with their reasons, the newest first.
import { $, h, keyed } from './dom.js';
import { when } from './time.js';
import { state } from './updates.js';

const cell = (name, ...children) => h('td', { role: 'cell', class: name }, ...children);

/** @param holds whether decisions to stay are shown too */
export function show(entries, filter, holds, model) {
  const shown = entries.filter((it) => it.pool.includes(filter) && (holds || it.type === 'resize'));
  const key = (it) => `${it.id} ${it.update?.status ?? ''} ${it.update?.attempts ?? ''} ${it.update?.problem ?? ''}`;
  keyed($('decisions'), shown, key, (it) => row(it, model));
  $('no-decisions').hidden = shown.length > 0;
}

function row(entry, model) {
  const change = entry.type === 'resize' ? `${entry.from}→${entry.to}` : `stays ${entry.to}`;
  return h(
    'tr',
    { role: 'row', class: entry.type },
    cell('when', when(entry.at)),
    cell('pool', entry.pool),
    cell('change', change),
    cell('reason', entry.reason, h('span', { class: 'soft' }, sources(entry))),
    cell('became', ...(entry.update ? state(entry.update, model) : [])),
  );
}

/** By whom, where the reason alone does not say it. */
function sources(entry) {
  const all = [...new Set(entry.asked.map((it) => it.source))];
  return all.length === 0 ? '' : ` ${all.join(', ')}`;
}
