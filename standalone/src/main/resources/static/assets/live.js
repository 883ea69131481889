// Asks again every two seconds how things are, as long as somebody looks: a page left open must not keep its login alive.
import { refresh } from './deeds.js';

const EVERY = 2000;
const LOOKED_AT = 10 * 60 * 1000;
let touched = Date.now();

for (const sign of ['pointermove', 'pointerdown', 'keydown', 'scroll']) {
  addEventListener(sign, () => {
    touched = Date.now();
  }, { passive: true });
}

const look = async () => {
  if (document.visibilityState === 'visible' && Date.now() - touched < LOOKED_AT) {
    try {
      await refresh(false);
    } catch (unreachable) {
      // Asked again in a moment; what is shown is what was known last.
    }
  }
  setTimeout(look, EVERY);
};

setTimeout(look, EVERY);
