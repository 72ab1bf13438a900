// Light, dark, or as the system says.
import { $, text } from './dom.js';

const KEY = 'pulumiscale.theme'; // a matter of taste, and the only thing that is kept
const NEXT = { automatic: 'light', light: 'dark', dark: 'automatic' };

function remembered() {
  try {
    return localStorage.getItem(KEY) ?? 'automatic';
  } catch {
    return 'automatic'; // some browsers keep nothing
  }
}

function remember(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // as above
  }
}

function show(theme, changed) {
  if (theme === 'automatic') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  text($('theme'), `Theme: ${theme}`);
  changed();
}

export function start(changed) {
  let theme = remembered() in NEXT ? remembered() : 'automatic';
  show(theme, changed);
  $('theme').addEventListener('click', () => {
    theme = NEXT[theme];
    remember(theme);
    show(theme, changed);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
}
