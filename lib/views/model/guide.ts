import type { VerdictView } from './verdict';

/** One step of a scenario as the learner meets it. Parts that a step lacks are absent or empty. */
export interface GuideView {
  readonly steps: readonly StepMarkView[];
  /** 1 for the first. */
  readonly number: number;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly prediction?: PredictionView;
  readonly decision?: DecisionView;
  readonly commands: readonly CommandCardView[];
  readonly rates?: RatePickerView;
  readonly goals: readonly GoalView[];
  readonly hints: readonly HintView[];
  readonly deadEnd?: DeadEndView;
  readonly worked?: WorkedRunView;
  /** How much is done for the learner, where that can be chosen. */
  readonly supports?: readonly SupportChoiceView[];
  readonly support?: SupportLevel;
  /** Popular errors of this step, once it is done. */
  readonly traps?: readonly TrapView[];
  /** On the last step. */
  readonly debrief?: DebriefView;
  readonly canBack: boolean;
  readonly canNext: boolean;
  /** Why Next is not offered yet. */
  readonly nextBlockedBecause?: string;
}

/** What people believe, and what is so. */
export interface TrapView {
  readonly name: string;
  readonly lure: string;
  readonly truth: string;
}

interface StepMarkView {
  readonly title: string;
  readonly state: 'done' | 'now' | 'ahead';
}

/** Commit to an answer, then run, then learn why. The engine's answer is the key. */
export interface PredictionView {
  readonly question: string;
  readonly options: readonly ChoiceOptionView[];
  /** Set once the learner has committed. */
  readonly chosen?: string;
  /** Set once the engine has answered. */
  readonly resolution?: ResolutionView;
}

interface ChoiceOptionView {
  readonly id: string;
  /** Markdown, one line. */
  readonly text: string;
}

interface ResolutionView {
  /** Id of the option that came true. */
  readonly answer: string;
  /** What the engine said, in its own words: `AccessDeniedException`. */
  readonly engineSaid: string;
  /** Markdown. */
  readonly why: string;
}

/** A question that the product cannot prove: the learner decides and hears what each choice costs. */
export interface DecisionView {
  readonly question: string;
  readonly options: readonly DecisionOptionView[];
  readonly chosen?: string;
}

interface DecisionOptionView extends ChoiceOptionView {
  /** Markdown; shown after choosing. */
  readonly consequence: string;
  readonly verdict: VerdictView;
}

export interface CommandCardView {
  readonly id: string;
  readonly source: string;
  /** Markdown, one line over the command. */
  readonly lead?: string;
  readonly state: 'ready' | 'running' | 'ran';
}

export interface GoalView {
  readonly id: string;
  /** Markdown, one sentence. */
  readonly text: string;
  readonly state: 'done' | 'open' | 'broken';
  /** `not yet, because ...`; Markdown. */
  readonly because?: string;
}

export type HintRung = 'aim' | 'look' | 'concept' | 'operation' | 'command';

export interface HintView {
  readonly rung: HintRung;
  /** Markdown; for `command` the command itself. */
  readonly text: string;
}

/** The goal cannot be reached from here. */
export interface DeadEndView {
  /** Markdown. */
  readonly because: string;
  /** `request 5, before the key was deleted` */
  readonly rewindTo: string;
}

/** The worked run: the solution, played with commentary. */
export interface WorkedRunView {
  /** How many of `moves` have been played. */
  readonly played: number;
  readonly playing: boolean;
  readonly moves: readonly WorkedMoveView[];
}

interface WorkedMoveView {
  readonly source: string;
  /** Markdown. */
  readonly commentary: string;
}

/** How fast to backfill: duration and headroom with the arithmetic in view. */
export interface RatePickerView {
  readonly question: string;
  /** `240,000,000 items` */
  readonly amount: string;
  readonly options: readonly RateOptionView[];
  readonly chosen?: string;
  /** What is assumed, because AWS does not say. Markdown. */
  readonly assumed?: string;
}

export interface RateOptionView {
  readonly id: string;
  /** `309/s` */
  readonly rate: string;
  /** `9 days` */
  readonly duration: string;
  /** `240,000,000 / 309 = 776,699 s` */
  readonly arithmetic: string;
  /** Share of the quota pool, 0 to 1, that production takes and that the backfill would take. */
  readonly production: number;
  readonly backfill: number;
  readonly verdict: VerdictView;
  /** `production is throttled` */
  readonly says: string;
}

export type SupportLevel = 'worked' | 'completion' | 'independent';

export interface SupportChoiceView {
  readonly level: SupportLevel;
  readonly label: string;
  readonly detail: string;
}

export interface DebriefView {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly incident: readonly IncidentMomentView[];
  /** Markdown, one sentence each. */
  readonly lessons: readonly string[];
  /** What to alarm on in real life; Markdown, one sentence each. */
  readonly alarms: readonly string[];
  /** What is different in real life; Markdown, one sentence each. */
  readonly inRealLife?: readonly string[];
  /** Ids of quiz items to go on with. */
  readonly quiz?: readonly string[];
}

export interface IncidentMomentView {
  /** `10:02` */
  readonly at: string;
  readonly happened: string;
  readonly should: string;
  readonly verdict: VerdictView;
}
