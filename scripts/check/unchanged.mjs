// Which unit tests would run on exactly what they passed on last time. `npm run check` leaves those out;
// `npm test` runs everything.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machine, readStamp, root, writeStamp } from '../ensure/stamp.mjs';

/** Modules of Node with which a test sees nothing but what it imports. */
const PURE = new Set(
  ['assert', 'buffer', 'crypto', 'path', 'perf_hooks', 'url', 'util', 'zlib'].map((name) => `node:${name}`),
);

/** @typedef {Record<string, { imports: { path: string, external?: boolean }[] }>} Inputs as esbuild's metafile has them */

/**
 * Every file of ours that a test loads, itself first.
 * @param {Inputs} inputs
 * @param {string} test
 * @returns {string[] | undefined} undefined when it may look at more than it imports: the disk, a process, a thread
 */
export function loadedBy(inputs, test) {
  const seen = new Set([test]);
  for (const file of seen) {
    for (const { path, external } of inputs[file]?.imports ?? []) {
      if (!external) seen.add(path);
      else if (path.startsWith('node:') && !PURE.has(path)) return undefined;
    }
  }
  return [...seen];
}

/**
 * @param {readonly string[]} tests
 * @returns {Promise<Inputs>}
 */
async function inputsOf(tests) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    entryPoints: [...tests],
    outdir: 'nowhere',
    absWorkingDir: root,
    write: false,
    bundle: true,
    splitting: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    loader: { '.yaml': 'text', '.md': 'text', '.css': 'empty' },
    logLevel: 'silent',
  });
  return metafile.inputs;
}

/**
 * What each test file runs on, as one digest. A test that may look at more than it imports has none.
 * @param {readonly string[]} tests relative to the repository
 * @returns {Promise<Record<string, string>>}
 */
export async function digestsOf(tests) {
  const inputs = await inputsOf(tests);
  /** @type {Map<string, string>} */
  const contents = new Map();
  /** @param {string} file */
  const content = (file) => {
    const known =
      contents.get(file) ??
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('base64');
    contents.set(file, known);
    return known;
  };
  const ground = [machine, process.version, content('package-lock.json'), content('vitest.config.ts')].join(
    '\n',
  );
  /** @type {Record<string, string>} */
  const digests = {};
  for (const test of tests) {
    const files = loadedBy(inputs, test);
    if (!files) continue;
    const hash = createHash('sha256').update(ground);
    for (const file of files.sort()) hash.update(`\0${file}\0${content(file)}`);
    digests[test] = hash.digest('hex');
  }
  return digests;
}

/**
 * @param {readonly string[]} tests
 * @param {Record<string, string>} now what they would run on
 * @param {string} stampFile
 * @returns {string[]} those that have not passed on this
 */
export function changed(tests, now, stampFile) {
  const passed = readStamp(stampFile) ?? {};
  return tests.filter((test) => now[test] === undefined || now[test] !== passed[test]);
}

/**
 * @param {any} report of vitest's json reporter
 * @param {Record<string, string>} ranOn digests taken before the run
 * @param {string} stampFile
 */
export function remember(report, ranOn, stampFile) {
  const passed = { ...readStamp(stampFile) };
  for (const { name, status } of report?.testResults ?? []) {
    const test = name.slice(root.length + 1);
    if (status === 'passed' && ranOn[test]) passed[test] = ranOn[test];
    else delete passed[test];
  }
  writeStamp(stampFile, passed);
}
