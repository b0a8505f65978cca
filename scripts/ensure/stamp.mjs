// A stamp says what something was made from: as long as the sources read the same, it need not be made again.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const stampsDir = join(root, '.stamps');

/** What compiled packages depend on besides their version. */
export const machine = `${process.platform}-${process.arch}-abi${process.versions.modules}`;

/**
 * The files under `path` (a file or a folder, relative to `base`), sorted, with forward slashes.
 * @param {string} path
 * @param {string} [base]
 * @returns {string[]}
 */
export function filesUnder(path, base = root) {
  const full = join(base, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(base, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();
}

/**
 * A digest over names and contents, so that a rename, an edit and a removal all show.
 * @param {readonly string[]} files
 * @param {readonly string[]} [extra] other things the product was made from
 * @param {string} [base]
 */
export function digest(files, extra = [], base = root) {
  const hash = createHash('sha256');
  for (const text of extra) hash.update(`${text}\0`);
  for (const file of files) {
    const bytes = readFileSync(join(base, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * @param {string} file
 * @returns {any} the parsed stamp, or undefined when there is none or it cannot be read
 */
export function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {unknown} value
 */
export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
