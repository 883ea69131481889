// Forms marked data-deed say what they say to the registry's own HTTP interface, and show its answer where they stand.
const texts = () => document.getElementById('deed-texts');

const token = async () => {
  const me = await fetch('/api/me', { headers: { Accept: 'application/json' } });
  const { csrf } = me.ok ? await me.json() : {};
  return csrf ? { [csrf.header]: csrf.token } : {};
};

/** Sends something for whoever is logged in; the answer has {status, ok, body}. */
export const send = async (method, path, body) => {
  const headers = { Accept: 'application/json', ...(await token()) };
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await fetch(path, { method, headers, body: body === undefined || isForm ? body : JSON.stringify(body) });
  const type = answer.headers.get('Content-Type') || '';
  return { status: answer.status, ok: answer.ok, body: type.includes('json') ? await answer.json() : {} };
};

/** Puts the parts marked data-live anew; while somebody is busy with one, only when forced. */
export const refresh = async (forced = true) => {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!page.querySelector('[data-live]')) {
    location.reload();
    return;
  }
  for (const part of document.querySelectorAll('[data-live]')) {
    const fresh = page.querySelector(`[data-live="${CSS.escape(part.dataset.live)}"]`);
    const busy = part.contains(document.activeElement) || part.querySelector('details[open]');
    if (fresh && fresh.outerHTML !== part.outerHTML && (forced || !busy)) {
      part.replaceWith(document.adoptNode(fresh));
    }
  }
};

const said = (form) => {
  const body = {};
  for (const field of form.elements) {
    if (!field.name) {
      continue;
    }
    if (field.dataset.list !== undefined) {
      body[field.name] = (body[field.name] || []).concat(field.checked ? [field.value] : []);
    } else if (field.dataset.words !== undefined) {
      body[field.name] = field.value.split(/[\s,;]+/).filter((word) => word);
    } else if (field.type === 'checkbox') {
      body[field.name] = field.checked;
    } else if (field.type === 'number') {
      body[field.name] = field.value === '' ? undefined : Number(field.value);
    } else {
      body[field.name] = field.value;
    }
  }
  for (const field of form.querySelectorAll('[data-list=optional]')) {
    if (body[field.name] && body[field.name].length === 0) {
      delete body[field.name];
    }
  }
  return body;
};

const filled = (path, values) => path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]));

const message = (form) => {
  let place = form.querySelector('[data-message]');
  if (!place) {
    place = document.createElement('p');
    place.className = 'message';
    place.setAttribute('role', 'status');
    place.dataset.message = '';
    form.append(place);
  }
  return place;
};

/** Says how it went; empty text takes the last message away. */
export const tell = (form, text, bad = false) => {
  const place = message(form);
  place.classList.toggle('bad', bad);
  place.classList.toggle('good', !bad && text !== '');
  place.textContent = text;
};

const labelled = (form, error) => {
  const field = form && form.elements.namedItem(error.pointer.split('/')[1]);
  const label = field instanceof HTMLElement && field.labels && field.labels[0];
  const rule = field instanceof HTMLElement && document.getElementById((field.getAttribute('aria-describedby') || '').split(' ')[0]);
  return [label ? label.textContent.trim() : error.pointer.slice(1), rule ? rule.textContent.trim() : ''].filter(Boolean).join(': ');
};

/** What a refusal means, in the page's language: what the registry answers to programs is in English, and shown there only. */
export const meaning = (body, form) => {
  const known = texts() && body.code && texts().getAttribute('data-code-' + body.code.toLowerCase());
  if (known || !texts()) {
    return known || '';
  }
  if (document.documentElement.lang === 'en' && body.detail) {
    return body.detail;
  }
  return body.errors && body.errors.length > 0
    ? texts().dataset.fields.replace('{0}', body.errors.map((error) => labelled(form, error)).join('; ')) : texts().dataset.failed;
};

const mark = (form, body) => {
  for (const field of form.elements) {
    field.removeAttribute('aria-invalid');
  }
  const wrong = (body.errors || [])
    .map((error) => form.elements.namedItem(error.pointer.split('/')[1]))
    .filter((field) => field instanceof HTMLElement);
  wrong.forEach((field) => field.setAttribute('aria-invalid', 'true'));
  if (wrong.length > 0) {
    wrong[0].focus();
  }
};

const sameTwice = (form) => {
  for (const field of form.querySelectorAll('[data-same]')) {
    const other = form.elements.namedItem(field.dataset.same);
    field.setCustomValidity(field.value === other.value ? '' : field.dataset.textOther);
  }
};

const show = (form, answer) => {
  const place = document.getElementById(form.dataset.shows);
  if (place) {
    place.hidden = false;
    for (const field of place.querySelectorAll('[data-from]')) {
      field.value = answer[field.dataset.from];
      field.focus();
      field.select();
    }
  }
};

const done = async (form, values, answer) => {
  const then = form.dataset.then;
  const awaits = (answer.awaits || []).length > 0;
  tell(form, (awaits && form.dataset.textAwaits) || form.dataset.textDone || '');
  form.reset();
  if (!awaits) {
    show(form, answer);
  }
  if (then === 'reload') {
    location.reload();
  } else if (then === 'refresh') {
    await refresh();
  } else if (then) {
    location.assign(filled(then, { ...answer, ...values }));
  }
};

const act = async (form) => {
  const values = said(form);
  const inPath = [...form.dataset.deed.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
  const body = Object.fromEntries(Object.entries(values).filter(([name]) => !inPath.includes(name)));
  const hasBody = Object.keys(body).length > 0;
  const button = form.querySelector('button[type=submit]');
  button.disabled = true;
  button.setAttribute('aria-busy', 'true');
  tell(form, '');
  try {
    const answer = await send(form.dataset.method, filled(form.dataset.deed, values), hasBody ? body : undefined);
    mark(form, answer.ok ? {} : answer.body);
    if (answer.ok) {
      await done(form, values, answer.body);
    } else {
      tell(form, meaning(answer.body, form), true);
    }
  } catch (failure) {
    tell(form, texts().dataset.unreachable, true);
  } finally {
    button.disabled = false;
    button.removeAttribute('aria-busy');
  }
};

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.deed) {
    event.preventDefault();
    act(form);
  }
});

document.addEventListener('input', (event) => {
  if (event.target.form) {
    sameTwice(event.target.form);
  }
});

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copies]');
  if (!button) {
    return;
  }
  const field = document.getElementById(button.dataset.copies);
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = texts().dataset.copied;
  } catch (refused) {
    // What is selected can be copied by hand.
  }
});
