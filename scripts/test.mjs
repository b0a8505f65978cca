// The whole argument: checks, proofs of the content, the production build and the browser tests on it.
//   node scripts/test.mjs
// The last line is always "N passed, N failed".
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, UNIT, unitResults } from './check.mjs';
import { run } from './ensure/run.mjs';
import { readStamp, root, stampsDir } from './ensure/stamp.mjs';

const proofResults = join(stampsDir, 'results', 'proof.json');
const browserResults = join(stampsDir, 'results', 'e2e.json');

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * @param {any} report of vitest's json reporter
 * @returns {Count | undefined} a file that could not be loaded counts as one failure
 */
export function countVitest(report) {
  if (!report) return undefined;
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults;
  const unloadable = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length };
}

/**
 * @param {any} report of Playwright's json reporter
 * @returns {Count | undefined}
 */
export function countPlaywright(report) {
  if (!report) return undefined;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

/**
 * A step that fails without a failing test (a type error, a build, a crash) still counts as one failure.
 * @param {boolean} ok
 * @param {Count} [count]
 * @returns {Count}
 */
export function countStep(ok, count = { passed: 0, failed: 0 }) {
  return { passed: count.passed, failed: ok ? count.failed : Math.max(1, count.failed) };
}

/** @param {string} title */
const say = (title) => process.stdout.write(`\n== ${title}\n`);

async function checks() {
  say('Checks');
  const outcomes = await check({ all: true });
  return outcomes.map(({ name, ok }) =>
    countStep(ok, name === UNIT ? countVitest(readStamp(unitResults)) : undefined),
  );
}

async function proofs() {
  say('Proofs');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${proofResults}`];
  const code = await run(process.execPath, [
    vitest,
    'run',
    '--project=proof*',
    '--passWithNoTests',
    ...reporters,
  ]);
  return countStep(code === 0, countVitest(readStamp(proofResults)));
}

async function build() {
  say('Build');
  const code = await run(process.execPath, ['scripts/ensure.mjs', 'build']);
  return countStep(code === 0);
}

async function browserTests() {
  say('Browser tests');
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const code = await run(process.execPath, [cli, 'test']);
  return countStep(code === 0, countPlaywright(readStamp(browserResults)));
}

async function main() {
  for (const file of [proofResults, browserResults]) rmSync(file, { force: true });
  const counts = [...(await checks()), await proofs()];
  const built = await build();
  counts.push(built);
  if (built.failed === 0) counts.push(await browserTests());
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
