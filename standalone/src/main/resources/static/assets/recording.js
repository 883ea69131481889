// Forms to record with: tries what is typed on the registry's own rules, and records it.
const form = document.getElementById('record');
const data = form ? form.dataset : {};
const summary = document.getElementById('record-summary');
const told = document.getElementById('record-check');
const touched = new Set();
let attempted = false;
let version = data.version;
let asked = 0;

const later = (work, pause) => {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), pause);
  };
};
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const json = async (address) => {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : null;
};
// What events say, in the page's language and with names in the place of ids.
const tellOf = async (ids) => {
  const told = ids.length === 0 ? [] : await json(`/record/told?${new URLSearchParams(ids.map((id) => ['event', id]))}`);
  return new Map((told || []).map((one) => [one.eventId, one]));
};
const wrapperOf = (element) => element.closest('[data-field], [data-entry]:not(.composite), [data-list], .field');
const control = (wrapper) => wrapper.querySelector('input:not([type=hidden]), textarea, select');
const kindOf = (wrapper) => wrapper.dataset.kind || wrapper.closest('[data-kind]').dataset.kind;

// --- what is typed -------------------------------------------------------------------------------------------------

const read = (wrapper) => {
  const element = control(wrapper);
  const value = element.value.trim();
  switch (kindOf(wrapper)) {
    case 'YES':
      return element.checked;
    case 'NUMBER':
      if (element.validity.badInput) {
        return 'no number';
      }
      return value === '' ? undefined : Number.isSafeInteger(Number(value)) ? Number(value) : value;
    case 'DATE':
      return value === '' ? undefined : element.dataset.read === value && element.dataset.written || value;
    default:
      if (value === '') {
        return undefined;
      }
      return element.dataset.value && value === element.dataset.shown ? element.dataset.value : value;
  }
};

// The values by field, and by JSON pointer the place where each is typed.
const collect = (root, prefix, where) => {
  const values = {};
  root.querySelectorAll('[data-field], [data-list], [data-settled]').forEach((wrapper) => {
    const within = wrapper.parentElement.closest('[data-entry]');
    if (within && within !== root || !within && root !== form) {
      return;
    }
    if (wrapper.dataset.settled) {
      values[wrapper.dataset.settled] = wrapper.value;
    } else if (wrapper.dataset.list) {
      const name = wrapper.dataset.list;
      const list = [];
      wrapper.querySelectorAll('[data-entries] > [data-entry]').forEach((entry) => {
        const at = `${prefix}/${name}/${list.length}`;
        const inner = new Map();
        const value = entry.classList.contains('composite') ? collect(entry, at, inner) : read(entry);
        if (value !== undefined && (typeof value !== 'object' || Object.keys(value).length > 0)) {
          list.push(value);
          where.set(at, entry);
          inner.forEach((place, pointer) => where.set(pointer, place));
        }
      });
      where.set(`${prefix}/${name}`, wrapper);
      values[name] = list;
    } else {
      where.set(`${prefix}/${wrapper.dataset.field}`, wrapper);
      const value = read(wrapper);
      if (value !== undefined) {
        values[wrapper.dataset.field] = value;
      }
    }
  });
  return values;
};

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

// Of a correction only what changed is sent; what was emptied is cleared.
const corrected = (values) => {
  const originals = JSON.parse(data.originals);
  const body = {};
  Object.entries(values).forEach(([name, value]) => {
    const old = originals[name];
    const empty = value === false || Array.isArray(value) && value.length === 0;
    if (!same(value, old) && !(empty && old === undefined)) {
      body[name] = value;
    }
  });
  Object.keys(originals).forEach((name) => {
    if (values[name] === undefined && form.querySelector(`[data-field="${name}"]`)) {
      body[name] = null;
    }
  });
  return body;
};

const question = () => {
  const where = new Map();
  const values = collect(form, '', where);
  const routes = JSON.parse(data.routes);
  const route = routes.find((one) => one.variables.every((name) => values[name]));
  const missing = route ? [] : routes[routes.length - 1].variables.filter((name) => !values[name]);
  const body = data.originals ? corrected(values) : values;
  const variables = route ? route.variables : [];
  const address = route
    ? route.path.replace(/\{(\w+)\}/g, (all, name) => encodeURIComponent(values[name])) : null;
  const inPath = Object.fromEntries(variables.map((name) => [name, values[name]]));
  variables.forEach((name) => delete body[name]);
  return { method: route ? route.method : null, address, body, inPath, where, missing };
};

// --- what the registry says to it ----------------------------------------------------------------------------------

// Nothing is said here but the texts of the page: what the registry answers to programs is in English.
const fault = (wrapper, text, ...offers) => {
  const direct = wrapper.dataset.list !== undefined;
  const place = direct ? wrapper.querySelector(':scope > .fault') : wrapper.querySelector('.fault');
  const element = direct ? wrapper : control(wrapper);
  place.replaceChildren(text, ...offers.flatMap((one) => [' ', one]));
  place.hidden = text === '';
  if (text === '') {
    element.removeAttribute('aria-invalid');
  } else if (!direct) {
    element.setAttribute('aria-invalid', 'true');
  }
};

const clearFaults = () => {
  form.querySelectorAll('.field, [data-entry]:not(.composite)').forEach((wrapper) => {
    if (wrapper.querySelector('.fault')) {
      fault(wrapper, '');
    }
  });
};

const isTouched = (wrapper) => attempted || touched.has(wrapper) || [...touched].some((one) => wrapper.contains(one) || one.dataset.list && one.contains(wrapper));

const placeOf = (pointer, where) => {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    if (where.has(at)) {
      return where.get(at);
    }
  }
  return null;
};

const say = (...parts) => {
  summary.replaceChildren(...parts);
  summary.hidden = parts.length === 0;
};

const refusalText = (code) => {
  const known = document.querySelector(`#record-refusals [data-code="${CSS.escape(code)}"]`);
  return known ? known.textContent : data.textRefused;
};

// A proposal that fills the field in when it is pressed.
const offer = (wrapper, value, label) => {
  const button = make('button', { type: 'button', className: 'offer' }, label);
  button.addEventListener('click', () => {
    const element = control(wrapper);
    element.value = value;
    touched.add(wrapper);
    element.focus();
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return button;
};

const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (all, at) => values[at] ?? '');

const range = (element) => {
  const { min, max } = element;
  return min === '' && max === '' ? data.textNumber
    : max === '' ? filled(data.textNumberFrom, min)
      : filled(data.textNumberBetween, min === '' ? '−∞' : min, max);
};

// What is accepted where a field was refused: from what the page knows of the field, in its own language.
const wordsFor = (error, place) => {
  const kind = kindOf(place);
  const element = place.dataset.list !== undefined || place.classList.contains('composite') ? null : control(place);
  if (error.code === 'MISSING') {
    return [data.textMissing];
  } else if (!element) {
    return [data.textOther];
  }
  const unseen = /U\+[0-9A-F]{4,6} at place (\d+)$/.exec(error.detail);
  if (unseen || error.detail.includes('can be seen')) {
    return [filled(data.textUnseen, unseen ? unseen[1] : '1')];
  }
  switch (kind) {
    case 'DATE':
      return [element.dataset.written === '' ? data.textDate : data.textOther];
    case 'STATE':
      return stateWords(place, element);
    case 'NOMINATOR':
    case 'REFERENCE':
    case 'PART':
    case 'SCOPE':
      return referenceWords(place, element);
    case 'NUMBER':
      return [range(element)];
    case 'CHOICE':
      return [data.textChoice];
    case 'EMAIL':
      return [error.code === 'TOO_LONG' ? filled(data.textLong, element.maxLength) : data.textEmail];
    case 'NEW_ID':
      return [data.textId];
    default:
      return [error.code === 'TOO_LONG' && element.maxLength > 0 ? filled(data.textLong, element.maxLength) : data.textOther];
  }
};

const stateWords = (place, element) => {
  const read = JSON.parse(element.dataset.near || '[]');
  return [element.dataset.why || data.textState, ...read.map((name) => offer(place, name, name))];
};

// Of something that is recorded: what it could be, or how it is recorded first.
const referenceWords = (place, element) => {
  const could = couldBe(element);
  if (could.length > 0) {
    return [data.textWhich, ...could.slice(0, 5).map((one) => offer(place, one.id, [one.label, one.detail].filter(Boolean).join(' · ')))];
  }
  const kind = placeKind(place);
  const address = JSON.parse(data.creates || '{}')[kind];
  const near = kindOf(place) === 'NOMINATOR' ? JSON.parse(element.dataset.near || '[]') : [];
  return [data.textNowhere, ...near.map((name) => offer(place, name, name)),
    ...(address ? [make('a', { href: address, target: '_blank', rel: 'noopener' }, data.textFirst)] : [])];
};

const UNKNOWN = ['UNKNOWN_REFERENCE', 'UNKNOWN_SUBJECT', 'UNKNOWN_ENTITY'];

// Where something stands that names nothing that is recorded, or not one thing alone.
const unsettled = () => [...form.querySelectorAll('input')].filter((element) => {
  const wrapper = wrapperOf(element);
  const text = element.value.trim();
  return wrapper && text !== '' && isLooked(wrapper) && looked.has(element) && read(wrapper) === text
    && !couldBe(element).some((one) => one.id === text) && !stateNames.has(text);
});

// The fields at fault are marked; what is about no field stands above the form.
const showProblem = (problem, where) => {
  const unexplained = problem.code === 'REASON_REQUIRED';
  const refused = problem.code !== 'MALFORMED' && !unexplained;
  const elsewhere = [];
  (problem.errors || []).forEach((error) => {
    const place = placeOf(error.pointer, where);
    if (!place) {
      elsewhere.push(error.pointer === '' && data.originals ? data.textNothing : `${error.pointer.slice(1)}: ${data.textOther}`);
    } else if (isTouched(place)) {
      const named = refused && !(isLooked(place) && UNKNOWN.includes(problem.code));
      fault(place, ...(named ? [refusalText(problem.code)] : wordsFor(unexplained ? { ...error, code: 'MISSING' } : error, place)));
    }
  });
  const open = problem.code === 'MALFORMED' || UNKNOWN.includes(problem.code) ? unsettled() : [];
  open.map(wrapperOf).filter(isTouched).forEach((place) => fault(place, ...referenceWords(place, control(place))));
  if (refused && open.length === 0) {
    const parts = [make('strong', {}, refusalText(problem.code))];
    if (document.documentElement.lang === 'en') {
      parts.push(make('p', {}, problem.detail));
    }
    if (problem.facts && problem.facts.length > 0 && data.entity) {
      const links = problem.facts.map((id) => {
        const query = new URLSearchParams({ entity: data.entity, factId: id });
        const link = make('a', { href: `/history?${query}` }, id);
        json(`/api/history?${query}&size=1`).then(async (trail) => {
          const eventId = trail && trail.items.length > 0 ? trail.items[0].eventId : null;
          const told = eventId ? (await tellOf([eventId])).get(eventId) : null;
          if (told) {
            link.textContent = told.summary;
          }
        });
        return link;
      });
      parts.push(make('p', {}, `${data.textFacts} `, ...links.flatMap((link) => [link, ' '])));
    }
    say(...parts);
  } else if (attempted) {
    say(make('strong', {}, data.textFaults), ...elsewhere.map((text) => make('p', {}, text)));
  } else {
    say();
  }
};

const csrf = async () => {
  const me = await json('/api/me');
  return me && me.csrf ? { [me.csrf.header]: me.csrf.token } : {};
};
let token = null;

const send = async (asking, dryRun) => {
  token = token || await csrf();
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', ...token };
  if (version) {
    headers['If-Match'] = `"${version}"`;
  }
  return fetch(asking.address + (dryRun ? '?dryRun=true' : ''), {
    method: asking.method, headers, body: JSON.stringify(asking.body), redirect: 'error',
  });
};

const outcomes = { UNCHANGED: 'textKnown', SOURCE_ADDED: 'textSource' };

const explained = async () => {
  const inputs = [...form.querySelectorAll('input, textarea, select')].filter((element) => wrapperOf(element));
  await Promise.all(inputs.map((element) => {
    const wrapper = wrapperOf(element);
    switch (kindOf(wrapper)) {
      case 'DATE':
        return explain(wrapper);
      case 'STATE':
        return explainState(element);
      case 'NOMINATOR':
        return explainState(element).then(() => settle(element, wrapper));
      case 'REFERENCE':
      case 'PART':
      case 'SCOPE':
        return settle(element, wrapper);
      default:
        return null;
    }
  }));
};

// Whether it could be recorded; says so, or why not. What is saved is checked to the end: no check of something that
// changed in the meantime takes its place, or saving would stop without a word.
let underWay = false;
const check = async (saving) => {
  if (underWay && !saving) {
    return null;
  }
  const mine = ++asked;
  await explained();
  const asking = question();
  if (asking.missing.length > 0) {
    clearFaults();
    asking.missing.forEach((name) => {
      const place = asking.where.get(`/${name}`);
      if (place && isTouched(place)) {
        fault(place, ...(control(place).value.trim() === '' ? [data.textMissing] : referenceWords(place, control(place))));
      }
    });
    told.textContent = attempted ? '' : data.textCheck;
    return null;
  }
  const answer = await send(asking, true);
  if (mine !== asked) {
    return null;
  }
  if (answer.ok) {
    const run = await answer.json();
    const all = await followed(asking, run);
    if (mine !== asked) {
      return null;
    }
    clearFaults();
    say();
    showFollows(all || []);
    if (!all) {
      if (saving && unaskedTaken) {
        return asking;
      }
      told.textContent = '';
      sayUnasked();
      return null;
    }
    const news = keyOf(all) !== seen && all.some((one) => one.confirmed);
    seen = keyOf(all);
    if (saving && news) {
      told.textContent = data.textFollows;
      unseenYet = true;
      return null;
    }
    told.textContent = data[outcomes[run.outcome] || 'textReady'];
    if (!saving) {
      await preview(asking, mine);
    }
    return asking;
  }
  hidePreview();
  showFollows([]);
  told.textContent = '';
  await problemOf(answer, asking);
  return null;
};

// All of it is read before anything is taken away: no fault that is still there vanishes for a moment.
const problemOf = async (answer, asking) => {
  const isTold = (answer.headers.get('Content-Type') || '').includes('json');
  const problem = isTold ? await answer.json() : null;
  clearFaults();
  if (answer.status === 401) {
    say(make('strong', {}, data.textLogin));
  } else if (answer.status === 412) {
    await showClash();
  } else if (isTold) {
    showProblem(problem, asking.where);
  } else {
    say(make('strong', {}, data.textUnanswered));
  }
};

// --- somebody else was faster --------------------------------------------------------------------------------------

const typed = () => {
  const address = new URL(location.href);
  const where = new Map();
  Object.entries(collect(form, '', where)).forEach(([name, value]) => {
    if (name !== 'reason' && (typeof value !== 'object' || value.every((one) => typeof one === 'string'))) {
      address.searchParams.delete(name);
      [value].flat().forEach((one) => address.searchParams.append(name, String(one)));
    }
  });
  return address;
};

const showClash = async () => {
  const trail = await json(`/api/history?entity=${encodeURIComponent(data.entity)}&size=50`);
  const news = trail ? trail.items.filter((item) => item.position > Number(data.position)) : [];
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  const told = await tellOf(news.map((item) => item.eventId));
  const list = make('ul', {}, ...news.map((item) => make('li', {},
    make('a', { href: `/history/${encodeURIComponent(item.eventId)}` }, (told.get(item.eventId) || item).summary),
    ` ${data.textClashWho.replace('{0}', item.actor).replace('{1}', time.format(new Date(item.recordedAt)))}`)));
  const again = make('a', { href: typed().href, role: 'button' }, data.textAgain);
  const anyway = make('button', { type: 'button', className: 'outline' }, data.textAnyway);
  anyway.addEventListener('click', async () => {
    const query = new URLSearchParams({ entity: data.entity, subject: data.subject || '' });
    const now = await json(`/record/version?${query}`);
    version = now ? String(now.version) : version;
    await save();
  });
  say(make('strong', {}, data.textClash), list, make('p', { className: 'acts' }, again, ' ', anyway));
};

// --- what follows from it ------------------------------------------------------------------------------------------

const following = document.getElementById('record-follows');
let follows = [];
let seen = '';
let unseenYet = false;
const keyOf = (all) => JSON.stringify(all.filter((one) => one.confirmed));

// What is over, or moves on, by what is recorded: asked for where the dry run says that there could be something. Null
// where it could not be asked, which is not the same as nothing.
const followed = async (asking, run) => {
  if (!(run.ends || run.hint || run.status || run.events.length > 1 || data.command === 'DissolveNetwork')) {
    return [];
  }
  const answer = await fetch(data.follows, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...token },
    body: JSON.stringify({ path: asking.inPath, body: asking.body }),
  });
  return answer.ok ? answer.json() : null;
};

let unaskedTaken = false;
const sayUnasked = () => {
  const anyway = make('button', { type: 'button', className: 'outline' }, data.textAnyway);
  anyway.addEventListener('click', async () => {
    unaskedTaken = true;
    await save();
    unaskedTaken = false;
  });
  say(make('strong', {}, data.textFollowsUnasked), make('p', { className: 'acts' }, anyway));
};

const showFollows = (all) => {
  follows = all;
  following.querySelector('ul').replaceChildren(...all.map((one) => make('li', {}, [one.text, one.names.join(', ')].filter(Boolean).join(' '))));
  following.hidden = all.length === 0;
};

// --- what a correction changes -------------------------------------------------------------------------------------

const board = document.getElementById('record-preview');
const hidePreview = () => {
  if (board) {
    board.hidden = true;
  }
};

// Right after something was saved it may be a moment before this can be said.
const previewed = async (asking, patience) => {
  const answer = await fetch(data.preview, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...token },
    body: JSON.stringify({ path: asking.inPath, body: asking.body }),
  });
  if (answer.status !== 409 || patience === 0) {
    return answer;
  }
  await new Promise((done) => { setTimeout(done, 500); });
  return previewed(asking, patience - 1);
};

const preview = async (asking, mine) => {
  if (!board || !data.preview) {
    return;
  }
  const answer = await previewed(asking, 3);
  if (mine !== asked) {
    return;
  }
  const changes = answer.ok ? await answer.json() : null;
  const rows = changes ? changes.map((change) => make('tr', {},
    make('th', { scope: 'row' }, change.answer),
    make('td', {}, change.before === null ? '–' : make('del', {}, change.before)),
    make('td', {}, change.after === null ? '–' : make('ins', {}, change.after)))) : [];
  board.querySelector('tbody').replaceChildren(...rows);
  board.querySelector('table').hidden = rows.length === 0;
  board.querySelector('[data-none]').hidden = !changes || rows.length > 0;
  board.querySelector('[data-unknown]').hidden = changes !== null;
  board.hidden = false;
};

// --- recording -----------------------------------------------------------------------------------------------------

const leave = async (recorded) => {
  const id = recorded[data.entityField] || '';
  const entity = `${data.entityType}:${id}`;
  const query = new URLSearchParams({ entity, atLeastVersion: String(recorded.version), size: '20' });
  const trail = await json(`/api/history?${query}`);
  const event = trail ? trail.items.find((item) => item.factId === recorded.factId) || trail.items[0] : null;
  const isNew = recorded.outcome !== 'UNCHANGED';
  const over = isNew ? follows.filter((one) => one.confirmed && one.names.length === 0).map((one) => one.text) : [];
  const flash = { text: isNew ? data.textSaved : data.textKnown, eventId: event ? event.eventId : '', follows: over };
  sessionStorage.setItem('recorded', JSON.stringify(flash));
  const next = new URL(data.then || data.home.replace('{id}', encodeURIComponent(id)), location.origin);
  if (trail && trail.items.length > 0) {
    next.searchParams.set('atLeastPosition', String(Math.max(...trail.items.map((item) => item.position))));
  }
  location.assign(next.origin === location.origin ? next : location.origin);
};

const save = async () => {
  if (underWay) {
    return;
  }
  underWay = true;
  attempted = true;
  const button = form.querySelector('button[type=submit]');
  button.setAttribute('aria-busy', 'true');
  try {
    const asking = await check(true);
    if (asking) {
      told.textContent = data.textSaving;
      const answer = await send(asking, false);
      if (answer.ok) {
        await leave(await answer.json());
        return;
      }
      told.textContent = '';
      await problemOf(answer, asking);
    }
    const wrong = form.querySelector('[aria-invalid="true"]');
    (wrong || (unseenYet ? following : summary)).focus();
    unseenYet = false;
    if (wrong && summary.hidden) {
      say(make('strong', {}, data.textFaults));
    }
  } catch (failure) {
    say(make('strong', {}, data.textOffline));
  } finally {
    underWay = false;
    button.removeAttribute('aria-busy');
  }
};

const checkSoon = later(() => check().catch(() => say(make('strong', {}, data.textOffline))), 450);

// --- help while typing ---------------------------------------------------------------------------------------------

const explain = async (wrapper) => {
  const element = control(wrapper);
  const text = element.value.trim();
  const help = wrapper.querySelector('[data-help]');
  help.dataset.hint = help.dataset.hint || help.textContent;
  if (text === '') {
    help.replaceChildren(help.dataset.hint);
    help.classList.remove('understood');
    return;
  }
  if (element.dataset.read === text) {
    return;
  }
  const meaning = await json(`/record/explain-date?text=${encodeURIComponent(text)}`);
  if (!meaning || element.value.trim() !== text) {
    return;
  }
  element.dataset.read = text;
  element.dataset.written = meaning.written || '';
  help.classList.toggle('understood', meaning.written !== null);
  help.replaceChildren(...(meaning.written === null
    ? [meaning.meaning, ...meaning.candidates.flatMap((one) => [' ', offer(wrapper, one.written, one.said)])]
    : [make('strong', {}, meaning.said), meaning.said === meaning.written ? '' : ' ',
      ...(meaning.said === meaning.written ? [] : [make('code', {}, meaning.written)]), `: ${meaning.meaning}`]));
};

// Which state could be meant, where none is called so.
const explainState = async (element) => {
  const text = element.value.trim();
  if (text === '' || element.dataset.asked === text || stateNames.has(text)) {
    return;
  }
  const meaning = await json(`/record/explain-state?text=${encodeURIComponent(text)}`);
  if (meaning && element.value.trim() === text) {
    element.dataset.asked = text;
    element.dataset.why = meaning.said;
    element.dataset.near = JSON.stringify(meaning.candidates);
  }
};

// --- what is recorded, by its name ---------------------------------------------------------------------------------

const LOOKED = ['REFERENCE', 'PART', 'NOMINATOR', 'SCOPE'];
const looked = new Map();
const placeKind = (wrapper) => wrapper.dataset.refersTo || wrapper.closest('[data-refers-to]').dataset.refersTo;
const isLooked = (wrapper) => LOOKED.includes(kindOf(wrapper)) && wrapper.dataset.list === undefined;
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
const couldBe = (element) => {
  const last = looked.get(element);
  return last && last.words === element.value.trim() ? last.found : [];
};

// The whole name of one thing, and of one only, is as good as its id.
const settle = async (element, wrapper) => {
  const words = element.value.trim();
  if (words === '' || element.dataset.value && words === element.dataset.shown) {
    return;
  }
  if (!looked.has(element) || looked.get(element).words !== words) {
    await search(element, wrapper);
  }
  const found = couldBe(element);
  const called = found.filter((one) => plain(one.label) === plain(words));
  if (called.length === 1 && !found.some((one) => one.id === words)) {
    element.dataset.value = called[0].id;
    element.dataset.shown = words;
    name(element, wrapper, found);
  }
};

const search = async (element, wrapper) => {
  const kind = wrapper.dataset.refersTo || wrapper.closest('[data-refers-to]').dataset.refersTo;
  const words = element.value.trim();
  const list = document.getElementById(element.getAttribute('list'));
  if (!list || !kind) {
    return;
  }
  const field = form ? form.querySelector(`[data-field="${data.entityField}"]`) : null;
  const of = kind === 'officials' ? '' : (form ? data.entity : element.form.dataset.entity) || (field && read(field) ? `${data.entityType}:${read(field)}` : '');
  const found = kind === 'officials' && words.length < 2 ? [] : await json(`/record/find?${new URLSearchParams({ kind, of, q: words })}`) || [];
  if (element.value.trim() !== words) {
    return;
  }
  looked.set(element, { words, found });
  list.replaceChildren(...found.map((one) => make('option', { value: one.id, label: [one.label, one.detail].filter(Boolean).join(' · ') })));
  name(element, wrapper, found);
};

const name = (element, wrapper, found) => {
  const help = wrapper.querySelector('[data-help], [data-chosen]');
  if (!help) {
    return;
  }
  help.dataset.hint = help.dataset.hint || help.textContent;
  const typed = element.value.trim();
  const chosen = typed !== '' && typed === element.dataset.shown ? element.dataset.value : typed;
  const one = found.find((each) => each.id === chosen);
  help.textContent = one ? [one.label, one.detail].filter(Boolean).join(' · ') : help.dataset.hint;
  help.classList.toggle('understood', Boolean(one));
};

const stateNames = new Map([...document.querySelectorAll('#states option')].map((option) => [option.value, option.label]));
const nameState = (wrapper, element) => {
  const help = wrapper.querySelector('[data-help]');
  if (help) {
    help.dataset.hint = help.dataset.hint || help.textContent;
    const label = stateNames.get(element.value.trim());
    help.textContent = label ? `${element.value.trim()} · ${label}` : help.dataset.hint;
    help.classList.toggle('understood', Boolean(label));
  }
};

// --- lists ---------------------------------------------------------------------------------------------------------

let made = 0;
const addEntry = (fieldset, value) => {
  const template = fieldset.querySelector(':scope > template');
  const entry = template.content.firstElementChild.cloneNode(true);
  const mark = `n${++made}`;
  entry.querySelectorAll('[id], [for], [list], [aria-describedby]').forEach((element) => {
    ['id', 'for', 'list', 'aria-describedby'].forEach((attribute) => {
      const old = element.getAttribute(attribute);
      if (old) {
        element.setAttribute(attribute, old.replaceAll('-NEW', `-${mark}`));
      }
    });
  });
  const list = fieldset.querySelector('[data-entries]');
  if (entry.getAttribute('aria-label')) {
    entry.setAttribute('aria-label', `${entry.getAttribute('aria-label')} ${list.children.length + 1}`);
  }
  list.append(entry);
  removable(entry);
  if (value) {
    control(entry).value = value;
  }
  return entry;
};

const removable = (entry) => {
  const remove = make('button', { type: 'button', className: 'outline remove', title: data.textRemove }, '×');
  remove.setAttribute('aria-label', data.textRemove);
  remove.addEventListener('click', () => {
    entry.remove();
    checkSoon();
  });
  entry.append(remove);
};

const paste = (event) => {
  const entry = event.target.closest('[data-entry]:not(.composite)');
  const fieldset = entry && entry.closest('[data-list]');
  const text = event.clipboardData.getData('text');
  if (!fieldset || !/[\n;\t]/.test(text.trim())) {
    return;
  }
  event.preventDefault();
  const [first, ...others] = text.split(/[\n;\t]+/).map((one) => one.trim()).filter(Boolean);
  event.target.value = first;
  others.forEach((one) => addEntry(fieldset, one));
  touched.add(fieldset);
  checkSoon();
};

// An address of its own is suggested from the name, as long as nobody chose one; never from a person's.
const suggest = () => {
  const field = form.querySelector(`details.ids [data-field="${data.entityField}"]`);
  const from = form.querySelector('[data-field="title"], [data-field="name"]');
  if (!field || !from || data.entityType === 'official' || touched.has(field)) {
    return;
  }
  const words = control(from).value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  control(field).value = words.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '');
};

// --- everything begins ---------------------------------------------------------------------------------------------

const searchSoon = later(search, 180);
const explainSoon = later(explain, 180);

document.querySelectorAll('form.record').forEach((any) => any.addEventListener('input', (event) => {
  const element = event.target;
  const wrapper = wrapperOf(element);
  const kind = wrapper ? kindOf(wrapper) : '';
  if (wrapper) {
    touched.add(wrapper);
  }
  if (LOOKED.includes(kind)) {
    searchSoon(element, wrapper);
  } else if (kind === 'DATE') {
    explainSoon(wrapper);
  } else if (kind === 'STATE') {
    nameState(wrapper, element);
  }
  if (form) {
    if (['title', 'name'].includes(wrapper && wrapper.dataset.field)) {
      suggest();
    }
    checkSoon();
  }
}));
document.querySelectorAll('form.record').forEach((any) => any.addEventListener('focusin', (event) => {
  const wrapper = wrapperOf(event.target);
  const list = event.target.getAttribute && event.target.getAttribute('list');
  if (wrapper && list && list !== 'states' && document.getElementById(list).children.length === 0) {
    search(event.target, wrapper);
  }
}));

// Where something is chosen before its form is shown, its name does as well.
document.querySelectorAll('form.record:not(#record)').forEach((any) => any.addEventListener('submit', async (event) => {
  const element = any.querySelector('[data-refers-to] input');
  const wrapper = element && element.closest('[data-refers-to]');
  if (!wrapper || any.dataset.settled) {
    return;
  }
  event.preventDefault();
  await settle(element, wrapper);
  const found = couldBe(element);
  const chosen = element.dataset.value && element.dataset.shown === element.value.trim() ? element.dataset.value
    : found.some((one) => one.id === element.value.trim()) ? element.value.trim() : null;
  if (chosen !== null) {
    any.dataset.settled = 'yes';
    element.value = chosen;
    any.submit();
    return;
  }
  const place = any.querySelector('.fault');
  place.replaceChildren(found.length > 0 ? any.dataset.textWhich : any.dataset.textNowhere,
    ...found.slice(0, 5).flatMap((one) => [' ', offer(wrapper, one.id, [one.label, one.detail].filter(Boolean).join(' · '))]));
  place.hidden = false;
  element.setAttribute('aria-invalid', 'true');
}));

if (form) {
  form.querySelectorAll('[data-list]').forEach((fieldset) => {
    fieldset.querySelectorAll('[data-entries] > [data-entry]').forEach(removable);
    if (fieldset.querySelector('[data-entries]').children.length === 0) {
      addEntry(fieldset);
    }
    fieldset.querySelector(':scope > [data-add]').addEventListener('click', () => {
      control(addEntry(fieldset)).focus();
    });
  });
  form.addEventListener('paste', paste);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save();
  });
  explained();
  form.querySelectorAll('[data-refers-to][data-field]').forEach((wrapper) => {
    const element = control(wrapper);
    if (element.value && !(element.dataset.value && element.dataset.shown !== element.dataset.value)) {
      search(element, wrapper);
    }
  });
  form.querySelectorAll('[data-kind="STATE"][data-field]').forEach((wrapper) => nameState(wrapper, control(wrapper)));
  // Whoever was faster than this script has typed already.
  form.querySelectorAll('input, textarea').forEach((element) => {
    const wrapper = wrapperOf(element);
    if (wrapper && element.value !== element.defaultValue) {
      touched.add(wrapper);
    }
  });
  if (touched.size > 0) {
    checkSoon();
  }
  suggest();
}
