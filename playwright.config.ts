import { readFileSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

/** E2E_PORT lets two checkouts on one machine run at once. */
const PORT = Number(process.env.E2E_PORT ?? 4317);

/** The browser that `scripts/ensure.mjs browser` launched; without it Playwright's own is tried. */
function chromiumPath(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  try {
    const stamp: { path: string } = JSON.parse(readFileSync('.stamps/browser.json', 'utf8'));
    return stamp.path;
  } catch {
    return undefined;
  }
}

const executablePath = chromiumPath();
const asRoot = process.getuid?.() === 0;
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const still = ['--disable-component-update', '--disable-sync'];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.stamps/results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${PORT}`,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...quiet, ...still, ...(asRoot ? ['--no-sandbox'] : [])],
    },
  },
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs --port ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
    timeout: 20_000,
  },
});
