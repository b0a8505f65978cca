import { afterEach, describe, expect, it } from 'vitest';
import { LabClient } from '../platform';
import { inThisThread } from '../platform/lab/threads.testkit';
import { Workspace } from './workspace';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

function workspace(): Workspace {
  const made = new Workspace({ kind: 'sandbox' }, undefined, (listener) => {
    const threads = inThisThread();
    open.push(threads);
    return new LabClient(listener, threads);
  });
  open.push({ close: () => made.show(false) });
  return made;
}

describe('a lab on the screen', () => {
  it('shows what a lab does that was started while the one before was still being looked at', async () => {
    const lab = workspace();
    await lab.start({ kind: 'new' });
    void lab.look({ at: 'now' });
    await lab.start({ kind: 'new' });
    await lab.run('echo two', 'typed');
    const { screen, cells, isRunning } = lab.state;
    expect(screen?.cells.map(({ id }) => cells.get(id)?.source)).toEqual(['echo two']);
    expect(isRunning).toBe(false);
  });
});
