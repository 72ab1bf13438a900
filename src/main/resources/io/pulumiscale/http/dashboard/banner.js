// What keeps the scaler from its work, or this page from seeing it, in the order in which it matters.
import { $, announce, h, keyed, text } from './dom.js';
import { span } from './time.js';

const MARKS = { bad: '■', warn: '▲', info: '●' };

const names = (pools) => pools.map((it) => it.name).join(', ');

/** @param connection as the stream tells it, and `heard`, by the page's own clock */
function scalerNotices(model, connection) {
  const notices = [];
  const add = (key, level, what, extra) => notices.push({ key, level, what, extra });
  if (!connection.live && connection.since) {
    add('disconnected', 'bad', 'Not connected to the scaler: what is shown may be old.', {
      detail: connection.problem,
      heard: connection.heard,
      retry: connection.retry,
    });
  }
  if (model.blind) add('blind', 'bad', model.blind);
  if (model.scaler.readiness !== 'ready') add('readiness', 'bad', `Not ready: ${model.scaler.readiness}`);
  if (model.scaler.problem) add('problem', 'bad', `Nothing is scaled: ${model.scaler.problem}`);
  return notices;
}

function updateNotices(model) {
  return model
    .underWay()
    .map((it) => ({ update: it, why: it.problem ?? waiting(model.progress.get(it.id)) }))
    .filter((it) => it.why)
    .map(({ update, why }) => ({
      key: `waits-${update.id}`,
      level: 'warn',
      what: `Update ${update.id} ${why.startsWith('waiting') ? 'is ' : 'waits: '}${why}`,
      extra: { detail: update.message },
    }));
}

const waiting = (progress) => (progress?.stage === 'waiting' ? progress.reason : null);

function poolNotices(model) {
  const pools = [...model.pools.values()];
  const stalled = pools.filter((it) => it.stalled);
  const stale = pools.filter((it) => it.stale);
  const notices = stalled.map((it) => ({
    key: `stalled-${it.name}`,
    level: 'bad',
    what: `${it.name} is stalled: its last update was given up, and a person is needed.`,
    extra: { detail: whyStalled(model, it) },
  }));
  if (stale.length > 0) {
    notices.push({
      key: 'stale',
      level: 'warn',
      what: `Stale: ${names(stale)}. The stack was deployed with another configuration; until \`pulumi up\`, or the scaler, follows, nothing of it is scaled.`,
    });
  }
  return notices;
}

function whyStalled(model, pool) {
  const update = model
    .latestUpdates()
    .find((it) => it.status === 'STALLED' && it.message.split('; ').some((part) => part.startsWith(`${pool.name} `)));
  return update?.problem ?? null;
}

function warningNotices(model) {
  return model.scaler.warnings.map((it) => ({ key: `warning-${it}`, level: 'warn', what: it }));
}

/** What else is to be said comes from `asked`: requests of this page that are not decided yet. */
export function show(model, connection, asked) {
  const notices = [
    ...scalerNotices(model, connection),
    ...updateNotices(model),
    ...poolNotices(model),
    ...warningNotices(model),
    ...asked,
  ];
  keyed($('attention'), notices, (it) => it.key, make, update);
  const serious = notices.filter((it) => it.level !== 'info').length;
  document.title = serious > 0 ? `(${serious}) PulumiScale` : 'PulumiScale';
}

function make(notice) {
  announce(notice.what);
  return h(
    'div',
    { class: `notice ${notice.level}` },
    h('span', { class: 'mark', aria: { hidden: 'true' } }, MARKS[notice.level]),
    h('p', {}, h('strong', {}), ' ', h('span', { class: 'detail' }), ' ', h('span', { class: 'times' })),
    notice.extra?.retry && h('button', { type: 'button', class: 'quiet', onclick: notice.extra.retry }, 'Try now'),
  );
}

function update(element, notice) {
  text(element.querySelector('strong'), notice.what);
  text(element.querySelector('.detail'), notice.extra?.detail ?? '');
  const heard = notice.extra?.heard;
  text(element.querySelector('.times'), heard ? `Last heard ${span(Date.now() - heard)} ago.` : '');
}
