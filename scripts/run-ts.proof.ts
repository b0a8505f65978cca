import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, stampsDir } from './ensure/stamp.mjs';

// Inside the repository: the bundle finds packages from where it lies, and paths are kept relative to the root.
let dir = '';
beforeAll(() => {
  mkdirSync(stampsDir, { recursive: true });
  dir = mkdtempSync(join(stampsDir, 'run-ts-'));
});
afterAll(() => {
  const cache = join(stampsDir, 'cache');
  const mine = readdirSync(cache).filter((name) => name.includes(basename(dir)));
  for (const name of mine) rmSync(join(cache, name));
  rmSync(dir, { recursive: true, force: true });
});

const runEntry = (args: string[], input = '') => {
  const entry = join(dir, `${basename(dir)}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run-ts.mjs', entry, ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const entryText = (greeting: string) => `import { readFileSync } from 'node:fs';
import { name } from './part';
const input: string = readFileSync(0, 'utf8');
const here = new URL('.', import.meta.url).pathname.includes(name);
process.stdout.write(['${greeting}', name, ...process.argv.slice(2), input, here].join(' '));
process.exitCode = 3;
`;

describe('running a TypeScript entry', () => {
  it('passes arguments, stdin and the exit code through, and sees a change in any of its files', () => {
    const name = basename(dir);
    writeFileSync(join(dir, `${name}.ts`), entryText('hello'));
    writeFileSync(join(dir, 'part.ts'), `export const name = '${name}';\n`);
    const first = runEntry(['--flag', 'value'], 'typed');
    expect(first).toEqual({ status: 3, stdout: `hello ${name} --flag value typed true`, stderr: '' });
    expect(runEntry(['again'])).toEqual({ status: 3, stdout: `hello ${name} again  true`, stderr: '' });
    writeFileSync(join(dir, `${name}.ts`), entryText('changed'));
    expect(runEntry([]).stdout).toBe(`changed ${name}  true`);
  });

  it('names a file that is not there', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/run-ts.mjs', 'scripts/gone.ts'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([
      1,
      'run-ts: expected a TypeScript file to run, found "scripts/gone.ts".\n',
    ]);
  });
});
