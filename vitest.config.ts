import { defineConfig } from 'vitest/config';

const places = '{app,components,content,lib,scripts}/**';

/** The Encryption SDK keeps the window it was loaded with, and the lab's `esdk` loads it with a seeded one. */
const OWN_SDK = ['lib/wire/encryption-sdk.proof.ts', 'lib/cloud/lab/generators/data-key-cache.proof.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'threads',
    maxWorkers: 2,
    // Modules are loaded once per worker: tests keep no state in them, and loading is most of the time.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      // Unit tests are quick and run in `npm run check`.
      { extends: true, test: { name: 'unit', include: [`${places}/*.test.{ts,tsx}`] } },
      // Proofs run the content and other long arguments against the engine; only `npm test` waits for them.
      {
        extends: true,
        test: { name: 'proof', include: [`${places}/*.proof.ts`], exclude: OWN_SDK, testTimeout: 120_000 },
      },
      { extends: true, test: { name: 'proof-isolated', include: OWN_SDK, isolate: true } },
    ],
  },
});
