// Asks the scaler. The token is in this module's memory, and in the header of each request; it is nowhere else.
import { learn } from './time.js';

let token = '';

export function use(other) {
  token = other;
}

/** What the scaler refuses, in its own words. */
export class Refused extends Error {
  constructor(status, detail, retryAfter) {
    super(detail);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** The raw answer to a request with the token. @throws Refused */
export async function send(path, options = {}) {
  let response;
  try {
    response = await fetch(path, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      ...options,
      headers: { ...options.headers, Authorization: `Bearer ${token}` },
    });
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Refused(0, 'The scaler does not answer.');
  }
  learn(response.headers.get('Date'));
  if (!response.ok) throw await refused(response);
  return response;
}

async function refused(response) {
  const problem = await response.json().catch(() => ({}));
  const wait = Number(response.headers.get('Retry-After')) || 0;
  return new Refused(response.status, problem.detail ?? `The answer was ${response.status}.`, wait);
}

export async function get(path) {
  return (await send(path)).json();
}

export async function post(path, body, headers = {}) {
  const response = await send(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  });
  return response.json();
}
