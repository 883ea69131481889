'use strict';
// Questions that somebody asks often, kept in this browser under a name. The address says everything, so a link is all.
(() => {
  const place = document.getElementById('saved');
  if (!place) {
    return;
  }
  const text = place.dataset;
  const KEPT = 'registry.saved.history';
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(KEPT)) ?? [];
    } catch {
      return [];
    }
  };
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  };
  const keep = (links) => {
    localStorage.setItem(KEPT, JSON.stringify(links));
    show();
  };

  function show() {
    const links = read().filter(({ name, path }) => typeof name === 'string' && String(path).startsWith('/history'));
    const list = make('ul', {}, ...links.map((link) => {
      const remove = make('button', { type: 'button', class: 'plain', 'aria-label': `${text.textRemove}: ${link.name}` }, '×');
      remove.addEventListener('click', () => keep(links.filter((other) => other.name !== link.name)));
      return make('li', {}, make('a', { href: link.path }, link.name), ' ', remove);
    }));
    const name = make('input', { type: 'text', maxlength: 80, required: '', id: 'saved-name', autocomplete: 'off' });
    const form = make('form', {}, make('label', { for: 'saved-name' }, text.textName), name,
      make('button', { type: 'submit', class: 'secondary' }, text.textSave));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const path = location.pathname + location.search;
      keep([...links.filter((other) => other.name !== name.value.trim()), { name: name.value.trim(), path }]);
    });
    const saving = location.search.length > 1 ? [make('details', {}, make('summary', {}, text.textSave), form, make('p', { class: 'note' }, text.textNote))] : [];
    place.replaceChildren(...(links.length > 0 ? [make('p', { class: 'meta' }, text.textTitle), list] : []), ...saving);
    place.hidden = links.length === 0 && saving.length === 0;
  }
  show();
})();
