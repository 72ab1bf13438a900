// Asks for the token, and whether it is one.
import { get, use } from './api.js';
import { $, text } from './dom.js';

const PLAIN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** @param opened is called with a token that may read */
export function start(opened) {
  history.replaceState(null, '', location.pathname); // a token in the URL is not taken, and should not stay there
  const field = $('token');
  $('door-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const token = field.value.trim();
    if (!PLAIN.test(token)) {
      refuse('A token has ASCII characters alone.');
      return;
    }
    use(token);
    try {
      const pools = await get('pools');
      field.value = '';
      text($('door-problem'), '');
      opened(pools);
    } catch (e) {
      use('');
      refuse(explained(e));
    }
  });
}

function explained(e) {
  const wait = e.retryAfter ? ` Try again in ${e.retryAfter} s.` : '';
  return (e.status === 401 ? 'This token is not valid.' : e.message) + wait;
}

function refuse(why) {
  text($('door-problem'), why);
  $('token').focus();
  $('token').select();
}

/** Shows the door, and why. */
export function close(why) {
  use('');
  $('board').hidden = true;
  $('door').hidden = false;
  text($('door-problem'), why);
  $('token').focus();
}
