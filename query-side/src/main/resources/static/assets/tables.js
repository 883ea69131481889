'use strict';
// On a phone a row of a wide table is a card, whose cells say what stands above their columns. Without this script the
// table scrolls.
(() => {
  const COLUMNS = 5;

  const label = (table) => {
    const heads = table.tHead ? [...table.tHead.rows].pop().cells : [];
    if (heads.length < COLUMNS || [...heads].some((head) => head.colSpan > 1)) {
      return;
    }
    for (const body of table.tBodies) {
      for (const row of body.rows) {
        [...row.cells].forEach((cell, place) => {
          if (cell.tagName === 'TD' && cell.colSpan === 1 && heads[place] && heads[place].textContent.trim()) {
            cell.dataset.label = heads[place].textContent.trim();
          }
        });
      }
    }
    table.classList.add('as-cards');
  };

  const all = () => document.querySelectorAll('.scroll > table:not(.as-cards, .roster, .calendar)').forEach(label);
  all();
  // Parts of a page are put anew while somebody looks.
  new MutationObserver(all).observe(document.body, { childList: true, subtree: true });
})();
