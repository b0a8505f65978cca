import { afterEach, describe, expect, it } from 'vitest';
import { type Remote, remote, serve } from './rpc';

interface Sums {
  add(a: number, b: number): number;
  later(text: string): Promise<string>;
  fail(): never;
  through(port: MessagePort): void;
}

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

function line(): Remote<Sums> {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  serve<Sums>(port2, {
    add: (a, b) => a + b,
    later: async (text) => text.toUpperCase(),
    fail: () => {
      throw new RangeError('too far');
    },
    through: (port) => {
      open.push(port);
      port.postMessage('hello');
    },
  });
  port1.start();
  port2.start();
  return remote<Sums>(port1);
}

describe('a line between two threads', () => {
  it('carries calls and answers, each to its own', async () => {
    const sums = line();
    expect(await Promise.all([sums.add(1, 2), sums.later('x'), sums.add(3, 4)])).toEqual([3, 'X', 7]);
  });

  it('throws here what was thrown there, by its name and text', async () => {
    await expect(line().fail()).rejects.toMatchObject({ name: 'RangeError', message: 'too far' });
  });

  it('says so when nobody serves what is called', async () => {
    const other = line() as unknown as Remote<{ nothing(): void }>;
    await expect(other.nothing()).rejects.toThrow('no function nothing is served');
  });

  it('hands over a port', async () => {
    const { port1, port2 } = new MessageChannel();
    open.push(port1);
    const heard = new Promise((resolve) => {
      port1.addEventListener('message', ({ data }) => resolve(data));
    });
    port1.start();
    await line().through(port2);
    expect(await heard).toBe('hello');
  });
});
