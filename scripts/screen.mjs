// From Enter in the console to the frame that shows the answer, the map and the timeline, in the built product.
//   node scripts/screen.mjs
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { builtSite } from './built-site.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const ROUNDS = 6;
const KEYS = 1_000;
const QUIET_MS = 150;

/** What every command below works on. */
const SETUP = [
  'KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)',
  'echo -n "an order" > plain.txt',
  'aws kms encrypt --key-id $KEY --plaintext fileb://plain.txt --query CiphertextBlob --output text | base64 --decode > blob',
  'aws dynamodb create-table --table-name orders --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST',
];

/** One after the other, in each round. */
const COMMANDS = [
  { name: 'kms list-keys', source: 'aws kms list-keys --limit 10' },
  { name: 'kms encrypt', source: 'aws kms encrypt --key-id $KEY --plaintext fileb://plain.txt' },
  { name: 'kms decrypt', source: 'aws kms decrypt --ciphertext-blob fileb://blob' },
  {
    name: 'dynamodb put-item',
    source: `aws dynamodb put-item --table-name orders --item '{"id":{"S":"1"},"of":{"S":"a"}}'`,
  },
  {
    name: 'a refused call',
    source: 'aws kms decrypt --region eu-central-1 --ciphertext-blob fileb://blob',
  },
];

/** @typedef {typeof globalThis & { screenTook: Promise<number> }} Watched */

/**
 * Runs in the page: from the next Enter to the last frame in which the console, the map or the timeline changed.
 * @param {number} quietMs
 */
function watch(quietMs) {
  const places = ['[role=log]', 'section[aria-label=Stage]', 'section[aria-label=Timeline] [role=slider]'];
  const before = document.querySelectorAll('[role=log] article').length;
  const isDone = () => {
    const cells = document.querySelectorAll('[role=log] article');
    const words = cells[cells.length - 1]?.getAttribute('aria-label') ?? '';
    return cells.length > before && /, (done|failed)$/.test(words);
  };
  /** @type {Watched} */ (globalThis).screenTook = new Promise((resolve) => {
    addEventListener(
      'keydown',
      ({ timeStamp: began }) => {
        let shownAt = began;
        /** @type {ReturnType<typeof setTimeout> | undefined} */
        let timer;
        const observer = new MutationObserver(() => {
          requestAnimationFrame(() => {
            // What is posted in a frame's callbacks runs once that frame was drawn.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              shownAt = performance.now();
              clearTimeout(timer);
              if (isDone()) timer = setTimeout(settle, quietMs);
            };
            port2.postMessage(0);
          });
        });
        const settle = () => {
          observer.disconnect();
          resolve(shownAt - began);
        };
        const all = { subtree: true, childList: true, attributes: true, characterData: true };
        for (const place of places) {
          const found = document.querySelector(place);
          if (!found) throw new Error(`screen: expected ${place} on the page, found none`);
          observer.observe(found, all);
        }
      },
      { capture: true, once: true },
    );
  });
}

/**
 * @param {Page} page
 * @param {string} source
 * @returns {Promise<number>} milliseconds
 */
async function took(page, source) {
  const input = page.getByRole('textbox', { name: 'Command' });
  await input.fill(source);
  await page.evaluate(watch, QUIET_MS);
  await input.press('Enter');
  return await page.evaluate(() => /** @type {Watched} */ (globalThis).screenTook);
}

/**
 * @param {Page} page
 * @param {string} source
 */
async function typed(page, source) {
  const cells = page.getByRole('log').getByRole('article');
  const before = await cells.count();
  const input = page.getByRole('textbox', { name: 'Command' });
  await input.fill(source);
  await input.press('Enter');
  await cells
    .nth(before)
    .and(page.getByRole('article', { name: /, done$/ }))
    .waitFor({ timeout: 300_000 });
}

/** @param {readonly number[]} times */
function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0).padStart(5);
  return `median ${at(0.5)} ms   p95 ${at(0.95)} ms   most ${at(1)} ms`;
}

/**
 * @param {Page} page
 * @param {string} world
 */
async function measured(page, world) {
  /** @type {Map<string, number[]>} */
  const times = new Map(COMMANDS.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, source } of COMMANDS) times.get(name)?.push(await took(page, source));
  }
  say(`${world}, ${ROUNDS * COMMANDS.length} commands`.padEnd(34) + spread([...times.values()].flat()));
  for (const [name, own] of times) say(`  ${name}`.padEnd(34) + spread(own));
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

async function main() {
  const site = await builtSite();
  const args = ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath: site.browser, args });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${site.url}/sandbox/`);
  say(`load ${loadavg()[0]?.toFixed(1)}`);
  for (const source of SETUP) await typed(page, source);
  await measured(page, 'A few keys');
  await typed(
    page,
    `for i in $(seq ${KEYS}); do aws kms create-key --query KeyMetadata.KeyId; done | tail -1`,
  );
  await measured(page, `${KEYS.toLocaleString('en-US')} keys`);
  say(`load ${loadavg()[0]?.toFixed(1)}`);
  await browser.close();
  site.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
