// All that the page knows, put together from the events.

const UPDATES = 30;

export class Model {
  scaler = { readiness: 'ready', problem: null, warnings: [], stackPage: null };
  pools = new Map();
  approvals = [];
  updates = new Map();
  progress = new Map();
  entries = new Map();
  blind = null;

  /** Takes an event in. What is new to it in the way of decisions and ended updates is returned, to be told. */
  take(name, data) {
    if (name !== 'warning') this.blind = null;
    return this[`_${name}`]?.(data) ?? [];
  }

  /** A page of the history. */
  remember(entries) {
    entries.forEach((it) => this.#keep(it));
  }

  decisions() {
    return [...this.entries.values()].sort((a, b) => b.id - a.id);
  }

  latestUpdates() {
    return [...this.updates.values()].sort((a, b) => b.id - a.id).slice(0, UPDATES);
  }

  underWay() {
    return this.latestUpdates().filter((it) => it.status === 'RUNNING' || it.status === 'PENDING');
  }

  _snapshot(data) {
    this._scaler(data);
    this.pools = new Map(data.pools.map((it) => [it.name, it]));
    this.approvals = data.approvals;
    data.updates.forEach((it) => this.#update(it));
  }

  _scaler({ readiness, problem, warnings, stackPage }) {
    this.scaler = { readiness, problem, warnings, stackPage };
  }

  _pool(data) {
    this.pools.set(data.name, data);
  }

  _removed(data) {
    this.pools.delete(data.pool);
  }

  _approvals(data) {
    const known = new Set(this.approvals.map((it) => it.id));
    this.approvals = data.approvals;
    return this.approvals
      .filter((it) => !known.has(it.id))
      .map((it) => `${it.pool} ${it.from}→${it.to} waits for approval`);
  }

  _decision(data) {
    const known = this.entries.has(data.id);
    this.#keep(data);
    return known || data.type === 'hold' ? [] : [`${data.pool} ${data.from}→${data.to}: ${data.reason}`];
  }

  _update(data) {
    const before = this.updates.get(data.id)?.status;
    this.#update(data);
    if (before === data.status || data.endedAt === null) return [];
    return [`Update ${data.id} ${data.status.toLowerCase()}: ${data.message}`];
  }

  _progress(data) {
    this.progress.set(data.update, data);
  }

  _warning(data) {
    this.blind = data.text;
  }

  #update(data) {
    this.updates.set(data.id, data);
    if (data.endedAt !== null) this.progress.delete(data.id);
    this.entries.forEach((it) => {
      if (it.update?.id === data.id) this.entries.set(it.id, { ...it, update: data });
    });
  }

  /** The update that an entry tells may be older than what is known of it. */
  #keep(entry) {
    const update = entry.update && (this.updates.get(entry.update.id) ?? entry.update);
    this.entries.set(entry.id, { ...entry, update });
  }
}
