import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';

const REQUESTS = 10_000;

test('ten thousand logged requests replay to the same state in Node and in Chromium', async ({ page }) => {
  test.setTimeout(120_000);
  const node = JSON.parse(
    execFileSync('node', ['scripts/run-ts.mjs', 'scripts/replay.ts', 'replay', `${REQUESTS}`], {
      encoding: 'utf8',
    }),
  ) as { hash: string; replayedHash: string; commits: number; refused: number };
  const bundle = await build({
    entryPoints: ['scripts/replay/walk.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'replay',
    platform: 'browser',
    logLevel: 'error',
  });
  const chromium = await page.evaluate(`${bundle.outputFiles[0]?.text}; replay.walk('replay', ${REQUESTS})`);
  expect(node.replayedHash).toBe(node.hash);
  expect(node.commits).toBeGreaterThan(REQUESTS * 0.9);
  expect(node.refused).toBeGreaterThan(1000);
  expect(chromium).toEqual(node);
});
