'use strict';
/** Checks what the registry's log hands out, with nothing but the browser's own cryptography. */
const verifier = (() => {
  class Refused extends Error {}
  const refuse = (why) => { throw new Refused(why); };

  // ---- bytes and texts: one accepted spelling each

  const equal = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const encoder = new TextEncoder();

  function concat(...parts) {
    const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  function text(bytes, what) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return refuse(`${what} is not UTF-8`);
    }
  }

  function base64(string, what) {
    let binary;
    try {
      binary = atob(string);
    } catch {
      return refuse(`${what} is not Base64`);
    }
    if (btoa(binary) !== string) {
      refuse(`${what} is not in the canonical form of Base64`);
    }
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  }

  function hash(string, what) {
    const bytes = base64(string, what);
    return bytes.length === 32 ? bytes : refuse(`${what} has ${bytes.length} bytes instead of 32`);
  }

  function number(string, what) {
    if (!/^(0|[1-9][0-9]{0,19})$/.test(string)) {
      refuse(`${what} is not a number`);
    }
    const value = BigInt(string);
    return value < 1n << 64n ? value : refuse(`${what} does not fit into 64 bits`);
  }

  function json(bytes, what) {
    try {
      return JSON.parse(text(bytes, what));
    } catch (e) {
      return refuse(e instanceof Refused ? e.message : `${what} is not JSON`);
    }
  }

  const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));

  // ---- the archive: stored entries only, as the registry writes them

  function unzip(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = bytes.length - 22;
    if (end < 0 || view.getUint32(end, true) !== 0x06054b50) {
      refuse('this is not a ZIP as the registry writes it');
    }
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    if (count === 0xffff || at + view.getUint32(end + 12, true) !== end) {
      refuse('the directory of the ZIP is damaged or of a kind that this page does not read');
    }
    const files = new Map();
    for (let i = 0; i < count; i++) {
      if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) {
        refuse('the directory of the ZIP is damaged');
      }
      const size = view.getUint32(at + 24, true);
      const nameLength = view.getUint16(at + 28, true);
      const name = text(bytes.subarray(at + 46, at + 46 + nameLength), 'a file name in the ZIP');
      if ((view.getUint16(at + 8, true) & 1) !== 0 || view.getUint16(at + 10, true) !== 0
          || view.getUint32(at + 20, true) !== size) {
        refuse('the ZIP was packed anew, compressed or encrypted: unpack it and choose the folder');
      }
      const local = view.getUint32(at + 42, true);
      if (local + 30 > end || view.getUint32(local, true) !== 0x04034b50) {
        refuse(`${name} is damaged`);
      }
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const localName = bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true));
      if (start + size > end || text(localName, 'a file name in the ZIP') !== name) {
        refuse(`${name} is damaged`);
      }
      add(files, name, bytes.subarray(start, start + size));
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return at === end ? files : refuse('the directory of the ZIP is damaged');
  }

  function add(files, name, bytes) {
    if (files.has(name)) {
      refuse(`${name} is there twice`);
    }
    files.set(name, bytes);
  }

  // ---- the log: key, checkpoint, leaf, proof

  async function readKey(vkey) {
    const match = /^([^+\s]+)\+([0-9a-f]{8})\+([^\s]+)$/.exec(vkey) ?? refuse('the log\'s key is not a vkey');
    const typeAndKey = base64(match[3], 'the log\'s key');
    if (typeAndKey.length !== 33 || typeAndKey[0] !== 1) {
      refuse('the log\'s key is not an Ed25519 key');
    }
    const id = (await sha256(encoder.encode(`${match[1]}\n`), typeAndKey)).subarray(0, 4);
    if (hex(id) !== match[2]) {
      refuse('the id in log.vkey does not belong to its key');
    }
    return { vkey, name: match[1], id, bytes: typeAndKey.subarray(1) };
  }

  function pem(key) {
    const prefix = Uint8Array.from('302a300506032b6570032100'.match(/../g), (byte) => parseInt(byte, 16));
    const body = btoa(String.fromCharCode(...prefix, ...key));
    return `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----\n`;
  }

  function readCheckpoint(note, key) {
    const blank = note.lastIndexOf('\n\n');
    if (blank < 0 || !note.endsWith('\n')) {
      refuse('the checkpoint is not a signed note');
    }
    const signed = note.slice(0, blank + 1);
    const lines = signed.slice(0, -1).split('\n');
    if (lines.length < 3 || lines.includes('')) {
      refuse('the checkpoint has not its lines for origin, size and root');
    }
    if (lines[0] !== key.name) {
      refuse('the checkpoint is of another log than the key');
    }
    const signatures = note.slice(blank + 2, -1).split('\n').map((line) => {
      const match = /^— ([^+\s]+) (\S+)$/.exec(line) ?? refuse('a signature line of the checkpoint is malformed');
      const blob = base64(match[2], 'a signature of the checkpoint');
      return { name: match[1], id: blob.subarray(0, 4), signature: blob.subarray(4) };
    });
    return {
      note, signed, signatures, origin: lines[0],
      size: number(lines[1], 'the size of the tree'), root: hash(lines[2], 'the root of the tree'),
    };
  }

  /** Returns whether the signature could be checked here at all; a bad one is refused. */
  async function checkSignature(checkpoint, key) {
    const own = checkpoint.signatures.filter(({ name, id }) => name === key.name && equal(id, key.id));
    if (own.length === 0) {
      refuse('the checkpoint is not signed with the log\'s key');
    }
    if (own.some(({ signature }) => signature.length !== 64)) {
      refuse('the signature of the checkpoint has a wrong length');
    }
    let imported;
    try {
      imported = await crypto.subtle.importKey('raw', key.bytes, { name: 'Ed25519' }, false, ['verify']);
    } catch (e) {
      return e.name === 'NotSupportedError' ? false : refuse('the log\'s key is not a valid Ed25519 key');
    }
    for (const { signature } of own) {
      if (!await crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, encoder.encode(checkpoint.signed))) {
        refuse('the signature of the checkpoint is not valid');
      }
    }
    return true;
  }

  function readLeaf(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    const take = (length) => {
      if (length < 0 || at + length > bytes.length) {
        refuse('the leaf ends too early');
      }
      at += length;
      return at - length;
    };
    const field = () => {
      const length = view.getInt32(take(4));
      if (length === -1) {
        return null;
      }
      const start = take(length);
      return text(bytes.subarray(start, start + length), 'the leaf');
    };
    if (bytes[take(1)] !== 1) {
      refuse('the leaf is of an unknown version');
    }
    const leaf = { storeId: field(), eventId: field(), aggregateType: field(), entity: field() };
    leaf.sequenceNumber = view.getBigInt64(take(8));
    Object.assign(leaf, { type: field(), revision: field(), timestamp: field() });
    const start = take(64);
    leaf.payloadHash = bytes.subarray(start, start + 32);
    leaf.metadataHash = bytes.subarray(start + 32, start + 64);
    return at === bytes.length ? leaf : refuse('the leaf goes on after its end');
  }

  function readProof(file) {
    const blank = file.indexOf('\n\n');
    const lines = blank < 0 ? [] : file.slice(0, blank).split('\n');
    if (lines[0] !== 'c2sp.org/tlog-proof@v1' || !lines[1]?.startsWith('index ')) {
      refuse('the proof is malformed');
    }
    return {
      index: number(lines[1].slice(6), 'the index in the proof'),
      hashes: lines.slice(2).map((line) => hash(line, 'a hash in the proof')),
      checkpoint: file.slice(blank + 2),
    };
  }

  /** RFC 9162 section 2.1.3.2. */
  async function checkInclusion(leafHash, { index, hashes }, { size, root }) {
    if (leafHash.length !== 32 || root.length !== 32) {
      refuse('a hash has not 32 bytes');
    }
    if (index >= size) {
      refuse('the index is outside the tree');
    }
    const node = (left, right) => sha256(Uint8Array.of(1), left, right);
    let fn = index;
    let sn = size - 1n;
    let above = leafHash;
    for (const sibling of hashes) {
      if (sn === 0n) {
        refuse('the proof is too long');
      }
      if ((fn & 1n) === 1n || fn === sn) {
        above = await node(sibling, above);
        while ((fn & 1n) === 0n && fn !== 0n) {
          fn >>= 1n;
          sn >>= 1n;
        }
      } else {
        above = await node(above, sibling);
      }
      fn >>= 1n;
      sn >>= 1n;
    }
    if (sn !== 0n) {
      refuse('the proof is too short');
    }
    if (!equal(above, root)) {
      refuse('the proof leads to another root than the signed one');
    }
  }

  /**
   * That the tree of size2 begins with that of size1: RFC 9162 section 2.1.4.2. Sizes are BigInt, roots and hashes bytes.
   */
  async function checkConsistency(size1, root1, size2, root2, hashes) {
    const node = (left, right) => sha256(Uint8Array.of(1), left, right);
    if (size1 < 1n || size1 > size2) {
      refuse('the tree has become smaller');
    }
    if (size1 === size2) {
      if (hashes.length > 0) {
        refuse('the proof is too long');
      }
      return equal(root1, root2) ? undefined : refuse('two trees of the same size have different roots');
    }
    if (hashes.length === 0) {
      refuse('the proof is too short');
    }
    const path = (size1 & (size1 - 1n)) === 0n ? [root1, ...hashes] : hashes;
    let fn = size1 - 1n;
    let sn = size2 - 1n;
    while ((fn & 1n) === 1n) {
      fn >>= 1n;
      sn >>= 1n;
    }
    let earlier = path[0];
    let later = path[0];
    for (const sibling of path.slice(1)) {
      if (sn === 0n) {
        refuse('the proof is too long');
      }
      if ((fn & 1n) === 1n || fn === sn) {
        earlier = await node(sibling, earlier);
        later = await node(sibling, later);
        while ((fn & 1n) === 0n && fn !== 0n) {
          fn >>= 1n;
          sn >>= 1n;
        }
      } else {
        later = await node(later, sibling);
      }
      fn >>= 1n;
      sn >>= 1n;
    }
    if (sn !== 0n) {
      refuse('the proof is too short');
    }
    if (!equal(earlier, root1)) {
      refuse('the proof does not lead to the earlier root');
    }
    if (!equal(later, root2)) {
      refuse('the proof leads to another root than the signed one');
    }
  }

  // ---- the pack

  const PARTS = ['payload.json', 'metadata.json', 'leaf', 'event.json', 'proof'];

  function fileOf(files, name) {
    return files.get(name) ?? refuse(`${name} is missing`);
  }

  function folders(files) {
    const found = new Map();
    for (const name of files.keys()) {
      if (name.startsWith('events/')) {
        const match = /^events\/([1-9][0-9]{0,17})\/([a-z.]+)$/.exec(name);
        if (!match || !PARTS.includes(match[2])) {
          refuse(`${name} does not belong into a pack`);
        }
        found.set(match[1], (found.get(match[1]) ?? 0) + 1);
      }
    }
    return found;
  }

  async function checkEvent(files, listed, checkpoint) {
    const part = (name) => fileOf(files, `events/${listed.position}/${name}`);
    const leafBytes = part('leaf');
    const leaf = readLeaf(leafBytes);
    const proof = readProof(text(part('proof'), 'the proof'));
    if (proof.checkpoint !== checkpoint.note) {
      refuse('the proof is under another checkpoint');
    }
    if (proof.index + 1n !== BigInt(listed.position)) {
      refuse('the proof is of another position');
    }
    await checkInclusion(await sha256(Uint8Array.of(0), leafBytes), proof, checkpoint);
    if (!equal(await sha256(part('payload.json')), leaf.payloadHash)) {
      refuse('payload.json is not what was recorded');
    }
    if (!equal(await sha256(part('metadata.json')), leaf.metadataHash)) {
      refuse('metadata.json is not what was recorded');
    }
    if (listed.eventId !== leaf.eventId || listed.type !== leaf.type || listed.entity !== leaf.entity
        || String(listed.sequenceNumber) !== String(leaf.sequenceNumber) || listed.timestamp !== leaf.timestamp) {
      refuse('index.json tells of another event');
    }
    if (hex(await sha256(part('event.json'))) !== listed.eventJsonSha256) {
      refuse('event.json is not as it was packed');
    }
    return {
      leaf,
      metadata: json(part('metadata.json'), 'metadata.json'),
      words: json(part('event.json'), 'event.json'),
    };
  }

  async function verify(files, trustedVkey) {
    if (!crypto?.subtle) {
      refuse('this browser gives no SHA-256 to this page; follow README.md, or use another browser');
    }
    const vkey = text(fileOf(files, 'log.vkey'), 'log.vkey').replace(/\n$/, '');
    const key = await readKey(vkey);
    if (trustedVkey && trustedVkey !== vkey) {
      refuse('the key in the pack is not the one that you gave');
    }
    if (text(fileOf(files, 'log.pub.pem'), 'log.pub.pem') !== pem(key.bytes)) {
      refuse('log.pub.pem is not the key in log.vkey');
    }
    const checkpoint = readCheckpoint(text(fileOf(files, 'checkpoint'), 'the checkpoint'), key);
    const signatureChecked = await checkSignature(checkpoint, key);
    const index = json(fileOf(files, 'index.json'), 'index.json');
    if (index?.version !== 1 || !Array.isArray(index.events) || index.events.length === 0) {
      refuse('index.json is not the list of a pack that this page knows');
    }
    if (index.origin !== checkpoint.origin || String(index.treeSize) !== String(checkpoint.size)
        || !equal(hash(String(index.root), 'the root in index.json'), checkpoint.root)) {
      refuse('index.json tells of another checkpoint');
    }
    const left = folders(files);
    const events = [];
    const stores = new Set();
    const ids = new Set();
    for (const listed of index.events) {
      if (!Number.isSafeInteger(listed?.position) || listed.position < 1) {
        refuse('a position in index.json is not a number from 1');
      }
      if (left.get(String(listed.position)) !== PARTS.length) {
        refuse(`events/${listed.position} has not exactly the files it must have, or is listed twice`);
      }
      left.delete(String(listed.position));
      const event = { position: listed.position, listed, refused: null };
      try {
        Object.assign(event, await checkEvent(files, listed, checkpoint));
        stores.add(event.leaf.storeId);
        if (ids.has(event.leaf.eventId)) {
          refuse('the same event is there twice');
        }
        ids.add(event.leaf.eventId);
      } catch (e) {
        event.refused = e instanceof Refused ? e.message : `it cannot be read: ${e.message}`;
      }
      events.push(event);
    }
    if (left.size > 0) {
      refuse(`events/${[...left.keys()][0]} is not in index.json`);
    }
    if (stores.size > 1) {
      refuse('the events are of different stores');
    }
    return { key, trusted: Boolean(trustedVkey), checkpoint, signatureChecked, index, events };
  }

  return {
    Refused, refuse, add, base64, hex, text, unzip, readKey, readCheckpoint, checkSignature, checkInclusion, checkConsistency, verify,
  };
})();
