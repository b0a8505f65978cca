// The vectors of lib/policy, run in this very process. They and what they test are bundled once and evaluated anew
// for every planted fault: that takes milliseconds, and nothing that one fault left in a cache reaches the next.
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { expect } from 'vitest';

/** @typedef {(...args: readonly unknown[]) => unknown} Body */
/** @typedef {{ id: string, fileName: string, run: Body }} Vector */

/** @param {string} fileName @param {string} name */
export const idOf = (fileName, name) => `${fileName}#${name}`;

/** @param {string} id */
export const fileOf = (id) => id.slice(0, id.indexOf('#'));

/**
 * What the vectors use of vitest, noting down every test instead of running it.
 * @param {string} fileName
 */
function collect(fileName) {
  /** @type {Map<string, Vector>} */
  const found = new Map();
  /** @type {string[]} */
  const titles = [];

  /** @param {string} title @param {Body} body */
  const describe = (title, body) => {
    titles.push(title);
    body();
    titles.pop();
  };
  /** @param {string} title @param {Body} run */
  const it = (title, run) => {
    let id = idOf(fileName, [...titles, title].join(' '));
    while (found.has(id)) id += "'";
    found.set(id, { id, fileName, run });
  };
  return { found, vitest: { expect, describe: withEach(describe), it: withEach(it) } };
}

/**
 * A row that is a list holds the arguments; anything else is the only one.
 * @param {(title: string, body: Body) => void} define
 */
function withEach(define) {
  /** @param {readonly unknown[]} rows */
  const each = (rows) => (/** @type {string} */ title, /** @type {Body} */ body) => {
    for (const row of rows) {
      const args = Array.isArray(row) ? row : [row];
      const shown = title.match(/%[sdifjoO]/g)?.length ?? 0;
      define(format(title, ...args.slice(0, shown)), () => body(...args));
    }
  };
  return Object.assign(define, { each });
}

/**
 * @param {string} base the tree with the planted faults
 * @param {readonly string[]} files relative to it
 * @returns {Promise<() => (file: string) => Vector[]>} each call begins anew with nothing evaluated; the function it
 *   returns evaluates one file, and whatever of the tree that file needs and is not yet evaluated
 */
export async function bundleVectors(base, files) {
  const entries = files.map(
    (file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)}),`,
  );
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = {\n${entries.join('\n')}\n};`, resolveDir: base },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vitest', 'fast-check'],
    logLevel: 'error',
  });
  const script = new Script(`(function (module, require) {${outputFiles[0]?.text}\n})`, {
    filename: 'vectors.cjs',
  });
  const requireInstalled = createRequire(import.meta.url);
  return () => {
    /** @type {{ exports: Record<string, () => void> }} */
    const module = { exports: {} };
    let collected = collect('');
    const evaluate = script.runInThisContext();
    evaluate(module, (/** @type {string} */ name) =>
      name === 'vitest' ? collected.vitest : requireInstalled(name),
    );
    return (file) => {
      collected = collect(file);
      module.exports[file]?.();
      return [...collected.found.values()];
    };
  };
}
