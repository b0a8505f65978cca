import { defineConfig } from 'vitest/config';

/** The vectors of lib/policy alone. Its random walks are left out: what one of them kills, another run lets live. */
// biome-ignore lint/style/noDefaultExport: vitest looks for its configuration there
export default defineConfig({
  test: {
    environment: 'node',
    include: ['lib/policy/**/*.test.ts'],
    exclude: ['lib/policy/decision/properties.test.ts'],
    isolate: false,
    testTimeout: 20_000,
  },
});
