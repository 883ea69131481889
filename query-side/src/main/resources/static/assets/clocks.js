'use strict';
// The years as a slider that plays. Without this script, the form does the same, a year at a time.
(() => {
  const form = document.getElementById('clocks');
  if (!form) {
    return;
  }
  const text = form.dataset;
  const first = Number(text.first);
  const last = Number(text.last);
  const asOf = form.elements.namedItem('asOf');
  const knownAt = form.elements.namedItem('knownAt');
  const PAUSE = 700;
  const svg = 'http://www.w3.org/2000/svg';

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  };
  const icon = document.createElementNS(svg, 'svg');
  icon.setAttribute('viewBox', '0 0 14 14');
  icon.setAttribute('aria-hidden', 'true');
  const outline = document.createElementNS(svg, 'path');
  icon.append(outline);

  const slider = make('input', { type: 'range', min: first, max: last, step: 1, 'aria-label': text.textYear });
  slider.value = text.year;
  const shown = make('output', {}, text.year);
  const play = make('button', { type: 'button' }, icon);
  form.append(make('div', { class: 'years-control' }, play, slider, shown));

  let playing = false;
  let asked = 0;

  const showState = () => {
    play.setAttribute('aria-label', playing ? text.textPause : text.textPlay);
    play.title = playing ? text.textPause : text.textPlay;
    outline.setAttribute('d', playing ? 'M2 1h4v12H2zM8 1h4v12H8z' : 'M2 1l11 6-11 6z');
  };

  const address = (year) => {
    const url = new URL(location.href);
    if (year === last) {
      url.searchParams.delete('asOf');
    } else {
      url.searchParams.set('asOf', String(year));
    }
    url.searchParams.delete('page');
    return url;
  };

  // The address of the page and all of its links go along, so that what is seen can be sent to somebody.
  const go = async (year) => {
    const mine = ++asked;
    const url = address(year);
    const answer = await fetch(url, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (mine !== asked || !page.getElementById('content')) {
      return;
    }
    for (const id of ['content', 'navigation', 'languages']) {
      document.getElementById(id).replaceWith(document.adoptNode(page.getElementById(id)));
    }
    history.replaceState(null, '', url);
    asOf.value = url.searchParams.get('asOf') || '';
    knownAt.value = url.searchParams.get('knownAt') || '';
  };

  const stop = () => {
    playing = false;
    showState();
  };

  const show = async (year) => {
    slider.value = String(year);
    shown.value = String(year);
    try {
      await go(year);
    } catch (failure) {
      stop();
      location.assign(address(year));
    }
  };

  const step = async () => {
    if (!playing) {
      return;
    }
    const next = Number(slider.value) + 1;
    if (next > last) {
      stop();
      return;
    }
    await show(next);
    setTimeout(step, PAUSE);
  };

  slider.addEventListener('input', () => {
    shown.value = slider.value;
  });
  slider.addEventListener('change', () => {
    stop();
    show(Number(slider.value));
  });
  play.addEventListener('click', async () => {
    playing = !playing;
    showState();
    if (playing && Number(slider.value) >= last) {
      await show(first);
      setTimeout(step, PAUSE);
    } else if (playing) {
      await step();
    }
  });
  showState();
})();

// What is printed later says when: by the registry's clock, which was read when it answered, and not by the reader's.
{
  const paper = document.querySelector('.on-paper');
  if (paper) {
    const time = paper.querySelector('time');
    const said = new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang, {
      day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC',
    });
    const answered = performance.now();
    addEventListener('beforeprint', () => {
      const now = new Date(Number(paper.dataset.now) + performance.now() - answered);
      time.dateTime = now.toISOString();
      time.textContent = `${said.format(now)} UTC`;
    });
  }
}
