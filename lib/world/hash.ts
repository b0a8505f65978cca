import { sha256 } from '@noble/hashes/sha2.js';
import { byCodeUnit, bytesToHex, canonicalText, utf8ToBytes } from '../base';
import type { Table } from './table';

// Records are frozen, so the text of one never changes.
const hashes = new WeakMap<object, string>();

function recordHash(record: object): string {
  let hash = hashes.get(record);
  if (!hash) {
    hash = bytesToHex(sha256(utf8ToBytes(canonicalText(record))));
    hashes.set(record, hash);
  }
  return hash;
}

/** SHA-256, in hex, over the clock and every record, whatever the order in which they came to be. */
export function stateHash(nowMs: number, tables: readonly Table<object>[]): string {
  const lines = [`clock ${nowMs}\n`];
  for (const table of [...tables].sort((a, b) => byCodeUnit(a.definition.name, b.definition.name))) {
    for (const id of table.ids()) {
      const record = table.get(id);
      if (record) lines.push(`${table.definition.name} ${id} ${recordHash(record)}\n`);
    }
  }
  // Encoded in one go: a thousand short texts cost ten times as much as a long one.
  return bytesToHex(sha256(utf8ToBytes(lines.join(''))));
}
