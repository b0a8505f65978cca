// Everything that can be checked without a browser, side by side.
//   node scripts/check.mjs
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capture } from './ensure/run.mjs';
import { root, stampsDir } from './ensure/stamp.mjs';

export const unitResults = join(stampsDir, 'results', 'unit.json');

/** @param {string} path below node_modules */
const bin = (path) => join(root, 'node_modules', path);

/**
 * The slowest first. `fix` is what to run to see or mend it alone.
 * @type {{ name: string, args: string[], fix: string }[]}
 */
export const parts = [
  {
    name: 'unit tests',
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

/** @returns {Promise<Outcome[]>} */
export async function check() {
  mkdirSync(join(stampsDir, 'results'), { recursive: true });
  const queue = [...parts];
  /** @type {Outcome[]} */
  const outcomes = [];
  const lane = async () => {
    for (let part = queue.shift(); part; part = queue.shift()) outcomes.push(await runPart(part));
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane));
  return outcomes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failed = (await check()).filter(({ ok }) => !ok).map(({ name }) => name);
  if (failed.length) process.stdout.write(`check failed: ${failed.join(', ')}\n`);
  process.exitCode = failed.length ? 1 : 0;
}
