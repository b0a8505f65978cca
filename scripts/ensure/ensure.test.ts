import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installMatches } from './deps.mjs';
import { locked } from './lock.mjs';
import { digest, filesUnder, readStamp, writeStamp } from './stamp.mjs';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kms-lab-ensure-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const deadProcess = 2 ** 22 + 1;

describe('the set-up lock', () => {
  it('lets one in at a time', async () => {
    const seen: string[] = [];
    const visit = (name: string) =>
      locked(
        async () => {
          seen.push(`${name} in`);
          await pause(30);
          seen.push(`${name} out`);
        },
        { dir },
      );
    await Promise.all([visit('a'), visit('b')]);
    expect(seen).toEqual(['a in', 'a out', 'b in', 'b out']);
  });

  it('is given back when the work fails', async () => {
    await expect(locked(() => Promise.reject(new Error('no network')), { dir })).rejects.toThrow(
      'no network',
    );
    expect(existsSync(join(dir, 'set-up.lock'))).toBe(false);
  });

  it('is taken over from a process that is gone', async () => {
    writeFileSync(join(dir, 'set-up.lock'), `${deadProcess} 0 0`);
    expect(await locked(async () => 'done', { dir })).toBe('done');
  });

  it('is taken over from a holder that fell silent, even where its process id lives on in another program', async () => {
    const file = join(dir, 'set-up.lock');
    writeFileSync(file, `${process.pid} 0 0`);
    utimesSync(file, new Date(0), new Date(0));
    expect(await locked(async () => 'done', { dir, silenceMs: 100 })).toBe('done');
  });
});

describe('a stamp', () => {
  it('changes with a content, a name and the order of nothing', () => {
    writeFileSync(join(dir, 'b'), 'two');
    writeFileSync(join(dir, 'a'), 'one');
    const before = digest(filesUnder('.', dir), [], dir);
    expect(filesUnder('.', dir)).toEqual(['a', 'b']);
    expect(digest(filesUnder('.', dir), [], dir)).toBe(before);
    expect(digest(filesUnder('.', dir), ['other machine'], dir)).not.toBe(before);
    writeFileSync(join(dir, 'a'), 'One');
    expect(digest(filesUnder('.', dir), [], dir)).not.toBe(before);
  });

  it('that cannot be read is none', () => {
    writeFileSync(join(dir, 'torn.json'), '{"from": "ab');
    expect(readStamp(join(dir, 'torn.json'))).toBeUndefined();
    writeStamp(join(dir, 'new', 'stamp.json'), { from: 'ab' });
    expect(readStamp(join(dir, 'new', 'stamp.json'))).toEqual({ from: 'ab' });
  });
});

describe('an installation made by hand', () => {
  const wanted = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.2.3' },
      'node_modules/for-other-systems': { version: '2.0.0', optional: true },
    },
  };

  it('is accepted when it has every package at its version', () => {
    expect(installMatches(wanted, { packages: { 'node_modules/a': { version: '1.2.3' } } })).toBe(true);
  });

  it('is refused when a version differs, a package is missing or nothing is known', () => {
    expect(installMatches(wanted, { packages: { 'node_modules/a': { version: '1.2.4' } } })).toBe(false);
    expect(installMatches(wanted, { packages: {} })).toBe(false);
    expect(installMatches(wanted, undefined)).toBe(false);
  });
});
