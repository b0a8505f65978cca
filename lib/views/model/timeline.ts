import type { VerdictView } from './verdict';

/** The run's requests on a line. Positions count requests: 0 is before the first. */
export interface TimelineView {
  /** Newest position of the current branch. */
  readonly now: number;
  /** The position the workspace shows. */
  readonly at: number;
  readonly marks: readonly TimelineMarkView[];
  readonly branches: readonly BranchView[];
  readonly saved: SavedView;
}

export interface TimelineMarkView {
  /** 1 for the first request. */
  readonly position: number;
  /** Lab time: `10:02:14`. */
  readonly at: string;
  readonly operation: string;
  readonly verdict: VerdictView;
  /** Set on the first mark after the clock was moved: `+1 day`. */
  readonly skipped?: string;
}

export interface BranchView {
  readonly id: string;
  readonly name: string;
  /** `left main after request 5` */
  readonly from: string;
  readonly requests: number;
  readonly current: boolean;
}

export interface SavedView {
  readonly state: 'saved' | 'saving' | 'not saved' | 'another tab writes';
  /** The whole sentence: `Run is saved on this device`. */
  readonly sentence: string;
}

/** Two moments of a run and what differs between them. */
export interface CompareView {
  readonly from: MomentView;
  readonly to: MomentView;
  readonly moments: readonly MomentView[];
  readonly changes: readonly ChangeView[];
}

export interface MomentView {
  readonly position: number;
  /** `request 5, 10:00:41, GenerateDataKey` */
  readonly label: string;
}

export interface ChangeView {
  readonly id: string;
  readonly kind: 'created' | 'changed' | 'deleted';
  /** `KMS key`, `alias`, `item` */
  readonly what: string;
  readonly name: string;
  readonly region?: string;
  readonly members: readonly ChangedMemberView[];
}

export interface ChangedMemberView {
  readonly member: string;
  readonly before?: string;
  readonly after?: string;
}
