// The scaler's events, read by fetch: a browser's EventSource shows no token but one in the URL.
import { Refused, send } from './api.js';

const SILENCE = 25_000; // the scaler says something every 10 s
const LONGEST_WAIT = 30_000;
const LASTING = 5000; // what ended sooner is no connection that one comes again to at once

/** Takes the text of a stream apart, as the standard on Server-Sent Events says. */
export class Parser {
  #rest = '';
  #event = { name: 'message', data: [], id: undefined };

  constructor(onEvent, onRetry) {
    this.onEvent = onEvent;
    this.onRetry = onRetry;
  }

  take(text) {
    this.#rest += text;
    const lines = this.#rest.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    lines.forEach((line) => this.#line(line));
  }

  #line(line) {
    if (line === '') this.#dispatch();
    if (line === '' || line.startsWith(':')) return;
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#event.name = value;
    else if (field === 'data') this.#event.data.push(value);
    else if (field === 'id') this.#event.id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) this.onRetry(Number(value));
  }

  #dispatch() {
    const { name, data, id } = this.#event;
    this.#event = { name: 'message', data: [], id: undefined };
    if (data.length > 0) this.onEvent(name, data.join('\n'), id);
  }
}

/**
 * Listens until it is closed. `on.event(name, data)`, `on.heard()` at each sign of life, `on.state(state)`, where `state` has
 * `live`, and, when not, the `problem` of the last try, if it failed, and `again`, when the next one comes; `on.out(refused)`
 * when the token is not, or no longer, good for it.
 */
export class Stream {
  #on;
  #last;
  #pause = 2000;
  #failures = 0;
  #closed = false;
  #abort;
  #timer;

  constructor(on) {
    this.#on = on;
  }

  open() {
    this.#closed = false;
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#listen();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }

  async #listen() {
    const abort = new AbortController();
    this.#abort = abort;
    const begun = Date.now();
    let problem;
    try {
      await this.#read(abort);
    } catch (e) {
      problem = e;
    }
    if (Date.now() - begun > LASTING) this.#failures = 0;
    if (this.#closed || this.#abort !== abort) return;
    if (problem instanceof Refused && (problem.status === 401 || problem.status === 403)) {
      this.#on.out(problem);
      return;
    }
    this.#again(problem);
  }

  async #read(abort) {
    const known = this.#last === undefined ? {} : { 'Last-Event-ID': this.#last };
    let dog = this.#watch(abort);
    try {
      const response = await send('events', { signal: abort.signal, headers: { Accept: 'text/event-stream', ...known } });
      this.#on.state({ live: true });
      const parser = new Parser(
        (name, data, id) => this.#hand(name, data, id),
        (pause) => (this.#pause = pause),
      );
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        clearTimeout(dog);
        dog = this.#watch(abort);
        this.#on.heard();
        parser.take(value);
      }
    } finally {
      clearTimeout(dog);
    }
  }

  /** A connection that is dead may not say so for minutes. */
  #watch(abort) {
    return setTimeout(() => abort.abort(), SILENCE);
  }

  #hand(name, data, id) {
    this.#on.event(name, JSON.parse(data));
    if (id !== undefined) this.#last = id;
  }

  /** The server ends a stream every quarter of an hour: coming again at once is no failure. */
  #again(problem) {
    const wait = this.#wait(problem);
    this.#failures += 1;
    this.#on.state({ live: false, problem, again: Date.now() + wait });
    this.#timer = setTimeout(() => this.#listen(), wait);
  }

  #wait(problem) {
    if (problem === undefined && this.#failures === 0) return 0;
    const wait = Math.min(LONGEST_WAIT, this.#pause * 2 ** Math.max(0, this.#failures - 1));
    return Math.max((problem?.retryAfter ?? 0) * 1000, wait * (0.75 + Math.random() / 2));
  }
}
