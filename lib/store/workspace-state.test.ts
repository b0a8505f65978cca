import { describe, expect, it } from 'vitest';
import { closedBecause, FIRST_STATE, type WorkspaceState } from './workspace-state';

const ready: WorkspaceState = { ...FIRST_STATE, phase: { kind: 'ready' } };

describe('the console', () => {
  it('is open when the lab is ready, in the present, in the tab that writes', () => {
    expect(closedBecause(ready)).toBeUndefined();
  });

  it.each([
    [{ phase: { kind: 'starting' } }, 'Starting the lab…'],
    [{ phase: { kind: 'setup', done: 2, of: 7 } }, 'Setting up the world: command 3 of 7…'],
    [{ phase: { kind: 'replay', done: 0, of: 4 } }, 'Playing the run again: command 1 of 4…'],
    [{ writing: false }, 'Another tab writes this run. Take it over above to type here.'],
    [
      { look: { at: 3 }, screen: { goesOnFrom: 'after the command `aws kms create-key`' } },
      'You are looking at the past. Going on from here makes a branch that begins after the command `aws kms create-key`.',
    ],
  ])('says why it is closed', (change, why) => {
    expect(closedBecause({ ...ready, ...change } as WorkspaceState)).toBe(why);
  });
});
