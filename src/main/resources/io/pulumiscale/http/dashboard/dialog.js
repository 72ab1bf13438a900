// The one dialog: the browser keeps the focus in it, closes it on Escape, and gives the focus back.
import { $, h } from './dom.js';

/** Shows it with a title and a form's content. @param submit is called when the form is sent */
export function ask(title, submit, ...content) {
  const dialog = $('dialog');
  const form = h('form', { method: 'dialog', autocomplete: 'off', onsubmit: (event) => {
    event.preventDefault();
    submit();
  } }, h('h2', { id: 'dialog-title' }, title), ...content);
  dialog.replaceChildren(form);
  dialog.showModal();
  form.querySelector('[autofocus]')?.focus();
}

export function dismiss() {
  $('dialog').close();
}

export const cancel = () => h('button', { type: 'button', class: 'quiet', onclick: dismiss }, 'Cancel');

/** A field with its label. */
export function field(id, label, input) {
  input.id = id;
  return h('p', { class: 'field' }, h('label', { for: id }, label), input);
}

/** Radio buttons in a row. */
export function choice(name, legend, options, changed) {
  return h(
    'fieldset',
    { class: 'choice' },
    h('legend', {}, legend),
    options.map(([value, label], i) =>
      h('label', {}, h('input', { type: 'radio', name, value, checked: i === 0, onchange: changed }), h('span', {}, label))),
  );
}

export const chosen = (name) => $('dialog').querySelector(`input[name="${name}"]:checked`).value;
