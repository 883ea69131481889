'use strict';
// The browser checks the log by itself, and remembers what it saw, so that a log that forgets or changes is found out.
(() => {
  const MEMORY = 'registry.log';
  const { Refused, refuse } = verifier;

  const remembered = () => {
    try {
      return JSON.parse(localStorage.getItem(MEMORY));
    } catch {
      return null;
    }
  };
  const remember = (seen) => localStorage.setItem(MEMORY, JSON.stringify(seen));

  async function ask(path) {
    const answer = await fetch(path, { credentials: 'same-origin', cache: 'no-store' });
    if (!answer.ok) {
      const problem = await answer.json().catch(() => ({}));
      throw new Error(problem.detail ?? `${answer.status} ${path}`);
    }
    return answer;
  }

  /** Whether two checkpoints are of one history, whichever is the later. */
  async function consistent(one, other) {
    const [earlier, later] = one.size <= other.size ? [one, other] : [other, one];
    let hashes = [];
    if (earlier.size < later.size) {
      const proof = await (await ask(`/ledger/consistency?from=${earlier.size}&to=${later.size}`)).json();
      hashes = proof.hashes.map((hash) => verifier.base64(hash, 'a hash of the proof'));
    }
    await verifier.checkConsistency(earlier.size, earlier.root, later.size, later.root, hashes);
  }

  const fill = (text, ...values) => values.reduce((all, value, i) => all.replace(`{${i}}`, value), text);
  const day = (instant) => new Date(instant).toLocaleDateString(document.documentElement.lang, { dateStyle: 'medium' });
  const count = (size) => size.toLocaleString(document.documentElement.lang);

  class Verdict {
    constructor(place) {
      this.place = place;
      this.text = place.dataset;
    }

    start() {
      this.place.dataset.verdict = 'running';
      this.place.replaceChildren(this.line('running', this.text.textRunning));
    }

    line(kind, text) {
      const line = document.createElement('p');
      line.dataset.check = kind;
      line.textContent = text;
      return line;
    }

    finish(verdict, lines) {
      this.place.replaceChildren(...lines);
      this.place.dataset.verdict = verdict;
    }

    failed(error, lines = []) {
      const text = error instanceof Refused ? this.text.textRefused : this.text.textOffline;
      this.finish(error instanceof Refused ? 'refused' : 'unchecked',
        [...lines, this.line(error instanceof Refused ? 'refused' : 'unchecked', fill(text, error.message))]);
    }

    /** Lets go of what was remembered, which is right after the log was given a new key on purpose. */
    offerToForget() {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'secondary';
      button.textContent = this.text.textForget;
      button.addEventListener('click', () => {
        localStorage.removeItem(MEMORY);
        location.reload();
      });
      this.place.append(button);
    }
  }

  /** Compares a checkpoint with what this browser remembers, and remembers the later of both. */
  async function watch(key, checkpoint, verdict) {
    const before = remembered();
    if (before && before.vkey !== key.vkey) {
      refuse(fill(verdict.text.textOtherkey, before.vkey));
    }
    if (!before) {
      remember({ vkey: key.vkey, note: checkpoint.note, since: new Date().toISOString(), first: String(checkpoint.size) });
      return verdict.line('accepted', fill(verdict.text.textFirst, count(checkpoint.size)));
    }
    const seen = verifier.readCheckpoint(before.note, key);
    await consistent(seen, checkpoint);
    const later = seen.size > checkpoint.size ? seen : checkpoint;
    remember({ ...before, note: later.note });
    return verdict.line('accepted', fill(verdict.text.textGrown, day(before.since), count(BigInt(before.first)), count(later.size)));
  }

  async function signed(note, vkey, verdict) {
    const key = await verifier.readKey(vkey);
    const checkpoint = verifier.readCheckpoint(note, key);
    const checked = await verifier.checkSignature(checkpoint, key);
    return { key, checkpoint, line: signature(checked, checkpoint, verdict) };
  }

  function signature(checked, checkpoint, verdict) {
    return checked
      ? verdict.line('accepted', fill(verdict.text.textSigned, count(checkpoint.size)))
      : verdict.line('unchecked', verdict.text.textUnsigned);
  }

  const verdictOf = (lines) => lines.every((line) => line.dataset.check === 'accepted') ? 'accepted' : 'unchecked';

  async function newest(verdict) {
    const [note, vkey] = await Promise.all(['/ledger/checkpoint', '/ledger/key'].map(async (path) => (await ask(path)).text()));
    return signed(note, vkey.trim(), verdict);
  }

  async function judge(verdict, work) {
    verdict.start();
    const lines = [];
    try {
      await work(lines);
      verdict.finish(verdictOf(lines), lines);
    } catch (error) {
      verdict.failed(error, lines);
      if (error instanceof Refused && remembered()) {
        verdict.offerToForget();
      }
    }
  }

  function onLedger(place) {
    place.hidden = false;
    const verdict = new Verdict(place.querySelector('.checks'));
    judge(verdict, async (lines) => {
      const { key, checkpoint, line } = await newest(verdict);
      lines.push(line, await watch(key, checkpoint, verdict));
    });
  }

  function onOlder(form) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const verdict = new Verdict(form.querySelector('.checks'));
      judge(verdict, async (lines) => {
        const { key, checkpoint } = await newest(verdict);
        const note = `${form.querySelector('textarea').value.replace(/\r/g, '').trimEnd()}\n`;
        const kept = await signed(note, key.vkey, verdict);
        lines.push(kept.line);
        await consistent(kept.checkpoint, checkpoint);
        lines.push(verdict.line('accepted', fill(verdict.text.textIncluded, count(kept.checkpoint.size), count(checkpoint.size))));
      });
    });
  }

  function onEvent(place) {
    place.hidden = false;
    place.querySelector('button').addEventListener('click', () => {
      const verdict = new Verdict(place.querySelector('.checks'));
      judge(verdict, async (lines) => {
        const pack = new Uint8Array(await (await ask(place.dataset.pack)).arrayBuffer());
        const report = await verifier.verify(verifier.unzip(pack), remembered()?.vkey);
        const [event] = report.events;
        if (report.events.length !== 1 || event.refused !== null) {
          refuse(event.refused ?? 'the pack has other events');
        }
        lines.push(verdict.line('accepted', fill(verdict.text.textStored, verifier.hex(event.leaf.payloadHash))));
        lines.push(verdict.line('accepted', fill(verdict.text.textIncluded, count(event.position), count(report.checkpoint.size))));
        lines.push(signature(report.signatureChecked, report.checkpoint, verdict));
        lines.push(await watch(report.key, report.checkpoint, verdict));
      });
    });
  }

  const place = (id, begin) => {
    const found = document.getElementById(id);
    if (found) {
      begin(found);
    }
  };
  place('watch', onLedger);
  place('older', onOlder);
  place('verify', onEvent);
})();
