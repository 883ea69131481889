'use strict';
(() => {
  const { Refused, refuse, add, hex, unzip, verify } = verifier;


  const element = (id) => document.getElementById(id);

  function told(tag, string) {
    const node = document.createElement(tag);
    node.textContent = string;
    return node;
  }

  function show(verdict, headline, ...lines) {
    element('verdict').dataset.verdict = verdict;
    element('verdict').replaceChildren(told('h2', headline), ...lines.map((line) => told('p', line)));
  }

  function sequences(events) {
    const byEntity = new Map();
    for (const { leaf } of events) {
      byEntity.set(leaf.entity, [...byEntity.get(leaf.entity) ?? [], Number(leaf.sequenceNumber)]);
    }
    return [...byEntity].slice(0, 50).map(([entity, numbers]) => {
      const last = Math.max(...numbers);
      const missing = last + 1 - new Set(numbers).size;
      return `${entity}: ${numbers.length} events up to its number ${last} (from 0), `
        + (missing === 0 ? 'none missing before it.' : `${missing} not in this pack.`);
    });
  }

  function showReport({ key, trusted, checkpoint, signatureChecked, index, events }) {
    const refused = events.filter((event) => event.refused !== null);
    const about = [
      `Log ${checkpoint.origin}, ${checkpoint.size} events, root ${hex(checkpoint.root)}.`,
      `Key ${key.vkey}${trusted ? ', as you gave it.' : ' came with the pack: compare it with one from elsewhere.'}`,
    ];
    if (index.notYetSigned > 0) {
      about.push(`${index.notYetSigned} later events that fit the question were not signed yet and are not in the pack.`);
    }
    if (index.historyIsWhole !== true) {
      about.push('When the pack was made, the registry could not read some events; the pack may lack them.');
    }
    if (refused.length > 0) {
      show('refused', `Refused: ${refused.length} of ${events.length} events do not fit`,
        ...refused.map(({ position, refused: why }) => `Position ${position}: ${why}.`), ...about);
    } else if (signatureChecked) {
      show('accepted', `Everything fits: ${events.length} events`, ...about, ...sequences(events));
    } else {
      show('unchecked', 'The signature was NOT checked; everything else fits',
        'This browser has no Ed25519, so nothing shows yet that the log signed this checkpoint. '
          + 'Check it with openssl: steps 1 and 2 in README.md.', ...about, ...sequences(events));
    }
    element('events').tBodies[0].replaceChildren(...events.map(row));
    element('events').hidden = false;
  }

  function row({ position, listed, refused, leaf, metadata, words }) {
    const line = document.createElement('tr');
    line.dataset.verdict = refused === null ? 'accepted' : 'refused';
    const cells = refused === null
      ? ['fits', leaf.timestamp, leaf.type, leaf.entity, metadata?.actor ?? '', words?.summary ?? '']
      : [`REFUSED: ${refused}`, '', String(listed.type), String(listed.entity), '', ''];
    line.append(...[String(position), ...cells].map((cell) => told('td', cell)));
    return line;
  }

  /** Relative to the folder that has the list. */
  function fromFolder(files) {
    const list = [...files.keys()].filter((name) => /(^|\/)index\.json$/.test(name))
      .sort((a, b) => a.length - b.length)[0] ?? refuse('there is no index.json: this is no pack');
    const prefix = list.slice(0, -'index.json'.length);
    return new Map([...files].filter(([name]) => name.startsWith(prefix))
      .map(([name, bytes]) => [name.slice(prefix.length), bytes]));
  }

  const bytesOf = async (file) => new Uint8Array(await file.arrayBuffer());

  let checks = 0;

  /** What was chosen last is shown, whatever is finished last. */
  async function check(read) {
    const mine = ++checks;
    element('events').hidden = true;
    show('running', 'Checking …');
    let tell;
    try {
      const report = await verify(await read(), element('key').value.trim());
      tell = () => showReport(report);
    } catch (e) {
      const why = e instanceof Refused ? e.message : `the pack cannot be read: ${e.message}`;
      tell = () => show('refused', 'Refused', `${why}.`);
    }
    if (mine === checks) {
      tell();
    }
  }

  async function readFiles(named) {
    const files = new Map();
    for (const [name, file] of named) {
      add(files, name, await bytesOf(file));
    }
    return fromFolder(files);
  }

  async function walk(entry, path, found) {
    if (entry.isFile) {
      found.push([path + entry.name, await new Promise((done, failed) => entry.file(done, failed))]);
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (some.length === 0) {
        return;
      }
      for (const inner of some) {
        await walk(inner, `${path}${entry.name}/`, found);
      }
    }
  }

  element('zip').addEventListener('change', ({ target }) => {
    const [file] = target.files;
    if (file) {
      check(async () => unzip(await bytesOf(file)));
    }
  });
  element('folder').addEventListener('change', ({ target }) => {
    const named = Array.from(target.files, (file) => [file.webkitRelativePath || file.name, file]);
    if (named.length > 0) {
      check(() => readFiles(named));
    }
  });
  const drop = element('drop');
  for (const type of ['dragover', 'dragleave', 'drop']) {
    document.addEventListener(type, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', type === 'dragover');
    });
  }
  document.addEventListener('drop', ({ dataTransfer }) => {
    const entries = Array.from(dataTransfer.items, (item) => item.webkitGetAsEntry()).filter(Boolean);
    const [file] = dataTransfer.files;
    if (entries.length > 1 || entries[0]?.isDirectory) {
      check(async () => {
        const found = [];
        for (const entry of entries) {
          await walk(entry, '', found);
        }
        return readFiles(found);
      });
    } else if (file) {
      check(async () => unzip(await bytesOf(file)));
    }
  });
})();
