import { describe, expect, it } from 'vitest';
import { workspaceActions } from './actions';
import type { Workspace } from './workspace';
import { FIRST_STATE, type WorkspaceState } from './workspace-state';

/** A workspace that only remembers what it shows and what it was told to run. */
function stage() {
  const ran: (readonly [source: string, origin: string, pane: string])[] = [];
  const workspace = {
    state: { ...FIRST_STATE, pane: 'side' } as WorkspaceState,
    set(part: Partial<WorkspaceState>) {
      workspace.state = { ...workspace.state, ...part };
    },
    run(source: string, origin: string) {
      ran.push([source, origin, workspace.state.pane]);
    },
  };
  return { workspace, ran, act: workspaceActions(workspace as unknown as Workspace) };
}

describe('the desk', () => {
  it('keeps how one looks at who can, and which key is drilled, while another tab is shown', () => {
    const { workspace, act } = stage();
    act.showDesk('who-can');
    act.lookWhoCan({ subject: 'arn:key', group: 'grants', operations: ['CreateGrant'] });
    act.lookWhoCan({ chosen: { row: 'arn:role', operation: 'CreateGrant' }, query: 'role' });
    act.drillKey('arn:key');
    act.showDesk('edit');
    act.showDesk('who-can');
    expect(workspace.state.desk).toEqual({
      tab: 'who-can',
      drafts: {},
      drilled: 'arn:key',
      whoCan: {
        subject: 'arn:key',
        group: 'grants',
        operations: ['CreateGrant'],
        chosen: { row: 'arn:role', operation: 'CreateGrant' },
        query: 'role',
        isCompared: true,
        changedOnly: false,
      },
    });
  });
});

describe('a command run by a button', () => {
  it('brings the console up where one pane fills the screen, if it is run for its answer', () => {
    const { ran, act } = stage();
    void act.runByButton('lab status');
    void act.runForAnswer('aws kms list-keys');
    expect(ran).toEqual([
      ['lab status', 'button', 'side'],
      ['aws kms list-keys', 'button', 'console'],
    ]);
  });
});
