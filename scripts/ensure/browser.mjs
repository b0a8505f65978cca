// Finds a Chromium that really starts, for the browser tests; installs one where there is none.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { locked } from './lock.mjs';
import { capture, run } from './run.mjs';
import { readStamp, root, stampsDir, writeStamp } from './stamp.mjs';

const browserStamp = join(stampsDir, 'browser.json');

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const isRoot = () => process.getuid?.() === 0;

/**
 * Launches the browser and has it print an empty page: a broken installation fails here and not in the first test.
 * @param {string} path
 */
async function launches(path) {
  const profile = mkdtempSync(join(tmpdir(), 'kms-lab-browser-'));
  const flags = ['--headless', '--disable-gpu', '--no-first-run', `--user-data-dir=${profile}`, '--dump-dom'];
  if (isRoot()) flags.push('--no-sandbox');
  const { code, output } = await capture(path, [...flags, 'about:blank'], { timeoutMs: 30_000 });
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  return code === 0 && output.includes('<html>');
}

/** @returns {Promise<string | undefined>} */
async function playwrightsOwn() {
  const ask = "import { chromium } from '@playwright/test'; process.stdout.write(chromium.executablePath());";
  const { code, output } = await capture(process.execPath, ['--input-type=module', '-e', ask]);
  return code === 0 ? output.trim() : undefined;
}

function onThePath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return systemNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @returns {Promise<string | undefined>} the first candidate that starts */
async function find() {
  const fromEnvironment = process.env.CHROMIUM_PATH;
  if (fromEnvironment) {
    if (await launches(fromEnvironment)) return fromEnvironment;
    throw new Error(`CHROMIUM_PATH names ${fromEnvironment}, which does not start. Correct it or unset it.`);
  }
  const own = await playwrightsOwn();
  const candidates = [...onThePath(), ...systemPaths, ...(own ? [own] : [])];
  for (const candidate of new Set(candidates)) {
    if (existsSync(candidate) && (await launches(candidate))) return candidate;
  }
  return undefined;
}

async function installPlaywrights() {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  process.stdout.write('No Chromium found; asking Playwright for one.\n');
  const withDeps = process.platform === 'linux' && isRoot() ? ['--with-deps'] : [];
  await run(process.execPath, [cli, 'install', ...withDeps, '--only-shell', 'chromium']);
}

async function installDebians() {
  if (process.platform !== 'linux') return;
  const apt = isRoot() ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const [program = 'apt-get', ...args] = apt;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  process.stdout.write('Playwright has none for this machine; trying the system package.\n');
  await run(program, [...args, 'update', '-qq'], { env });
  await run(program, [...args, 'install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
}

async function provide() {
  let path = await find();
  for (const install of [installPlaywrights, installDebians]) {
    if (path) break;
    await install();
    path = await find();
  }
  if (!path) {
    throw new Error(
      'The browser tests need Chromium and none could be found or installed. Install Chromium or Chrome, ' +
        'or name one in CHROMIUM_PATH, then run the command again.',
    );
  }
  writeStamp(browserStamp, { path });
}

export async function ensureBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  const known = readStamp(browserStamp)?.path;
  if (known && (!asked || asked === known) && (await launches(known))) return;
  await locked(provide);
}
