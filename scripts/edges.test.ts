import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkEdges, importRules } from './edges.mjs';

/** One violation of every rule. A file that is only imported is written as an empty module. */
const planted: Record<string, { file: string; imports: string }> = {
  'floor-0-looks-up': { file: 'lib/world/a.ts', imports: '../aws' },
  'floor-1-looks-up': { file: 'lib/aws/a.ts', imports: '../policy' },
  'floor-2-looks-up': { file: 'lib/policy/a.ts', imports: '../pipeline' },
  'floor-3-looks-up': { file: 'lib/pipeline/a.ts', imports: '../kms' },
  'floor-4-looks-up': { file: 'lib/services/s3/a.ts', imports: '../../cloud' },
  'floor-5-looks-up': { file: 'lib/cloud/a.ts', imports: '../run' },
  'floor-6-looks-up': { file: 'lib/views/a.ts', imports: '../store' },
  'floor-7-looks-up': { file: 'lib/store/a.ts', imports: '../../components/ui/button' },
  'floor-8-looks-up': { file: 'components/ui/a.tsx', imports: '../../app/page' },
  'lib-base-edges': { file: 'lib/base/b.ts', imports: '../world' },
  'lib-reading-edges': { file: 'lib/reading/b.ts', imports: '../world' },
  'lib-world-edges': { file: 'lib/world/b.ts', imports: '../reading' },
  'lib-aws-edges': { file: 'lib/aws/b.ts', imports: '../crypto' },
  'lib-crypto-edges': { file: 'lib/crypto/b.ts', imports: '../world' },
  'lib-kms-edges': { file: 'lib/kms/b.ts', imports: '../services/iam' },
  'lib-services-edges': { file: 'lib/services/s3/b.ts', imports: '../../kms' },
  'lib-wire-edges': { file: 'lib/wire/b.ts', imports: '../cli' },
  'lib-cli-edges': { file: 'lib/cli/b.ts', imports: '../run' },
  'lib-run-edges': { file: 'lib/run/b.ts', imports: '../scenario' },
  'lib-views-edges': { file: 'lib/views/b.ts', imports: '../quiz' },
  'lib-scenario-edges': { file: 'lib/scenario/b.ts', imports: '../progress' },
  'lib-quiz-edges': { file: 'lib/quiz/b.ts', imports: '../progress' },
  'lib-learn-edges': { file: 'lib/learn/b.ts', imports: '../quiz' },
  'lib-search-edges': { file: 'lib/search/b.ts', imports: '../learn' },
  'lib-progress-edges': { file: 'lib/progress/b.ts', imports: '../run' },
  'lib-platform-edges': { file: 'lib/platform/b.ts', imports: '../store' },
  'enter-by-the-door': { file: 'lib/cloud/c.ts', imports: '../kms/rules/states' },
  'enter-a-service-by-its-door': { file: 'lib/cloud/d.ts', imports: '../services/iam/records/user' },
  'engine-imports-no-platform': { file: 'lib/kms/c.ts', imports: 'node:crypto' },
  'no-service-knows-another': { file: 'lib/services/s3/c.ts', imports: '../iam' },
  'no-operation-imports-another': { file: 'lib/kms/operations/decrypt.ts', imports: './encrypt' },
  'lib-never-imports-content': { file: 'lib/scenario/c.ts', imports: '../../content/facts' },
  'only-the-store-knows-react': { file: 'lib/views/c.ts', imports: 'react' },
  'lib-never-imports-next': { file: 'lib/store/c.ts', imports: 'next' },
  'content-is-data': { file: 'content/a.ts', imports: '../lib/scenario' },
  'ui-knows-no-place': { file: 'components/ui/b.tsx', imports: '../map/map' },
  'e2e-imports-no-source': { file: 'e2e/a.ts', imports: '../lib/kms' },
  'nobody-imports-scripts': { file: 'app/a.ts', imports: '../scripts/lab' },
  'nobody-imports-tests': { file: 'lib/run/c.ts', imports: './run.test' },
  'no-development-package-in-the-product': { file: 'components/map/c.ts', imports: 'oracle' },
  'only-tests-ask-the-other-evaluator': { file: 'scripts/a.ts', imports: '@cloud-copilot/iam-simulate' },
  'no-undeclared-package': { file: 'components/map/d.ts', imports: 'stowaway' },
  'no-unresolvable': { file: 'components/map/e.ts', imports: './gone' },
  'no-cycle': { file: 'components/map/f.ts', imports: './g' },
};

const alsoThere = [
  'app/page.tsx',
  'components/map/map.tsx',
  'components/ui/button.tsx',
  'content/facts.ts',
  'lib/kms/operations/encrypt.ts',
  'lib/kms/rules/states.ts',
  'lib/run/run.test.ts',
  'lib/services/iam/index.ts',
  'lib/services/iam/records/user.ts',
  'scripts/lab.ts',
  ...'base reading world aws crypto policy pipeline kms cloud wire cli run views scenario quiz learn search progress platform store'
    .split(' ')
    .map((name) => `lib/${name}/index.ts`),
];
const packages = ['@cloud-copilot/iam-simulate', 'next', 'oracle', 'react', 'stowaway'];

let tree = '';
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
};

function plant(): void {
  tree = mkdtempSync(join(tmpdir(), 'kms-lab-edges-'));
  const declared = {
    dependencies: { next: '1', react: '1' },
    devDependencies: { oracle: '1', '@cloud-copilot/iam-simulate': '1' },
  };
  write('package.json', JSON.stringify({ name: 'planted', type: 'module', ...declared }));
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const path of alsoThere) write(path, 'export const it = 1;\n');
  write('components/map/g.ts', "export * from './f';\n");
  for (const { file, imports } of Object.values(planted)) write(file, `export * from '${imports}';\n`);
}

describe('import rules', () => {
  let result: Awaited<ReturnType<typeof checkEdges>>;

  beforeAll(async () => {
    plant();
    result = await checkEdges(tree);
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it('has a planted violation for every rule, and no other', () => {
    expect(Object.keys(planted).sort()).toEqual(
      importRules()
        .forbidden.map(({ name }) => name)
        .sort(),
    );
  });

  it.each(Object.entries(planted))('%s is caught in the file that breaks it', (rule, { file }) => {
    const files = result.violations.filter((violation) => violation.rule === rule).map(({ from }) => from);
    expect(files).toContain(file);
  });

  it('names a remedy with every violation', () => {
    expect(result.violations.filter(({ remedy }) => remedy.length < 20)).toEqual([]);
  });

  it('finds nothing in files that break nothing', () => {
    const broken = new Set(Object.values(planted).map(({ file }) => file));
    const blamed = result.violations.map(({ from }) => from).filter((from) => !broken.has(from));
    expect(blamed).toEqual([]);
    expect(result.modules).toBeGreaterThan(alsoThere.length);
  });
});
