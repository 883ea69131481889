'use strict';
// What was recorded just now, once, at the top of the page that shows it.
(() => {
  const place = document.getElementById('flash');
  const kept = sessionStorage.getItem('recorded');
  if (!place || !kept) {
    return;
  }
  sessionStorage.removeItem('recorded');
  const { text, summary, eventId } = JSON.parse(kept);
  const line = document.createElement('p');
  line.append(text);
  if (eventId) {
    const link = document.createElement('a');
    link.href = `/history/${encodeURIComponent(eventId)}`;
    link.lang = 'en';
    link.append(summary);
    line.append(' ', link);
  }
  place.append(line);
  place.hidden = false;
})();
