import type { Lesson, PortableRun, Session } from '../../run';
import type { GuideView } from '../../views';
import type { Keeper } from './keeper';
import type { Notice } from './protocol';

/** The run that is open, with all that plays it. */
export interface Play {
  readonly session: Session;
  readonly lesson: Lesson<GuideView>;
  readonly keeper: Keeper;
  /** What an opened link or file said the run should lead to. */
  readonly wanted?: PortableRun | undefined;
  readonly notices: readonly Notice[];
}
