import type { LabPhase, Notice } from '../platform';
import type { CellView, Look, SavedView, ScreenView } from '../views';
import { EMPTY_DESK, type PolicyDesk } from './policy-desk';

export type StageTab = 'map' | 'flow' | 'policies' | 'cost' | 'keys';
export type SideTab = 'xray' | 'trail' | 'inspector';
export type PaneName = 'guide' | 'console' | 'stage' | 'side' | 'timeline';

/** A link that was asked for; without one it is still being made. */
interface ShareState {
  readonly link?: string | undefined;
  readonly tooLong: boolean;
}

export interface WorkspaceState {
  readonly phase: LabPhase;
  /** Absent until the engine has answered once. */
  readonly screen?: ScreenView | undefined;
  /** What the console shows of each cell, by name. */
  readonly cells: ReadonlyMap<string, CellView>;
  /** The cell that is being run; a setup's stays out of sight. */
  readonly running?: CellView | undefined;
  readonly isRunning: boolean;
  readonly look: Look;
  readonly notices: readonly Notice[];
  readonly writing: boolean;
  readonly saved: SavedView;
  readonly stage: StageTab;
  readonly side: SideTab;
  readonly pane: PaneName;
  readonly desk: PolicyDesk;
  readonly share?: ShareState | undefined;
  /** The worked run plays by itself. */
  readonly playing: boolean;
  /** Put into the console's input, to be run or changed by the learner. */
  readonly draft?: string | undefined;
  /** What came due was read and closed. */
  readonly dueClosed: boolean;
}

export const FIRST_STATE: WorkspaceState = {
  phase: { kind: 'starting' },
  cells: new Map(),
  isRunning: false,
  look: { at: 'now' },
  notices: [],
  writing: true,
  saved: { state: 'saving', sentence: 'Opening the run…' },
  stage: 'map',
  side: 'xray',
  pane: 'console',
  desk: EMPTY_DESK,
  playing: false,
  dueClosed: false,
};

/** Why nothing can be typed now; nothing where it can. */
export function closedBecause({ phase, writing, look, screen }: WorkspaceState): string | undefined {
  if (phase.kind === 'failed') return 'The lab broke down. Start it again above.';
  if (phase.kind !== 'ready') return phaseWords(phase);
  if (!writing) return 'Another tab writes this run. Take it over above to type here.';
  if (look.at !== 'now')
    return `You are looking at the past. Going on from here makes a branch that begins ${screen?.goesOnFrom ?? 'here'}.`;
  return undefined;
}

export function phaseWords(phase: LabPhase): string {
  if (phase.kind === 'setup') return `Setting up the world: command ${phase.done + 1} of ${phase.of}…`;
  if (phase.kind === 'replay') return `Playing the run again: command ${phase.done + 1} of ${phase.of}…`;
  return 'Starting the lab…';
}
