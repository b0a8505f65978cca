import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { kms } from './endpoint.testkit';

const root = join(import.meta.dirname, '..', '..');
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});

interface Line {
  readonly line: string;
  readonly child: ChildProcess;
}

/** Starts the command as a reader of the README would and answers with its first line. */
function endpoint(...args: string[]): Promise<Line> {
  const child = spawn(process.execPath, ['scripts/run-ts.mjs', 'scripts/endpoint.ts', ...args], {
    cwd: root,
  });
  children.push(child);
  return new Promise((resolve) => {
    const onLine = (data: Buffer) => resolve({ line: data.toString().trim(), child });
    child.stdout.once('data', onLine);
    child.stderr.once('data', onLine);
  });
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

describe('npm run endpoint', () => {
  it('prints one line when it is ready and serves, with quotas where wanted', async () => {
    const { line } = await endpoint('--port', '0', '--quotas');
    const [, port = ''] = /^KMS Lab endpoint ready at http:\/\/127\.0\.0\.1:(\d+)$/.exec(line) ?? [];
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await kms(Number(port), 'CreateKey')).status);
    expect([statuses[0], statuses.includes(400)]).toEqual([200, true]);
  });

  it('says which port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { line, child } = await endpoint('--port', String(port));
    expect(line).toBe(`endpoint: port ${port} is in use; choose another with --port`);
    expect(await exitCode(child)).toBe(1);
    other.close();
  });

  it('refuses a port that is none', async () => {
    const { line, child } = await endpoint('--port', '99999');
    expect(line).toBe('endpoint: --port wants a number from 0 to 65535, found 99999');
    expect(await exitCode(child)).toBe(2);
  });

  it('says how it is used', async () => {
    const { line, child } = await endpoint('--help');
    expect(line).toMatch(/^Usage: npm run --silent endpoint -- \[--port N\] \[--quotas\] \[--seed TEXT\]/);
    expect(await exitCode(child)).toBe(0);
  });

  it('refuses an option it does not know', async () => {
    const { line, child } = await endpoint('--prot', '1');
    expect(line).toMatch(/^endpoint: Unknown option '--prot'/);
    expect(await exitCode(child)).toBe(2);
  });
});
