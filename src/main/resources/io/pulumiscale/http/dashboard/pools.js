// A card for each pool.
import { Chart } from './chart.js';
import { $, fill, h, keyed, text } from './dom.js';
import { ago, left, now, when } from './time.js';

const charts = new Map();
let range = 'PT6H';

const visible = new IntersectionObserver((all) => all.filter((it) => it.isIntersecting).forEach((it) => chartOf(it.target)?.seen(range)), {
  rootMargin: '200px',
});
const resized = new ResizeObserver((all) => all.forEach((it) => chartOf(it.target)?.draw()));

/** None for a card that is no longer there, which is told of its last size too. */
const chartOf = (element) => charts.get(element.closest('[data-pool]').dataset.pool);

/** @param act has `scale(pool)`, `pause(pool)` and `resume(pool)` */
export function show(pools, filter, act) {
  const shown = pools.filter((it) => it.name.includes(filter));
  keyed($('pools'), shown, (it) => it.name, (it) => card(it, act), update);
  const names = new Set(shown.map((it) => it.name));
  [...charts.keys()].filter((it) => !names.has(it)).forEach((it) => charts.delete(it));
  $('no-pools').hidden = shown.length > 0;
  text($('no-pools'), pools.length === 0 ? 'There are none that this token may see.' : 'No pool has this in its name.');
  text($('pools-sum'), sum(pools));
}

function sum(pools) {
  const firing = pools.reduce((all, it) => all + it.firing.filter((alert) => alert.counts).length, 0);
  return `${pools.length} · ${firing === 0 ? 'nothing fires' : firing === 1 ? '1 alert fires' : `${firing} alerts fire`}`;
}

export function over(other) {
  range = other;
  document.querySelectorAll('#pools .plot').forEach((it) => visible.unobserve(it));
  document.querySelectorAll('#pools .plot').forEach((it) => visible.observe(it)); // tells anew who is seen
}

export const redraw = () => charts.forEach((it) => it.redraw());
export const reload = () => charts.forEach((it) => it.load());
export const draw = () => charts.forEach((it) => it.draw());

function card(pool, act) {
  const chart = new Chart(pool);
  charts.set(pool.name, chart);
  visible.observe(chart.canvas);
  resized.observe(chart.canvas);
  const title = `pool-${pool.name}`;
  const button = (word, does) =>
    h('button', { type: 'button', class: word.toLowerCase(), onclick: () => does(pool.name) }, word, h('span', { class: 'unseen' }, ` ${pool.name}`));
  return h(
    'li',
    { data: { pool: pool.name } },
    h(
      'article',
      { aria: { labelledby: title } },
      h('div', { class: 'head' }, h('h3', { id: title }, pool.name), h('span', { class: 'kind' }), h('ul', { class: 'flags' })),
      h('div', { class: 'size' }, h('p', { class: 'number' }), meter(pool), h('p', { class: 'bounds' })),
      chart.element,
      h('ul', { class: 'facts' }),
      h('p', { class: 'last' }),
      h('div', { class: 'acts' }, button('Scale', act.scale), button('Pause', act.pause), button('Resume', act.resume)),
    ),
  );
}

function meter(pool) {
  return h('div', { class: 'meter', role: 'meter', aria: { label: `Size of ${pool.name}`, valuenow: '0', valuemin: '0', valuemax: '1' } }, h('span', { class: 'is' }), h('span', { class: 'wanted' }));
}

function update(element, pool) {
  const find = (selector) => element.querySelector(selector);
  charts.get(pool.name).update(pool);
  text(find('.kind'), pool.kind);
  size(element, pool, find);
  fill(find('.flags'), flags(pool), () => flags(pool).map(([level, word]) => h('li', { class: level }, word)));
  fill(find('.facts'), [pool.firing, pool.cooldown, pool.backoff, pool.paused, pool.declined, pool.waitingIntents, running(pool)], () => facts(pool));
  fill(find('.last'), pool.lastDecision, () => last(pool.lastDecision));
  find('button.resume').hidden = pool.paused.words.length === 0;
  find('button.pause').hidden = pool.paused.now === 'all';
}

function size(element, pool, find) {
  const { currentSize: is, desiredSize: wanted, bounds } = pool;
  const moving = wanted !== null && wanted !== is;
  fill(find('.number'), [is, wanted], () => [
    h('strong', {}, is ?? '?'),
    moving && h('span', { class: 'to' }, h('span', { aria: { hidden: 'true' } }, '→'), h('span', { class: 'unseen' }, 'to be '), wanted),
  ]);
  const configured = pool.minSize !== bounds.min || pool.maxSize !== bounds.max;
  text(find('.bounds'), `${bounds.min} to ${bounds.max}${configured ? `, configured ${pool.minSize} to ${pool.maxSize}` : ''}`);
  const bar = find('.meter');
  const part = (it) => `${(100 * Math.min(1, Math.max(0, (it - bounds.min) / Math.max(1, bounds.max - bounds.min)))).toFixed(1)}%`;
  bar.style.setProperty('--is', part(is ?? bounds.min));
  bar.style.setProperty('--wanted', part(wanted ?? is ?? bounds.min));
  bar.classList.toggle('moving', moving);
  Object.entries({ valuenow: is ?? bounds.min, valuemin: Math.min(bounds.min, is ?? bounds.min), valuemax: Math.max(bounds.max, is ?? 0) })
    .forEach(([what, it]) => bar.setAttribute(`aria-${what}`, it));
  bar.setAttribute('aria-valuetext', is === null ? 'not known' : `${is} of ${bounds.min} to ${bounds.max}`);
}

function flags(pool) {
  return [
    pool.stalled && ['bad', 'stalled'],
    pool.stale && ['warn', 'stale'],
    pool.approval !== null && ['warn', 'approval wanted'],
    pool.declined && isYet(pool.declined.until) && ['info', 'declined'],
    pool.paused.now !== 'none' && ['info', pool.paused.now === 'all' ? 'paused' : `paused ${pool.paused.now}`],
    pool.currentSize !== null && pool.currentSize >= pool.bounds.max && ['warn', 'at max'],
  ].filter(Boolean);
}

/** Which of its restraints are not over: those that are leave the card by themselves. */
function running(pool) {
  return [
    ...[pool.cooldown, pool.backoff].map((it) => ['out', 'in'].filter((way) => it[way] && isYet(it[way]))),
    Boolean(pool.declined && isYet(pool.declined.until)),
  ];
}

const isYet = (end) => Date.parse(end) > now();

function facts(pool) {
  const [cooldowns, backoffs, declined] = running(pool);
  const held = (word, ends, ways) => ways.map((way) => h('li', {}, h('span', { class: 'what' }, `${word} ${way}`), left(ends[way])));
  return [
    pool.firing.map(alert),
    held('cooldown', pool.cooldown, cooldowns),
    held('backoff', pool.backoff, backoffs),
    pool.paused.words.map((it) =>
      h('li', {}, h('span', { class: 'what' }, `paused ${it.direction}`), it.by && `by ${it.by}`, it.by && it.reason && ': ', it.reason, ' ', ago(it.since))),
    pool.paused.configured !== 'none' && h('li', {}, h('span', { class: 'what' }, 'paused'), `${pool.paused.configured}, by the configuration`),
    declined && no(pool.declined),
    pool.waitingIntents > 0 && h('li', {}, h('span', { class: 'what' }, 'waiting'), pool.waitingIntents === 1 ? '1 intent' : `${pool.waitingIntents} intents`),
  ];
}

/** Until when alerts do not ask for it again. */
function no({ from, to, by, reason, until }) {
  return h('li', {}, h('span', { class: 'what' }, 'declined'), `${from}→${to}`, by && ` by ${by}`, reason && `: ${reason}`, ' ', h('span', { class: 'soft' }, left(until)));
}

function alert(it) {
  return h(
    'li',
    { class: it.counts ? 'firing' : 'firing over' },
    h('span', { class: 'what' }, it.counts ? 'firing' : 'was firing'),
    h('strong', {}, nameOf(it)),
    ` ${it.change} `,
    h('span', { class: 'soft' }, `${it.source}, `, ago(it.since)),
  );
}

/** Reasons are written for updates: what an alert asks for, and that it fires, is told beside. */
function nameOf({ reason, change }) {
  const end = `, ${change}`;
  return (reason.endsWith(end) ? reason.slice(0, -end.length) : reason).replace(/ firing$/, '');
}

function last(decision) {
  if (!decision) return ['Nothing was decided yet.'];
  const change = decision.type === 'resize' ? `${decision.from}→${decision.to}` : `stays ${decision.to}`;
  return [h('strong', {}, change), ` ${decision.reason} `, h('span', { class: 'soft' }, when(decision.at))];
}
