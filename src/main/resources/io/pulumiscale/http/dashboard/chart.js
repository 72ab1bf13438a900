// The size of a pool over time, within its bounds.
import { get } from './api.js';
import { h, text } from './dom.js';
import { clock, moment, now } from './time.js';

const uPlot = globalThis.uPlot;
const HEIGHT = 108;
const SECONDS = { PT1H: 3600, PT6H: 21_600, P1D: 86_400, P7D: 604_800 };
const SPOKEN = { PT1H: 'the last hour', PT6H: 'the last 6 hours', P1D: 'the last day', P7D: 'the last 7 days' };
const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const DAY = 86_400;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--chart-${name}`);

function timeLabels(_, splits) {
  const days = splits.length > 1 && splits[1] - splits[0] >= DAY;
  return splits.map((it) => (days ? WEEKDAY.format(new Date(it * 1000)) : clock(new Date(it * 1000))));
}

export class Chart {
  #pool;
  #range = 'PT6H';
  #points = [];
  #plot;
  #asked = 0;
  #seen = false;

  constructor(pool) {
    this.#pool = pool;
    this.canvas = h('div', { class: 'plot', role: 'img', aria: { label: `Size of ${pool.name} over time` } });
    this.readout = h('p', { class: 'readout', aria: { hidden: 'true' } });
    this.rows = h('tbody');
    this.details = h(
      'details',
      { class: 'as-table', ontoggle: () => this.#table() },
      h('summary', {}, `Sizes of ${pool.name} as a table`),
      h(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', aria: { label: `Sizes of ${pool.name}` } },
        h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'From'), h('th', { scope: 'col' }, 'Size'))), this.rows),
      ),
    );
    this.element = h('div', { class: 'chart' }, this.readout, this.canvas, this.details);
  }

  /** Asks for the sizes once somebody sees it: of a thousand pools few are on the screen. */
  seen(range) {
    const fresh = this.#seen && range === this.#range;
    this.#seen = true;
    this.#range = range;
    if (!fresh) this.load();
  }

  async load() {
    if (!this.#seen) return;
    const asked = (this.#asked += 1);
    try {
      const { sizes } = await get(`pools/${encodeURIComponent(this.#pool.name)}?since=${this.#range}`);
      if (asked !== this.#asked) return;
      this.#points = sizes.map((it) => [Date.parse(it.at) / 1000, it.size]);
      this.draw();
    } catch (e) {
      text(this.readout, e.message);
    }
  }

  /** A pool that has changed: its new size is drawn from now on. */
  update(pool) {
    const grown = pool.currentSize !== null && pool.currentSize !== this.#pool.currentSize;
    const moved = JSON.stringify(pool.bounds) !== JSON.stringify(this.#pool.bounds);
    this.#pool = pool;
    if (grown && this.#points.length > 0) this.#points.push([now() / 1000, pool.currentSize]);
    if (grown || moved) this.draw();
  }

  draw() {
    if (!this.#seen || this.#points.length === 0 || this.canvas.clientWidth === 0) return;
    this.canvas.setAttribute('aria-label', this.#summary());
    if (this.#plot) {
      this.#plot.setSize({ width: this.canvas.clientWidth, height: HEIGHT });
      this.#plot.setData(this.#data());
    } else {
      this.#plot = new uPlot(this.#options(), this.#data(), this.canvas);
    }
    this.#table();
  }

  /** In the colours that count now. */
  redraw() {
    this.#plot?.destroy();
    this.#plot = undefined;
    this.draw();
  }

  #data() {
    const { min, max } = this.#pool.bounds;
    const shown = [...this.#points];
    const last = shown[shown.length - 1];
    if (now() / 1000 > last[0]) shown.push([now() / 1000, this.#pool.currentSize ?? last[1]]);
    return [shown.map((it) => it[0]), shown.map(() => max), shown.map(() => min), shown.map((it) => it[1])];
  }

  #options() {
    const steps = uPlot.paths.stepped({ align: 1 });
    const points = { show: false };
    const bound = { stroke: () => colour('bound'), width: 1, dash: [4, 4], points };
    const axis = { stroke: () => colour('ink'), font: '11px system-ui, sans-serif', ticks: { show: false } };
    return {
      width: this.canvas.clientWidth,
      height: HEIGHT,
      padding: [8, 6, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
      scales: { x: { range: () => this.#window() }, y: { range: (_, low, high) => [0, Math.max(1, high * 1.08)] } },
      axes: [
        { ...axis, grid: { show: false }, size: 22, space: 56, values: timeLabels },
        { ...axis, grid: { stroke: () => colour('grid'), width: 1 }, size: 30, space: 26, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] },
      ],
      series: [
        {},
        { ...bound, label: 'max' },
        { ...bound, label: 'min' },
        { label: 'size', paths: steps, stroke: () => colour('line'), fill: () => colour('fill'), width: 2, points },
      ],
      hooks: { setCursor: [(plot) => this.#point(plot)] },
    };
  }

  #window() {
    const end = now() / 1000;
    return [end - SECONDS[this.#range], end];
  }

  #point(plot) {
    const at = plot.cursor.left < 0 ? NaN : plot.posToVal(plot.cursor.left, 'x');
    const point = Number.isNaN(at) ? undefined : this.#points.filter((it) => it[0] <= at).pop();
    text(this.readout, point ? `${moment(at * 1000)}   ${point[1]}` : '');
  }

  #summary() {
    const { name, currentSize, bounds } = this.#pool;
    const sizes = this.#points.map((it) => it[1]);
    const least = Math.min(...sizes);
    const most = Math.max(...sizes);
    const range = least === most ? `was ${least}` : `was between ${least} and ${most}`;
    return `Size of ${name}: ${range} in ${SPOKEN[this.#range]}, is ${currentSize ?? 'not known'}, may be ${bounds.min} to ${bounds.max}.`;
  }

  #table() {
    if (!this.details.open) return;
    const rows = this.#points.map(([at, size]) => h('tr', {}, h('td', {}, moment(at * 1000)), h('td', {}, String(size))));
    this.rows.replaceChildren(...rows.reverse());
  }
}
