// Finds by name whose data is to be erased. What is looked for is sent in a body, so that no address has a name in it.
import { meaning, send, tell } from './deeds.js';

const form = document.getElementById('erasure-find');
const list = form.querySelector('[data-found]');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  tell(form, '');
  list.replaceChildren();
  try {
    const answer = await send('POST', '/erasure/find', { q: document.getElementById('q').value });
    if (!answer.ok) {
      tell(form, meaning(answer.body, form), true);
      return;
    }
    list.replaceChildren(...answer.body.map((one) => {
      const entry = document.createElement('li');
      const link = document.createElement('a');
      link.href = `/erasure?official=${encodeURIComponent(one.id)}`;
      link.textContent = one.label;
      entry.append(link);
      return entry;
    }));
    if (answer.body.length === 0) {
      tell(form, form.dataset.textNobody, true);
    }
  } catch (failure) {
    tell(form, document.getElementById('deed-texts').dataset.unreachable, true);
  }
});
