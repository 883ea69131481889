// A file is checked as soon as it is there, and then applied from this page's memory: the registry keeps no uploads, nor
// what they are called where that may be somebody's name; what was checked, this browser's window remembers.
import { meaning, send, tell } from './deeds.js';

let chosen = null;
let following = null;

const number = new Intl.NumberFormat(document.documentElement.lang);
const say = (text, ...values) => text.replace(/\{(\d)\}/g, (_, place) => number.format(values[place]));
const id = (name) => document.getElementById(name);

const show = async (path, replace) => {
  const answer = await fetch(path, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const content = page.getElementById('content');
  if (!content) {
    location.assign(path);
    return;
  }
  id('content').replaceWith(document.adoptNode(content));
  id('navigation').replaceWith(document.adoptNode(page.getElementById('navigation')));
  id('languages').replaceWith(document.adoptNode(page.getElementById('languages')));
  document.title = page.title;
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  if (!replace) {
    scrollTo(0, 0);
    id('content').focus({ preventScroll: true });
  }
  attach();
};

const upload = async (form, dryRun) => {
  const body = new FormData();
  body.append('file', chosen.bytes, chosen.name);
  tell(form, id('hand-in').dataset.textSending);
  let answer;
  try {
    answer = await send('POST', '/api/imports?dryRun=' + dryRun, body);
  } catch (cutOff) {
    tell(form, id('hand-in').dataset.textFailed, true);
    return;
  }
  if (answer.ok) {
    sessionStorage.setItem('import-' + answer.body.id, chosen.name);
    await show('/imports/' + answer.body.id);
  } else {
    const words = answer.status === 413 ? id('hand-in').dataset.textLarge : meaning(answer.body);
    tell(form, words || id('hand-in').dataset.textFailed, true);
  }
};

/** Held in memory, so that what is applied is what was checked. */
const take = async (form, file) => {
  try {
    chosen = { name: file.name, bytes: new Blob([await file.arrayBuffer()]) };
    return true;
  } catch (unreadable) {
    tell(form, id('hand-in').dataset.textUnreadable, true);
    return false;
  }
};

const check = async (file) => {
  const form = id('hand-in');
  if (file && (await take(form, file))) {
    await upload(form, true);
  }
};

const handIn = (form) => {
  const input = id('file');
  input.addEventListener('change', () => check(input.files[0]));
  for (const kind of ['dragenter', 'dragover']) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.add('over');
    });
  }
  for (const kind of ['dragleave', 'drop']) {
    form.addEventListener(kind, () => form.classList.remove('over'));
  }
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    check(event.dataTransfer.files[0]);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
};

const apply = (form) => {
  const again = id('again');
  const place = form.querySelector('[data-again]');
  place.hidden = chosen !== null;
  again.required = chosen === null;
  again.addEventListener('change', () => {
    const file = again.files[0];
    const checked = sessionStorage.getItem('import-' + form.dataset.run);
    tell(form, file && checked && file.name !== checked ? form.dataset.textOther : '', true);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    button.setAttribute('aria-busy', 'true');
    if (chosen || (await take(form, again.files[0]))) {
      await upload(form, false);
    }
    button.disabled = false;
    button.removeAttribute('aria-busy');
  });
};

const timeLeft = (texts, seconds) => {
  if (seconds === null || seconds === undefined) {
    return '';
  }
  return seconds < 120 ? say(texts.textSeconds, seconds) : say(texts.textMinutes, Math.round(seconds / 60));
};

const tellProgress = (place, report) => {
  const bar = id('bar');
  const texts = place.dataset;
  if (report.rowsTotal > 0) {
    bar.max = report.rowsTotal;
    bar.value = report.rowsDone;
  }
  const all = report.rowsTotal > 0 && report.rowsDone === report.rowsTotal;
  place.querySelector('[data-rows]').textContent = say(texts.textRows, report.rowsDone, report.rowsTotal);
  place.querySelector('[data-rate]').textContent = all ? texts.textWaiting : say(texts.textRate, report.rowsPerSecond);
  place.querySelector('[data-left]').textContent = all ? '' : timeLeft(texts, report.secondsLeft);
  for (const count of document.querySelectorAll('[data-count]')) {
    count.textContent = number.format(report[count.dataset.count]);
  }
  for (const file of report.files) {
    const row = document.querySelector(`[data-file="${CSS.escape(file.file)}"]`);
    for (const cell of row ? row.querySelectorAll('[data-of]') : []) {
      const rows = `${number.format(file.rowsDone)} / ${number.format(file.rowsTotal)}`;
      cell.textContent = cell.dataset.of === 'rows' ? rows : number.format(file[cell.dataset.of]);
    }
  }
};

const follow = (place) => {
  following = new EventSource('/api/imports/' + place.dataset.run + '/progress');
  following.addEventListener('progress', (event) => tellProgress(place, JSON.parse(event.data)));
  following.addEventListener('done', async (event) => {
    following.close();
    tellProgress(place, JSON.parse(event.data));
    await show(location.pathname, true);
  });
};

// What the file is called, and what stands above its columns, only this browser knows: the registry keeps neither, as
// either may be somebody's name.
const ownName = () => {
  const place = id('file-name');
  const name = place && sessionStorage.getItem('import-' + place.dataset.run);
  if (name && name !== place.textContent) {
    place.textContent = name;
    document.title = document.title.replace(/^[^·]*/, name + ' ');
  }
};

const cells = (line) => {
  const separator = line.split(';').length > line.split(',').length ? ';' : ',';
  const found = [''];
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') {
      quoted = !quoted;
    } else if (letter === separator && !quoted) {
      found.push('');
    } else {
      found[found.length - 1] += letter;
    }
  }
  return found.map((cell) => cell.trim());
};

const ownHeaders = async () => {
  const places = [...document.querySelectorAll('.cells [data-place]')];
  if (!chosen || !/\.csv$/i.test(chosen.name) || places.length === 0) {
    return;
  }
  const lines = (await chosen.bytes.slice(0, 1 << 16).text()).replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  for (const place of places) {
    const rows = [...place.closest('table').querySelectorAll('tbody tr')];
    const row = rows.find((one) => /UNKNOWN_COLUMN|PASSED_OVER|REPEATED_COLUMN/.test(one.textContent));
    const above = row ? lines[Number(row.querySelector('th').textContent.replace(/\D/g, '')) - 1] : null;
    const name = above ? cells(above)[Number(place.dataset.place) - 1] : null;
    if (name) {
      place.textContent += ` “${name}”`;
    }
  }
};

const attach = () => {
  ownName();
  ownHeaders();
  if (following) {
    following.close();
    following = null;
  }
  if (id('hand-in')) {
    handIn(id('hand-in'));
  }
  if (id('apply')) {
    apply(id('apply'));
  }
  if (id('progress')) {
    follow(id('progress'));
  }
};

addEventListener('popstate', () => location.reload());
attach();
