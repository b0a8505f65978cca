/** The guide at one moment, as plain data for whoever draws it. Texts are Markdown where not said otherwise. */
export interface Guide {
  readonly steps: readonly { readonly title: string; readonly state: 'done' | 'now' | 'ahead' }[];
  /** 1 for the first. */
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly kind: 'read' | 'predict' | 'do' | 'fault' | 'observe' | 'decide' | 'debrief';
  readonly support: SupportLevel;
  readonly supports: readonly {
    readonly level: SupportLevel;
    readonly label: string;
    readonly detail: string;
  }[];
  readonly prediction?: GuidePrediction;
  readonly decision?: GuideDecision;
  readonly commands: readonly GuideCommand[];
  readonly rates?: GuideRates;
  readonly goals: readonly GuideGoal[];
  readonly hints: readonly { readonly rung: Rung; readonly text: string }[];
  readonly deadEnd?: { readonly because: string; readonly rewindTo: string };
  readonly worked?: GuideWorkedRun;
  /** Popular errors of this step, shown once it is done. */
  readonly traps: readonly { readonly name: string; readonly lure: string; readonly truth: string }[];
  readonly debrief?: GuideDebrief;
  readonly canBack: boolean;
  readonly canNext: boolean;
  readonly nextBlockedBecause?: string;
}

export type SupportLevel = 'worked' | 'completion' | 'independent';
type Rung = 'aim' | 'look' | 'concept' | 'operation' | 'command';
type Verdict = 'allowed' | 'refused' | 'waiting';

export interface GuidePrediction {
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly chosen?: string;
  readonly resolution?: { readonly answer: string; readonly engineSaid: string; readonly why: string };
}

interface GuideDecision {
  readonly question: string;
  readonly options: readonly {
    readonly id: string;
    readonly text: string;
    readonly consequence: string;
    readonly verdict: Verdict;
  }[];
  readonly chosen?: string;
}

export interface GuideCommand {
  readonly id: string;
  readonly source: string;
  readonly lead?: string;
  readonly state: 'ready' | 'running' | 'ran';
}

interface GuideGoal {
  readonly id: string;
  readonly text: string;
  readonly state: 'done' | 'open' | 'broken';
  readonly because?: string;
}

export interface GuideWorkedRun {
  readonly played: number;
  readonly playing: boolean;
  readonly moves: readonly { readonly source: string; readonly commentary: string }[];
}

export interface GuideRates {
  readonly question: string;
  readonly amount: string;
  readonly options: readonly {
    readonly id: string;
    readonly rate: string;
    readonly duration: string;
    readonly arithmetic: string;
    readonly production: number;
    readonly backfill: number;
    readonly verdict: Verdict;
    readonly says: string;
  }[];
  readonly chosen?: string;
  readonly assumed?: string;
}

interface GuideDebrief {
  readonly title: string;
  readonly text: string;
  readonly incident: readonly {
    readonly at: string;
    readonly happened: string;
    readonly should: string;
    readonly verdict: Verdict;
  }[];
  readonly lessons: readonly string[];
  readonly inRealLife: readonly string[];
  readonly alarms: readonly string[];
  /** Ids of quiz items. */
  readonly quiz: readonly string[];
}
