import type { ConsoleView } from './console';
import type { XrayView } from './xray';

type QuizItemType = 'single' | 'multiple' | 'order' | 'match' | 'predict' | 'hotspot';

export interface QuizItemView {
  readonly id: string;
  readonly type: QuizItemType;
  /** Markdown, one decision. */
  readonly stem: string;
  /** A document the stem speaks of; for a hotspot its lines are the options. */
  readonly exhibit?: ExhibitView;
  /** A picture whose nodes are a hotspot's options. */
  readonly diagram?: DiagramView;
  /** How many to choose: 1 for single. */
  readonly choose: number;
  readonly options: readonly QuizOptionView[];
  /** For `match`: what each option is matched with. */
  readonly targets: readonly QuizTargetView[];
  /** Set once answered. */
  readonly result?: QuizResultView;
  /** Ask how sure the learner is before marking. */
  readonly asksConfidence: boolean;
}

interface ExhibitView {
  readonly title: string;
  readonly lines: readonly string[];
  /** Zero-based indices of the lines that decide; shown after answering. */
  readonly marked: readonly number[];
}

/** A Mermaid flowchart with its twin in words. */
interface DiagramView {
  readonly title: string;
  readonly mermaid: string;
  readonly twin: readonly string[];
}

export interface QuizOptionView {
  readonly id: string;
  /** Markdown, one line. */
  readonly text: string;
  /** Of a hotspot: its lines of the exhibit, both ends counted from zero. */
  readonly lines?: { readonly first: number; readonly last: number };
  /** Of a hotspot: its node of the diagram. */
  readonly node?: string;
}

interface QuizTargetView {
  readonly id: string;
  readonly text: string;
}

export type Confidence = 'guess' | 'think' | 'sure';

/** single, multiple, predict, hotspot: ids of options. order: ids in order. match: option id to target id. */
export interface QuizAnswer {
  readonly chosen: readonly string[];
  readonly matched: Readonly<Record<string, string>>;
  readonly confidence?: Confidence;
}

export interface QuizResultView {
  readonly right: boolean;
  readonly answer: QuizAnswer;
  readonly key: QuizAnswer;
  readonly reasons: readonly OptionReasonView[];
  /** `IAM alone` */
  readonly trap?: string;
  /** `Comes back in 10 minutes, then tomorrow` */
  readonly comesBack?: string;
}

interface OptionReasonView {
  readonly optionId: string;
  /** Markdown. */
  readonly why: string;
  /** Of a pair: what is wrong with the target that was chosen. Markdown. */
  readonly whyNot?: string;
  /** When this would be the answer. Markdown. */
  readonly rightWhen?: string;
}

/** The engine's proof beside a question. */
export interface ProofView {
  /** `4 requests, 3 ms` */
  readonly summary: string;
  readonly parts: readonly ProofPartView[];
}

export interface ProofPartView {
  /** Markdown, one line over the cell: `When would it be right?` */
  readonly lead?: string;
  readonly cell: ConsoleView['cells'][number];
  /** Its requests taken apart, in order. */
  readonly xrays?: readonly XrayView[];
}

export interface QuizProgressView {
  /** `Review` */
  readonly label: string;
  readonly at: number;
  readonly of: number;
}
