import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './ensure/stamp.mjs';
import { nevers, repositoryFiles, violations } from './nevers.mjs';

/** One violation of every never; spelt in pieces where this file itself would break the rule. */
const planted: Record<string, { path: string; text: string }[]> = {
  'policy-and-pipeline-name-no-kms': [
    { path: 'lib/policy/a.ts', text: "export const service = 'kms';" },
    { path: 'lib/pipeline/a.ts', text: 'export const needsKmsKey = true;' },
    { path: 'lib/pipeline/a.ts', text: `export const text = (n: number) => \`AWS KMS $\{n}\`;` },
  ],
  'base-and-world-name-no-aws': [
    { path: 'lib/base/a.ts', text: "export const vendor = 'aws';" },
    { path: 'lib/world/a.ts', text: 'export const isAwsKey = true;' },
  ],
  'no-grab-bag': [
    { path: 'lib/kms/utils.ts', text: '' },
    { path: 'components/common/button.tsx', text: '' },
    { path: 'lib/aws/types.ts', text: '' },
  ],
  'kebab-case-names': [{ path: 'components/map/RegionMap.tsx', text: '' }],
  'no-machine-path': [{ path: 'README.md', text: `cd ${['', 'work', 'main'].join('/')}` }],
  'lock-file-names-no-host': [{ path: 'package-lock.json', text: '"resolved": "https://example.org/a.tgz"' }],
  'nothing-left-to-do': [{ path: 'lib/kms/a.ts', text: `// ${'TO'}${'DO'}: later` }],
  'engine-touches-no-platform': [
    { path: 'lib/kms/a.ts', text: 'export const width = () => window.innerWidth;' },
    { path: 'lib/cloud/a.ts', text: "export const ask = () => fetch('/x');" },
    { path: 'lib/pipeline/a.ts', text: 'export const later = (f: () => void) => setTimeout(f, 1);' },
    { path: 'lib/world/a.ts', text: 'export const often = (f: () => void) => setInterval(f, 1);' },
    { path: 'lib/crypto/a.ts', text: 'export const oracle = crypto.getRandomValues;' },
    { path: 'lib/services/s3/a.ts', text: 'export const page = { title: document.title };' },
  ],
  'engine-has-no-clock-and-no-chance': [
    { path: 'lib/kms/a.ts', text: 'export const now = () => Date.now();' },
    { path: 'lib/aws/a.ts', text: 'export const now = () => new Date();' },
    { path: 'lib/base/a.ts', text: 'export const chance = () => Math.random();' },
    { path: 'lib/crypto/a.ts', text: 'export const web = globalThis.crypto.subtle;' },
  ],
  'engine-is-the-same-everywhere': [
    { path: 'lib/kms/a.ts', text: 'export const order = (a: string, b: string) => a.localeCompare(b);' },
    { path: 'lib/world/a.ts', text: 'export const hour = (d: Date) => d.getHours();' },
  ],
  'only-platform-touches-the-browser': [
    { path: 'lib/run/a.ts', text: "export const saved = () => localStorage.getItem('run');" },
    { path: 'lib/store/a.ts', text: 'export const title = () => document.title;' },
  ],
  'pipeline-compares-no-name': [
    {
      path: 'lib/pipeline/a.ts',
      text: "export const f = (op: { name: string }, operation = op) => operation.name === 'Decrypt';",
    },
    { path: 'lib/pipeline/a.ts', text: "export const f = (r: { service: string }) => r.service !== 's3';" },
    {
      path: 'lib/pipeline/a.ts',
      text: 'export const f = (operationName: string) => { switch (operationName) { default: } };',
    },
    { path: 'lib/pipeline/a.ts', text: "export const f = (action: string) => action.startsWith('Create');" },
    {
      path: 'lib/pipeline/a.ts',
      text: 'export const f = (action: string, reads: Set<string>) => reads.has(action);',
    },
  ],
  'file-under-300-lines': [{ path: 'lib/kms/a.ts', text: '// line\n'.repeat(301) }],
  'function-under-50-lines': [
    { path: 'lib/kms/a.ts', text: `export function long() {\n${'  step();\n'.repeat(50)}}` },
  ],
  'no-any': [{ path: 'lib/kms/a.ts', text: 'export const a = (x: any) => x;' }],
  'no-silenced-compiler': [{ path: 'lib/kms/a.ts', text: `// @ts-${'ignore'}` }],
  'no-console-log': [{ path: 'app/a.ts', text: "console.log('here');" }],
  'every-test-runs': [
    { path: 'lib/kms/a.test.ts', text: "it.only('decrypts', () => {});" },
    { path: 'e2e/a.spec.ts', text: "test.describe.skip('home', () => {});" },
  ],
  'imports-without-extension': [
    { path: 'lib/kms/a.ts', text: "import { x } from '../base/index';" },
    { path: 'lib/kms/a.ts', text: "export * from './b.ts';" },
  ],
  'content-carries-no-code': [{ path: 'content/scenarios/a.ts', text: '' }],
};

/** What looks like a violation and is none. */
const innocent: { path: string; text: string }[] = [
  { path: 'lib/policy/a.ts', text: '// As KMS does it.\nexport const a = 1;' },
  { path: 'lib/policy/a.test.ts', text: "export const a = 'kms:Decrypt';" },
  { path: 'lib/base/a.ts', text: 'export const draws = 1; export const laws = 2;' },
  { path: 'lib/policy/a.ts', text: 'export const f = (document: { window: string }) => document.window;' },
  { path: 'lib/kms/a.ts', text: 'export const f = (ms: number) => new Date(ms).toISOString();' },
  { path: 'lib/kms/a.ts', text: 'export interface A { history: string; location?: number }' },
  { path: 'lib/platform/a.ts', text: 'export const title = () => document.title;' },
  { path: 'lib/pipeline/a.ts', text: "export const f = (o: { keyUse: string }) => o.keyUse === 'none';" },
  { path: 'lib/kms/rules/facts.ts', text: '// line\n'.repeat(400) },
  { path: 'lib/kms/a.test.ts', text: '// line\n'.repeat(400) },
  {
    path: 'lib/kms/a.ts',
    text: `export function factory() {\n${'  const f = () => {\n    a();\n  };\n'.repeat(20)}}`,
  },
  { path: 'content/scenarios/a.test.ts', text: '' },
];

const namesFound = (path: string, text: string) =>
  violations(path, text).map((sentence) =>
    sentence.slice(sentence.indexOf('  ') + 2, sentence.indexOf(': ')),
  );

describe('nevers', () => {
  it('each has a planted violation', () => {
    expect(Object.keys(planted).sort()).toEqual(nevers.map(({ name }) => name).sort());
  });

  const cases = Object.entries(planted).flatMap(([name, files]) => files.map((file) => ({ name, ...file })));
  it.each(cases)('$name is caught in $path', ({ name, path, text }) => {
    expect(namesFound(path, text)).toContain(name);
  });

  it.each(innocent)('$path is left alone where nothing is wrong', ({ path, text }) => {
    expect(violations(path, text)).toEqual([]);
  });

  it('a failure names place, never, what was found and the remedy', () => {
    expect(violations('lib/kms/a.ts', '\nexport const now = () => Date.now();')).toEqual([
      "lib/kms/a.ts:2  engine-has-no-clock-and-no-chance: Date.now\n    Time is the run's clock and randomness comes from its seed: ask the world for both.",
    ]);
  });

  it('reads the repository itself', () => {
    const files = repositoryFiles();
    expect(files).toContain('scripts/nevers.mjs');
    expect(readFileSync(join(root, 'scripts/nevers.mjs'), 'utf8')).not.toBe('');
  });
});
