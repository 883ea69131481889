'use strict';
// What was recorded just now, once, at the top of the page that shows it. Only its id is kept until then: what it says
// may name somebody, and is asked for when it is shown.
(async () => {
  const place = document.getElementById('flash');
  const kept = sessionStorage.getItem('recorded');
  if (!place || !kept) {
    return;
  }
  sessionStorage.removeItem('recorded');
  const { text, eventId, follows } = JSON.parse(kept);
  const more = follows || [];
  const line = document.createElement('p');
  line.append(text);
  if (eventId) {
    const answer = await fetch(`/record/told?event=${encodeURIComponent(eventId)}`, { headers: { Accept: 'application/json' } });
    const [told] = answer.ok ? await answer.json() : [];
    const link = document.createElement('a');
    link.href = `/history/${encodeURIComponent(eventId)}`;
    link.append(told ? told.summary : eventId);
    line.append(' ', link);
    (told ? told.persons : []).forEach((person) => {
      const whom = document.createElement('strong');
      whom.append(person);
      line.append(' ', whom);
    });
    (told && told.follows || []).forEach((one) => more.push([one.text, one.names.join(', ')].filter(Boolean).join(' ')));
  }
  place.append(line, ...more.map((said) => {
    const follow = document.createElement('p');
    follow.append(said);
    return follow;
  }));
  place.hidden = false;
})();
