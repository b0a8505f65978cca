export interface HomeView {
  /** The one thing to go on with; for a newcomer, the first step. */
  readonly goOn: GoOnView;
  readonly incidents: readonly IncidentView[];
  /** Absent until something can be due. */
  readonly due?: DueTodayView;
  readonly recall?: RecallView;
  /** How far exams and concepts are known; absent until something was answered. */
  readonly progress?: readonly ProgressBarsView[];
  /** Where the tour begins: offered on a first visit only. */
  readonly tour?: string | undefined;
  /** Given on a first visit only. */
  readonly firstVisit?: readonly FirstStepView[];
}

export interface GoOnView {
  /** `Go on: read one order in eu-central-1` */
  readonly label: string;
  readonly href: string;
}

/** A scenario, told by what the pager said. */
export interface IncidentView {
  readonly id: string;
  readonly title: string;
  /** The error line that starts it; absent where nothing failed. */
  readonly pager?: string;
  readonly summary: string;
  readonly minutes: number;
  readonly state: 'new' | 'begun' | 'done';
  /** `step 3 of 7` */
  readonly progress?: string;
  /** Absent while it cannot be opened yet. */
  readonly href?: string;
}

export interface DueTodayView {
  readonly count: number;
  /** `about 7 minutes, 2 you were sure of and got wrong` */
  readonly note: string;
  readonly href: string;
}

export interface ProgressBarsView {
  /** `SCS-C03 by domain` */
  readonly title: string;
  readonly bars: readonly {
    readonly title: string;
    /** Share of the items that were last answered right. */
    readonly percent: number;
    /** `2 of 7` */
    readonly words: string;
    readonly href?: string;
  }[];
}

export interface RecallView {
  readonly sentence: string;
  readonly label: string;
  readonly href: string;
}

export interface FirstStepView {
  readonly title: string;
  readonly text: string;
  readonly minutes: string;
  /** Where one does it. */
  readonly href?: string | undefined;
}
