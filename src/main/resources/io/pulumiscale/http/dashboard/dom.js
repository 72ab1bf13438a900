// Makes elements. Whatever comes from the server gets in as text and as nothing else.

/** An element with these properties (`on…` listens, `data` and `aria` are sets of attributes) and children. */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === 'data') Object.assign(element.dataset, value);
    else if (key === 'aria') Object.entries(value).forEach(([what, it]) => element.setAttribute(`aria-${what}`, it));
    else if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'class') element.className = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((it) => it || it === 0));
  return element;
}

export const $ = (id) => document.getElementById(id);

/** Changes nothing that is as it should be: a reader's place and a selection stay. */
export function text(element, value) {
  if (element.textContent !== value) element.textContent = value;
}

/** Replaces the children only if `key` is another than the last time. */
export function fill(element, key, children) {
  const known = JSON.stringify(key);
  if (element.dataset.key === known) return;
  element.dataset.key = known;
  element.replaceChildren(...children().flat().filter(Boolean));
}

/** Lets the children be those of `items` in this order; each is made once and then brought up to date. */
export function keyed(parent, items, keyOf, make, update) {
  const before = new Map([...parent.children].map((it) => [it.dataset.item, it]));
  let at = parent.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    let element = before.get(key);
    if (element) before.delete(key);
    else {
      element = make(item);
      element.dataset.item = key;
    }
    update?.(element, item);
    if (element === at) at = at.nextElementSibling;
    else parent.insertBefore(element, at);
  }
  before.forEach((it) => it.remove());
}

/** Says it to whoever listens to the page instead of looking at it. */
export function announce(what) {
  const line = h('p', {}, what);
  $('announcer').append(line);
  setTimeout(() => line.remove(), 10_000);
}
