import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { root } from '../ensure/stamp.mjs';
import { run } from './run';

const folder = mkdtempSync(join(tmpdir(), 'lab-run-'));
afterAll(() => rmSync(folder, { recursive: true }));

function script(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function said(...args: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += text;
      return true;
    }),
  );
  const status = await run.run(args);
  for (const spy of spies) spy.mockRestore();
  return { status, ...written };
}

describe('lab run', () => {
  it('runs a script as a terminal does and exits with its status', async () => {
    const path = script(
      'lab.sh',
      '#!/bin/bash\nset -e\nKEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)\naws kms describe-key --key-id $KEY --query KeyMetadata.KeyState --output text\nls nowhere || echo "as expected"\naws kms describe-key --key-id none\necho never\n',
    );
    expect(await said(path)).toEqual({
      status: 254,
      stdout: 'Enabled\nas expected\n',
      stderr:
        "ls: cannot access 'nowhere': No such file or directory\n\nAn error occurred (NotFoundException) when calling the DescribeKey operation: Invalid keyId 'none'\n",
    });
  });

  it('begins in the Region and from the seed it is given', async () => {
    const path = script('seed.sh', 'aws kms create-key --query KeyMetadata.Arn --output text; uuidgen');
    const first = await said(path, '--region', 'ap-northeast-1', '--seed', 'x');
    expect(first.stdout).toMatch(/^arn:aws:kms:ap-northeast-1:111122223333:key\/.{36}\n.{36}\n$/);
    expect(await said(path, '--region', 'ap-northeast-1', '--seed', 'x')).toEqual(first);
    expect((await said(path, '--region', 'ap-northeast-1', '--seed', 'y')).stdout).not.toBe(first.stdout);
  });

  it('begins in the world of a file: a scenario’s, once it is set up', async () => {
    const world = join(root, 'content/scenarios/replicated-but-unreadable.yaml');
    const query = `contains(Aliases[].AliasName, 'alias/pan-field')`;
    const path = script('world.sh', `aws kms list-aliases --query "${query}"`);
    expect(await said(path, '--world', world)).toEqual({ status: 0, stdout: 'true\n', stderr: '' });
  });

  it('says what is wrong with how it is called', async () => {
    const path = script('plain.sh', 'true');
    const calls = [[], [join(folder, 'none.sh')], [path, '--frob'], [path, path], [path, '--world', path]];
    const told: (string | undefined)[] = [];
    for (const args of calls) {
      const { status, stderr } = await said(...args);
      expect(status).toBe(2);
      told.push(stderr.replaceAll(`${folder}/`, '').split('\n')[0]);
    }
    expect(told).toEqual([
      'lab run: expected one script, found none',
      'lab run: none.sh: there is no such file',
      expect.stringContaining("Unknown option '--frob'"),
      'lab run: expected one script, found plain.sh, plain.sh',
      expect.stringMatching(/^lab run: plain.sh: expected a scenario or a run file\. /),
    ]);
  });

  it('starts by its name in a terminal, reading standard input', () => {
    const args = [join(root, 'scripts/run-ts.mjs'), join(root, 'scripts/lab.ts'), 'run', '-'];
    const done = spawnSync(process.execPath, args, { input: 'echo $USER; exit 3', encoding: 'utf8' });
    expect([done.status, done.stdout, done.stderr]).toEqual([3, 'student\n', '']);
  });
});
