import {
  addressedRun,
  addressFragment,
  addressRun,
  dropFragment,
  type Opening,
  readFile,
  saveFile,
  shareAddress,
} from '../platform';
import type { CellOrigin, GuideMove } from '../run';
import type { CompletionView } from '../views';
import { clockCommand } from './commands';
import { deskActions } from './desk-actions';
import type { Workspace } from './workspace';
import type { PaneName, SideTab, StageTab } from './workspace-state';

/** A file larger than this is no run. */
const LARGEST_FILE = 20_000_000;
/** The pause between two moves of a worked run, so that one can follow. */
const BETWEEN_MOVES_MS = 900;

/** Everything a learner can do in the workspace. */
export function workspaceActions(workspace: Workspace) {
  const { set } = bound(workspace);
  return {
    ...consoleActions(workspace),
    ...lookActions(workspace),
    ...runActions(workspace),
    ...guideActions(workspace),
    ...deskActions(workspace),
    showStage: (stage: StageTab) => set({ stage }),
    showSide: (side: SideTab) => set({ side }),
    showPane: (pane: PaneName) => set({ pane }),
    closeNotice: (index: number) => workspace.closeNotice(index),
    closeDue: () => set({ dueClosed: true }),
  };
}

export type WorkspaceActions = ReturnType<typeof workspaceActions>;

function bound(workspace: Workspace) {
  return { set: workspace.set.bind(workspace) };
}

const NOTHING: CompletionView = { from: 0, to: 0, items: [] };

function consoleActions(workspace: Workspace) {
  const runCommand = async (command: string | undefined) => {
    if (command !== undefined) await workspace.run(command, 'button');
  };
  // Where one pane fills the screen, the answer is in the console.
  const answered = (source: string, origin: CellOrigin) => {
    workspace.set({ pane: 'console' });
    return workspace.run(source, origin);
  };
  return {
    /** What was typed or pasted: several lines were pasted. */
    type: (source: string) => workspace.run(source, source.includes('\n') ? 'pasted' : 'typed'),
    runFromGuide: (source: string) => answered(source, 'guide'),
    runByButton: (source: string) => workspace.run(source, 'button'),
    /** By a button whose command is run for its answer. */
    runForAnswer: (source: string) => answered(source, 'button'),
    stop: () => workspace.client?.stop(),
    suggest: async (line: string, caret: number) =>
      (await workspace.client?.complete(line, caret)) ?? NOTHING,
    chooseIdentity: (id: string) =>
      runCommand(workspace.state.screen?.bar.identities.find((identity) => identity.id === id)?.command),
    chooseRegion: (name: string) =>
      runCommand(workspace.state.screen?.bar.regions.find(({ region }) => region === name)?.command),
    skip: (seconds: number) => workspace.run(clockCommand(seconds), 'button'),
  };
}

function lookActions(workspace: Workspace) {
  const { set } = bound(workspace);
  return {
    openRequest: (request: string) => {
      set({ side: 'xray', pane: workspace.state.pane === 'console' ? 'side' : workspace.state.pane });
      return workspace.look({ request });
    },
    openRecord: (record: string) =>
      workspace.look({ record: workspace.state.look.record === record ? undefined : record }),
    inspect: (key: string) => {
      set({ side: 'inspector', pane: 'side' });
      return workspace.look({ key });
    },
    inspectInRegion: (region: string, keyId: string) => {
      const rows = workspace.state.screen?.keys.regions.find((one) => one.region === region)?.keys ?? [];
      const key = rows.find((row) => row.keyId === keyId)?.arn;
      if (key === undefined) return Promise.resolve();
      set({ side: 'inspector', pane: 'side' });
      return workspace.look({ key });
    },
    moveTo: (position: number) => {
      const now = workspace.state.screen?.timeline.now ?? 0;
      return workspace.look({ at: position >= now ? 'now' : position, request: undefined });
    },
    backToNow: () => workspace.look({ at: 'now', request: undefined }),
    goOnFromHere: async () => {
      const { look } = workspace.state;
      if (look.at === 'now') return;
      await workspace.client?.goOn(look.at);
      await workspace.look({ at: 'now', request: undefined });
    },
    switchBranch: async (branch: string) => {
      if (workspace.state.isRunning) return;
      await workspace.client?.switchTo(branch);
      await workspace.look({ at: 'now', request: undefined });
    },
    compare: (from: number, to: number) => workspace.look({ compare: { from, to } }),
    closeCompare: () => workspace.look({ compare: undefined }),
  };
}

function runActions(workspace: Workspace) {
  const { set } = bound(workspace);
  return {
    /** Opens what the address carries, or else the newest run of this lab. */
    open: async () => {
      workspace.show(true);
      const { offered } = workspace;
      const opening = openingOfAddress();
      const isNew = offered !== undefined && opening.kind === 'resume' && opening.runId === undefined;
      await workspace.start(isNew ? { kind: 'new' } : opening);
      const { client } = workspace;
      if (isNew && client?.runId !== undefined) {
        addressRun(client.runId);
        set({ draft: offered });
      }
    },
    leave: () => workspace.show(false),
    reset: () => workspace.start({ kind: 'new' }),
    restart: () => workspace.start({ kind: 'resume', runId: workspace.client?.runId }),
    takeOver: () => workspace.start({ kind: 'resume', runId: workspace.client?.runId }, true),
    share: async () => {
      set({ share: { tooLong: false } });
      const traveling = await workspace.client?.share();
      const link = traveling?.link;
      set({ share: { link: link && shareAddress(link), tooLong: link === undefined } });
    },
    closeShare: () => set({ share: undefined }),
    exportRun: async () => {
      const file = await workspace.client?.file();
      if (file) saveFile(file.name, file.type, file.text);
    },
    importRun: async (file: File) => {
      const text = await readFile(file, LARGEST_FILE);
      if (text !== undefined) {
        await workspace.start({ kind: 'file', text, otherwise: workspace.client?.runId });
        return;
      }
      const size = `${file.size.toLocaleString('en-US')} bytes`;
      workspace.notice({
        tone: 'refused',
        title: 'Nothing was opened',
        text: `The run file cannot be read: expected at most 20 MB, found ${size}. The run that is open stays as it is.`,
      });
    },
  };
}

/** A share link that was followed is opened once: a reload comes back to the run that it became. */
function openingOfAddress(): Opening {
  const text = addressFragment();
  if (!text.startsWith('r')) return { kind: 'resume', runId: addressedRun() };
  dropFragment();
  return { kind: 'link', text };
}

function guideActions(workspace: Workspace) {
  const { set } = bound(workspace);
  const move = async (made: GuideMove): Promise<boolean> => {
    const effect = await workspace.client?.move(made);
    await workspace.look({ at: 'now' });
    if (effect?.source === undefined) return false;
    await workspace.run(effect.source, 'guide');
    return true;
  };
  const pause = () => set({ playing: false });
  return {
    guide: move,
    playOn: async () => {
      set({ playing: true });
      while (workspace.state.playing && (await move({ kind: 'play' }))) await paused(BETWEEN_MOVES_MS);
      pause();
    },
    pause,
    playNext: () => move({ kind: 'play' }),
  };
}

function paused(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
