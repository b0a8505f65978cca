// How many small faults in lib/policy its unit vectors find (StrykerJS). Slow, so outside `npm test`.
//   npm run mutate                        every folder of lib/policy
//   npm run mutate -- condition matching  these folders
// A second run asks only about what changed. Reports: .stamps/mutate/<folder>.html and .json
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, stampsDir } from './ensure/stamp.mjs';

const policy = join(root, 'lib', 'policy');
const out = join(stampsDir, 'mutate');

/** Percent of the faults that a folder's vectors must find. */
const WANTED = 85;

/** Stryker copies the tree before it plants faults; it needs no more than this of it. */
const copied = ['/package.json', '/tsconfig.json', '/lib', '/scripts'];

/** @param {string} folder */
function configFor(folder) {
  return {
    mutate: [`lib/policy/${folder}/**/*.ts`, '!**/*.test.ts'],
    testRunner: 'vitest',
    vitest: { configFile: 'scripts/stryker/vitest.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner'],
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    concurrency: 1,
    timeoutMS: 20_000,
    ignorePatterns: ['/*', ...copied.map((path) => `!${path}`), '/lib/*', '!/lib/base', '!/lib/policy'],
    tempDirName: `.stamps/mutate/tree-${folder}`,
    incremental: true,
    incrementalFile: join(out, `${folder}.incremental.json`),
    reporters: ['progress-append-only', 'html', 'json'],
    htmlReporter: { fileName: join(out, `${folder}.html`) },
    jsonReporter: { fileName: join(out, `${folder}.json`) },
    allowConsoleColors: false,
  };
}

/**
 * @typedef {{ killed: number, survived: number }} Score
 * @param {any} report in the mutation testing report schema
 * @returns {Score} faults that no test reaches count as survivors; those in code that runs once only are not counted
 */
export function scoreOf(report) {
  /** @type {string[]} */
  const states = Object.values(report.files).flatMap((file) =>
    file.mutants.map((/** @type {{ status: string }} */ mutant) => mutant.status),
  );
  const count = (/** @type {string[]} */ ...wanted) =>
    states.filter((state) => wanted.includes(state)).length;
  return { killed: count('Killed', 'Timeout'), survived: count('Survived', 'NoCoverage') };
}

/** @param {Score} score */
export function percent({ killed, survived }) {
  return killed + survived === 0 ? 100 : (100 * killed) / (killed + survived);
}

/** @param {string} folder @returns {Score | undefined} undefined when Stryker itself failed */
function mutate(folder) {
  const config = join(out, `${folder}.config.json`);
  writeFileSync(config, JSON.stringify(configFor(folder), undefined, 2));
  const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, 'run', config], { cwd: root, stdio: 'inherit' });
  const report = join(out, `${folder}.json`);
  return status === 0 && existsSync(report) ? scoreOf(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
}

/** @param {string[]} asked */
function main(asked) {
  const all = readdirSync(policy, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  const unknown = asked.find((folder) => !all.includes(folder));
  if (unknown) throw new Error(`lib/policy has no folder "${unknown}". It has: ${all.join(', ')}.`);
  mkdirSync(out, { recursive: true });
  const folders = asked.length > 0 ? asked : all;
  const scores = folders.map((folder) => ({ folder, score: mutate(folder) }));
  for (const { folder, score } of scores) {
    const line = score
      ? `${percent(score).toFixed(1)} % found (${score.killed} of ${score.killed + score.survived})`
      : 'Stryker failed, see above';
    process.stdout.write(`lib/policy/${folder}: ${line}\n`);
  }
  const isEnough = scores.every(({ score }) => score && percent(score) >= WANTED);
  if (!isEnough) process.stdout.write(`Wanted: at least ${WANTED} % in every folder.\n`);
  process.exitCode = isEnough ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
