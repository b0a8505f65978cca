import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { root } from '../ensure/stamp.mjs';
import { changed, digestsOf, loadedBy, remember } from './unchanged.mjs';

const folder = mkdtempSync(join(tmpdir(), 'unchanged-'));
const stamp = join(folder, 'passed.json');
afterEach(() => {
  rmSync(stamp, { force: true });
});

const imports = (...paths: string[]) => ({
  imports: paths.map((path) => ({ path, external: path.startsWith('node:') || !path.includes('/') })),
});

describe('what a test runs on', () => {
  it('is itself and all it imports, near and far', () => {
    const inputs = {
      'a/one.test.ts': imports('a/one.ts', 'vitest'),
      'a/one.ts': imports('b/two.ts'),
      'b/two.ts': imports('node:crypto', 'a/one.ts'),
      'b/other.ts': imports(),
    };
    expect(loadedBy(inputs, 'a/one.test.ts')).toEqual(['a/one.test.ts', 'a/one.ts', 'b/two.ts']);
  });

  it('cannot be told when something it imports reads the disk', () => {
    const inputs = {
      'a/one.test.ts': imports('a/kit.testkit.ts'),
      'a/kit.testkit.ts': imports('node:fs'),
    };
    expect(loadedBy(inputs, 'a/one.test.ts')).toBeUndefined();
  });

  it('is told for a test of the engine and not for this one', async () => {
    const digests = await digestsOf(['lib/base/base64.test.ts', 'scripts/check/unchanged.test.ts']);
    expect(Object.keys(digests)).toEqual(['lib/base/base64.test.ts']);
  });
});

describe('a test is left out', () => {
  const report = (status: string) => ({ testResults: [{ name: join(root, 'a.test.ts'), status }] });

  it('only when it passed on exactly this', () => {
    expect(changed(['a.test.ts'], { 'a.test.ts': '1' }, stamp)).toEqual(['a.test.ts']);
    remember(report('passed'), { 'a.test.ts': '1' }, stamp);
    expect(changed(['a.test.ts'], { 'a.test.ts': '1' }, stamp)).toEqual([]);
    expect(changed(['a.test.ts'], { 'a.test.ts': '2' }, stamp)).toEqual(['a.test.ts']);
  });

  it('no longer when it failed since', () => {
    remember(report('passed'), { 'a.test.ts': '1' }, stamp);
    remember(report('failed'), { 'a.test.ts': '1' }, stamp);
    expect(changed(['a.test.ts'], { 'a.test.ts': '1' }, stamp)).toEqual(['a.test.ts']);
  });

  it('never when it cannot be told what it runs on, or the memory is damaged', () => {
    remember(report('passed'), {}, stamp);
    expect(changed(['a.test.ts'], {}, stamp)).toEqual(['a.test.ts']);
    writeFileSync(stamp, '{');
    expect(changed(['a.test.ts'], { 'a.test.ts': '1' }, stamp)).toEqual(['a.test.ts']);
  });
});
