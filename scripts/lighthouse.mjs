// How home, a lab and a quiz do in Lighthouse, on a desktop and on a phone, from the built site.
//   npm run lighthouse [-- --runs 3]      with several runs, the middle one of each mark
// Lighthouse stays out of our dependencies: it is installed once into .stamps/lighthouse, in a release for Node 20.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { builtSite } from './built-site.mjs';
import { capture, npm } from './ensure/run.mjs';
import { readStamp, stampsDir } from './ensure/stamp.mjs';

const VERSION = '12.8.2';
const home = join(stampsDir, 'lighthouse');
const cli = join(home, 'node_modules', 'lighthouse', 'cli', 'index.js');

const LEAST = 90;
/** On a phone a lab's engine is a lot, and what a drill asks is known only once the device was asked. */
const LEAST_ON_A_PHONE = 80;

const PAGES = [
  { name: 'home', path: '/', isMuch: false },
  { name: 'a lab', path: '/labs/first-envelope/', isMuch: true },
  { name: 'a quiz', path: '/quiz/drill/context-in-another-case/', isMuch: false },
  { name: 'a drill', path: '/quiz/drill/?concept=encryption-context', isMuch: true },
];

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

async function install() {
  if (existsSync(cli) && readStamp(join(home, 'version.json')) === VERSION) return;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private":true}\n');
  const code = await npm([
    'install',
    '--prefix',
    home,
    '--no-save',
    '--ignore-scripts',
    `lighthouse@${VERSION}`,
  ]);
  if (code !== 0) throw new Error(`lighthouse ${VERSION} could not be installed`);
  writeFileSync(join(home, 'version.json'), JSON.stringify(VERSION));
}

/**
 * @param {{ url: string, browser: string | undefined }} site
 * @param {string} path
 * @param {boolean} desktop
 * @returns {Promise<{ scores: Record<string, number>, machine: number }>} 0 to 100 by category, and Lighthouse's index
 * of how fast this machine was meanwhile: a phone is reckoned from it, so a busy machine makes a slow phone
 */
async function measured({ url: origin, browser }, path, desktop) {
  const url = `${origin}${path}`;
  const out = join(home, 'report.json');
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const args = [
    cli,
    url,
    '--quiet',
    '--output=json',
    `--output-path=${out}`,
    `--chrome-flags=${flags.join(' ')}`,
  ];
  const env = { ...process.env, ...(browser ? { CHROME_PATH: browser } : {}) };
  const { code, output } = await capture(process.execPath, desktop ? [...args, '--preset=desktop'] : args, {
    env,
  });
  if (code !== 0) throw new Error(`lighthouse failed on ${url}:\n${output}`);
  const { categories, environment } = JSON.parse(readFileSync(out, 'utf8'));
  const scores = CATEGORIES.map((name) => [name, Math.round(categories[name].score * 100)]);
  return { scores: Object.fromEntries(scores), machine: Math.round(environment.benchmarkIndex) };
}

/** @param {readonly number[]} values */
function middle(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function wantedRuns() {
  const { runs } = parseArgs({ options: { runs: { type: 'string', default: '1' } } }).values;
  if (/^[1-9]\d?$/.test(runs)) return Number(runs);
  throw new Error(`lighthouse: --runs wants a number from 1 to 99, found "${runs}".`);
}

async function main() {
  const runs = wantedRuns();
  const site = await builtSite();
  await install();
  let low = 0;
  for (const { name, path, isMuch } of PAGES) {
    for (const desktop of [true, false]) {
      /** @type {Awaited<ReturnType<typeof measured>>[]} */
      const all = [];
      for (let at = 0; at < runs; at++) all.push(await measured(site, path, desktop));
      const marks = CATEGORIES.map((one) => ({
        one,
        mark: middle(all.map(({ scores }) => scores[one] ?? 0)),
      }));
      const where = `${name}, ${desktop ? 'desktop' : 'mobile'}`;
      const told = marks.map(({ one, mark }) => `${one} ${mark}`).join('  ');
      const machine = all.map((run) => run.machine).join(' ');
      process.stdout.write(`${where.padEnd(18)} ${told}  (machine ${machine})\n`);
      for (const { one, mark } of marks) {
        const isEased = isMuch && !desktop && one === 'performance';
        if (mark < (isEased ? LEAST_ON_A_PHONE : LEAST)) low++;
      }
    }
  }
  site.close();
  process.stdout.write(low === 0 ? 'Nothing is below its mark.\n' : `${low} marks are missed.\n`);
  process.exitCode = low === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
