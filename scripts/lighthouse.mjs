// How home, a lab and a quiz do in Lighthouse, on a desktop and on a phone, from the built site.
//   npm run lighthouse
// Lighthouse stays out of our dependencies: it is installed once into .stamps/lighthouse, in a release for Node 20.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capture, npm, run } from './ensure/run.mjs';
import { readStamp, root, stampsDir } from './ensure/stamp.mjs';
import { siteServer } from './serve.mjs';

const VERSION = '12.8.2';
const home = join(stampsDir, 'lighthouse');
const cli = join(home, 'node_modules', 'lighthouse', 'cli', 'index.js');

/** The lab's engine is a lot for a phone: less is asked of it there. */
const LEAST = 90;
const LEAST_OF_A_LAB_ON_A_PHONE = 80;

const PAGES = [
  { name: 'home', path: '/' },
  { name: 'a lab', path: '/labs/first-envelope/' },
  { name: 'a quiz', path: '/quiz/drill/?item=context-in-another-case' },
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
 * @param {string} url
 * @param {boolean} desktop
 * @returns {Promise<Record<string, number>>} 0 to 100 by category
 */
async function measured(url, desktop) {
  const out = join(home, 'report.json');
  const chrome = readStamp(join(stampsDir, 'browser.json'))?.path;
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const args = [
    cli,
    url,
    '--quiet',
    '--output=json',
    `--output-path=${out}`,
    `--chrome-flags=${flags.join(' ')}`,
  ];
  const env = { ...process.env, ...(chrome ? { CHROME_PATH: chrome } : {}) };
  const { code, output } = await capture(process.execPath, desktop ? [...args, '--preset=desktop'] : args, {
    env,
  });
  if (code !== 0) throw new Error(`lighthouse failed on ${url}:\n${output}`);
  const { categories } = JSON.parse(readFileSync(out, 'utf8'));
  return Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(categories[name].score * 100)]));
}

async function main() {
  const built = await run(process.execPath, ['scripts/ensure.mjs', 'deps', 'build', 'browser']);
  if (built !== 0) process.exit(built);
  await install();
  const server = siteServer(join(root, 'out'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  let low = 0;
  for (const { name, path } of PAGES) {
    for (const desktop of [true, false]) {
      const scores = await measured(`http://127.0.0.1:${port}${path}`, desktop);
      const where = `${name}, ${desktop ? 'desktop' : 'mobile'}`;
      process.stdout.write(
        `${where.padEnd(18)} ${CATEGORIES.map((one) => `${one} ${scores[one]}`).join('  ')}\n`,
      );
      for (const one of CATEGORIES) {
        const lab = name === 'a lab' && !desktop && one === 'performance';
        if ((scores[one] ?? 0) < (lab ? LEAST_OF_A_LAB_ON_A_PHONE : LEAST)) low++;
      }
    }
  }
  server.close();
  process.stdout.write(low === 0 ? 'Nothing is below its mark.\n' : `${low} marks are missed.\n`);
  process.exitCode = low === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
