// How many small faults in lib/policy its unit vectors find (StrykerJS). Outside `npm test`.
//   npm run mutate                               every folder of lib/policy
//   npm run mutate -- condition matching         these folders
//   npm run mutate -- decision/decide.ts         one file
// Reports: .stamps/mutate/<folder, or file>.html and .json
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, stampsDir } from './ensure/stamp.mjs';

const policy = join(root, 'lib', 'policy');
const out = join(stampsDir, 'mutate');

/** Percent of the faults that a folder's vectors must find. */
const WANTED = 85;

/** Holds no code of the product: what tests compare the decisions with. */
const ORACLE = 'oracle';

/** Stryker copies the tree before it plants faults; it needs no more than this of it. */
const copied = ['/tsconfig.json', '/lib'];

/** @param {string} place */
const isSource = (place) => /^\w+\/[\w-]+\.ts$/.test(place) && existsSync(join(policy, place));

/** @param {string} place a folder of lib/policy, or a file in one */
export const reportName = (place) => place.replaceAll('/', '-').replace(/\.ts$/, '');

/** @param {string} place */
function configFor(place) {
  const name = reportName(place);
  return {
    mutate: place.endsWith('.ts')
      ? [`lib/policy/${place}`]
      : [`lib/policy/${place}/**/*.ts`, '!**/*.{test,proof,testkit}.ts'],
    testRunner: 'policy-vectors',
    plugins: [join(root, 'scripts/stryker/test-runner.mjs')],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // Endless loops end by themselves long before; a busy machine is none.
    timeoutMS: 15_000,
    ignorePatterns: ['/*', ...copied.map((path) => `!${path}`), '/lib/*', '!/lib/base', '!/lib/policy'],
    tempDirName: `.stamps/mutate/tree-${name}`,
    reporters: ['progress-append-only', 'html', 'json'],
    htmlReporter: { fileName: join(out, `${name}.html`) },
    jsonReporter: { fileName: join(out, `${name}.json`) },
    allowConsoleColors: false,
  };
}

/**
 * @typedef {{ killed: number, survived: number }} Score
 * @param {any} report in the mutation testing report schema
 * @returns {Score} faults that no test reaches count as survivors
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

/** @param {string} place @returns {Score | undefined} undefined when Stryker itself failed */
function mutate(place) {
  const config = join(out, `${reportName(place)}.config.json`);
  writeFileSync(config, JSON.stringify(configFor(place), undefined, 2));
  const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, 'run', config], { cwd: root, stdio: 'inherit' });
  const report = join(out, `${reportName(place)}.json`);
  return status === 0 && existsSync(report) ? scoreOf(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
}

/**
 * @param {readonly string[]} asked
 * @returns {readonly string[]} folders and files of lib/policy
 */
export function placesFor(asked) {
  const folders = readdirSync(policy, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== ORACLE)
    .map((entry) => entry.name);
  const unknown = asked.find((place) => !folders.includes(place) && !isSource(place));
  if (unknown === undefined) return asked.length > 0 ? asked : folders;
  throw new Error(
    `npm run mutate needs a folder of lib/policy (${folders.join(', ')}) or a source file such as decision/decide.ts; found "${unknown}".`,
  );
}

/** @param {readonly string[]} asked */
function main(asked) {
  const places = placesFor(asked);
  mkdirSync(out, { recursive: true });
  const scores = places.map((place) => ({ place, score: mutate(place) }));
  for (const { place, score } of scores) {
    const line = score
      ? `${percent(score).toFixed(1)} % found (${score.killed} of ${score.killed + score.survived})`
      : 'Stryker failed, see above';
    process.stdout.write(`lib/policy/${place}: ${line}\n`);
  }
  const isEnough = scores.every(({ score }) => score && percent(score) >= WANTED);
  if (!isEnough) process.stdout.write(`Wanted: at least ${WANTED} % everywhere.\n`);
  process.exitCode = isEnough ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
