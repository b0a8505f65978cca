import { defineConfig } from 'vitest/config';

const places = '{app,components,content,lib,scripts}/**';

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'threads',
    maxWorkers: 2,
    // Modules are loaded once per worker: tests keep no state in them, and loading is most of the time.
    isolate: false,
    testTimeout: 20_000,
    projects: [
      // Unit tests are quick and run in `npm run check`.
      { extends: true, test: { name: 'unit', include: [`${places}/*.test.{ts,tsx}`] } },
      // Proofs run the content and other long arguments against the engine; only `npm test` waits for them.
      { extends: true, test: { name: 'proof', include: [`${places}/*.proof.ts`], testTimeout: 120_000 } },
    ],
  },
});
