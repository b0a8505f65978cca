import type { Cloud } from '../cloud';
import type { Run } from './run';

/**
 * What a scenario is to the lab that plays it. Whoever makes one (lib/scenario) turns data into these
 * functions; the lab calls them with its world and knows nothing of steps, goals and hints.
 * `Guide` is what the guide on the screen is drawn from.
 */
export interface Lesson<Guide> {
  /** Also the run's scenario: `sandbox`, `replicated-but-unreadable`. */
  readonly id: string;
  readonly title: string;
  /** The places above it: `Labs`, `Disaster recovery`. */
  readonly crumbs: readonly Crumb[];
  readonly seed: string;
  /** Where the lab's clock begins, in epoch ms. */
  readonly startMs: number;
  /** Where the console begins. */
  readonly region: string;
  /** On the map in this order even when they are empty, and first in the Region switch. */
  readonly regions: readonly string[];
  /** Further Regions that the switch offers; on the map once they hold something. */
  readonly moreRegions?: readonly string[];
  readonly identities: readonly LessonIdentity[];
  /** Commands that make the world the learner finds, each run as one cell of origin `setup`. */
  readonly setup: readonly string[];
  /** What the map and the flow cannot read from the world. */
  stage?(at: LessonMoment): StageNotes;
  /** The guide as it stands; nothing in a sandbox. Asks of the cloud only what leaves no mark. */
  guide?(at: LessonMoment): Guide | undefined;
  /** What the learner's move in the guide leads to. */
  act?(move: GuideMove, at: LessonMoment): GuideOutcome;
}

interface Crumb {
  readonly label: string;
  readonly href?: string;
}

/** An entry of the identity switch. Choosing it sets `AWS_PROFILE`. */
export interface LessonIdentity {
  readonly profile: string;
  /** `role/payments-app`, `user/student`: how the profile signs, and how the screen calls it. */
  readonly name: string;
  readonly account: string;
  readonly note?: string;
}

/** The world at the moment in question, and what was done and said up to it. */
export interface LessonMoment {
  /** Ask and fork it; do not send. */
  readonly cloud: Cloud;
  readonly run: Run;
  /** The newest commit of the setup; what came later is the learner's. */
  readonly setupSeq: number;
  /** How many moments the learner has made up to here. */
  readonly position: number;
}

/** A move in the guide, as the screen reports it. */
export type GuideMove =
  | { readonly kind: 'next' | 'back' | 'rewind' | 'hint' }
  /** The next move of the worked run: the outcome's `source` is what it runs. */
  | { readonly kind: 'play' }
  | { readonly kind: 'predict' | 'decide' | 'rate' | 'support'; readonly choice: string };

/** All parts are optional; the screen does them in this order. */
export interface GuideOutcome {
  /** Written into the run's answers. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Go on from this position (0: from the start), as a new branch where needed. */
  readonly goOnFrom?: number;
  /** Run this in the console. */
  readonly source?: string;
}

export interface StageNotes {
  readonly traffic?: Readonly<Record<string, Traffic>>;
  readonly flow?: Flow;
  /**
   * The map shows no more than a dashboard does: who can read what is for the learner to find out. For steps that ask
   * for a prediction.
   */
  readonly isVeiled?: boolean;
}

interface Traffic {
  readonly state: 'serving' | 'standby' | 'drained';
  /** `drained at 10:00` */
  readonly label: string;
}

/** The architecture as a Mermaid flowchart, with what lights its parts. */
interface Flow {
  readonly id: string;
  readonly title: string;
  readonly mermaid: string;
  /** The picture in words, a sentence a line. */
  readonly twin: readonly string[];
  readonly lights: readonly FlowRule[];
}

/** A node or edge lights up when a request of the last cell fits everything that is named. */
export interface FlowRule {
  readonly node?: string;
  readonly edge?: readonly [from: string, to: string];
  readonly service?: string;
  readonly operation?: string;
  readonly region?: string;
  /** Part of the caller's ARN. */
  readonly caller?: string;
  /** For the words beside the picture: `The application asks KMS in eu-central-1.` */
  readonly says: string;
}
