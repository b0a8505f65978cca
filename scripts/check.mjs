// Everything that can be checked without a browser, side by side.
//   node scripts/check.mjs         unit tests that passed on these very files are left out
//   node scripts/check.mjs --all   all of them
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changed, digestsOf, remember } from './check/unchanged.mjs';
import { capture } from './ensure/run.mjs';
import { filesUnder, readStamp, root, stampsDir } from './ensure/stamp.mjs';

export const unitResults = join(stampsDir, 'results', 'unit.json');

/** @param {string} path below node_modules */
const bin = (path) => join(root, 'node_modules', path);

export const UNIT = 'unit tests';

/**
 * The slowest first. `fix` is what to run to see or mend it alone.
 * @type {{ name: string, args: string[], fix: string }[]}
 */
export const parts = [
  {
    name: UNIT,
    args: [
      bin('vitest/vitest.mjs'),
      'run',
      '--project=unit',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitResults}`,
    ],
    fix: 'npx vitest run --project=unit',
  },
  {
    name: 'types',
    args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.json'],
    fix: 'npx tsc -p tsconfig.json',
  },
  {
    name: 'types of the engine, without the DOM and Node',
    args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.engine.json'],
    fix: 'npx tsc -p tsconfig.engine.json',
  },
  {
    name: 'lint and format',
    args: [bin('@biomejs/biome/bin/biome'), 'check', '--max-diagnostics=50', '.'],
    fix: 'npm run format',
  },
  { name: 'import rules', args: ['scripts/edges.mjs'], fix: 'node scripts/edges.mjs' },
  { name: 'nevers', args: ['scripts/nevers.mjs'], fix: 'node scripts/nevers.mjs' },
];

const passedTests = join(stampsDir, 'unit-passed.json');

/**
 * The unit tests that have to run, and what to do once they have.
 * @param {boolean} all
 * @returns {Promise<{ files: string[], leftOut: number, done: () => void }>}
 */
async function unitTests(all) {
  const places = ['app', 'components', 'content', 'lib', 'scripts'];
  const tests = places.flatMap((place) => filesUnder(place)).filter((file) => /\.test\.tsx?$/.test(file));
  // Where something cannot be bundled the type check will say so; here everything runs.
  const now = await digestsOf(tests).catch(() => ({}));
  const files = all ? tests : changed(tests, now, passedTests);
  const done = () => remember(readStamp(unitResults), now, passedTests);
  return { files, leftOut: tests.length - files.length, done };
}

/** @typedef {{ name: string, ok: boolean }} Outcome */

/**
 * @param {(typeof parts)[number]} part
 * @returns {Promise<Outcome>}
 */
async function runPart({ name, args, fix }) {
  const started = performance.now();
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const { code, output } = await capture(process.execPath, args, { env });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const ok = code === 0;
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (!ok) process.stdout.write(`\n${output.trim()}\n\nAlone: ${fix}\n\n`);
  return { name, ok };
}

/**
 * @param {{ all: boolean }} options
 * @returns {Promise<Outcome[]>}
 */
export async function check({ all }) {
  mkdirSync(join(stampsDir, 'results'), { recursive: true });
  rmSync(unitResults, { force: true });
  const { files, leftOut, done } = await unitTests(all);
  if (leftOut > 0) process.stdout.write(`${leftOut} files of unit tests have passed on what is there\n`);
  // Without names vitest would run everything.
  const queue = parts
    .filter(({ name }) => name !== UNIT || files.length > 0)
    .map((part) => (part.name === UNIT ? { ...part, args: [...part.args, ...files] } : part));
  /** @type {Outcome[]} */
  const outcomes = [];
  const lane = async () => {
    for (let part = queue.shift(); part; part = queue.shift()) outcomes.push(await runPart(part));
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane));
  done();
  return outcomes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failed = (await check({ all: process.argv.includes('--all') }))
    .filter(({ ok }) => !ok)
    .map(({ name }) => name);
  if (failed.length) process.stdout.write(`check failed: ${failed.join(', ')}\n`);
  process.exitCode = failed.length ? 1 : 0;
}
