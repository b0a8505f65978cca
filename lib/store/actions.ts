import {
  addressFragment,
  compression,
  dropFragment,
  type Opening,
  readFile,
  saveFile,
  shareAddress,
} from '../platform';
import type { PortableRun } from '../run';
import {
  fromRunFile,
  fromShareText,
  type GuideMove,
  type Problem,
  problemSentence,
  type Read,
  RUN_FILE_TYPE,
} from '../run';
import type { CompletionView } from '../views';
import { clockCommand, identityCommand, regionCommand } from './commands';
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
  return {
    /** What was typed or pasted: several lines were pasted. */
    type: (source: string) => workspace.run(source, source.includes('\n') ? 'pasted' : 'typed'),
    runFromGuide: (source: string) => workspace.run(source, 'guide'),
    runByButton: (source: string) => workspace.run(source, 'button'),
    stop: () => workspace.client?.stop(),
    suggest: async (line: string, caret: number) =>
      (await workspace.client?.complete(line, caret)) ?? NOTHING,
    chooseIdentity: (profile: string) =>
      workspace.run(identityCommand(profile, workspace.state.screen?.bar.identity ?? ''), 'button'),
    chooseRegion: (region: string) => workspace.run(regionCommand(region), 'button'),
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
      await workspace.start(await openingOfAddress(workspace));
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
      if (file) saveFile(file.name, RUN_FILE_TYPE, file.text);
    },
    importRun: async (file: File) => {
      const text = await readFile(file, LARGEST_FILE);
      const read: Read<PortableRun> =
        text === undefined
          ? {
              ok: false,
              problem: { part: 'run file', expected: 'at most 20 MB', found: `${file.size} bytes` },
            }
          : fromRunFile(text);
      const opening = accepted(workspace, read);
      if (opening) await workspace.start(opening);
    },
  };
}

async function openingOfAddress(workspace: Workspace): Promise<Opening> {
  const fragment = addressFragment();
  if (!fragment.startsWith('r')) return { kind: 'resume' };
  const opening = accepted(workspace, await fromShareText(fragment, compression));
  dropFragment();
  return opening ?? { kind: 'resume' };
}

/** A run from outside, if it can be read and is a run of this lab; otherwise the learner is told. */
function accepted(workspace: Workspace, read: Read<PortableRun>): Opening | undefined {
  if (!read.ok) return refused(workspace, read.problem);
  const { lesson } = workspace;
  const own = lesson.kind === 'sandbox' ? 'sandbox' : lesson.id;
  if (read.value.scenario === own) return { kind: 'portable', run: read.value };
  return refused(workspace, {
    part: 'run',
    expected: `a run of ${own}`,
    found: `one of ${read.value.scenario}; open that lab first`,
  });
}

function refused(workspace: Workspace, problem: Problem): undefined {
  workspace.notice({
    tone: 'refused',
    title: 'Nothing was opened',
    text: `${problemSentence(problem)} The run that was open stays as it is.`,
  });
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
