import type { Answer, ApiRequest } from '../../aws';
import type {
  CellEnd,
  CellOrigin,
  GuideMove,
  LessonIdentity,
  PortableCell,
  RanStatement,
  ShellSnapshot,
} from '../../run';
import type {
  CompletionView,
  HandshakeQuestion,
  HandshakeView,
  KeyCareView,
  Look,
  PoliciesView,
  PolicyDraft,
  PolicyVocabularyView,
  SavedView,
  ScreenView,
  StatementView,
  SuggestionsView,
  SuggestQuestion,
  TryQuestion,
  TryView,
  WhoCanDetailView,
  WhoCanQuestion,
  WhoCanView,
} from '../../views';

/** Which lesson to play. `data` is a scenario or a preset as it stands in content, still to be parsed. */
export type LessonSource =
  | { readonly kind: 'sandbox' }
  | { readonly kind: 'preset' | 'scenario'; readonly id: string; readonly data: unknown };

/** How a run comes to be opened. */
export type Opening =
  /** The newest run of the lesson on this device, or a new one. */
  | { readonly kind: 'resume'; readonly runId?: string | undefined }
  | { readonly kind: 'new' }
  /** What follows the `#` of a share link, or the text of a run file. Where it cannot be read, `otherwise` is resumed. */
  | { readonly kind: 'link' | 'file'; readonly text: string; readonly otherwise?: string | undefined };

export interface OpenedRun {
  readonly runId: string;
  readonly scenario: string;
  /** Commands of the setup that are still to be run, in order. */
  readonly setup: readonly string[];
  /** Cells of an opened link or file, to be played again in this order. */
  readonly replay: readonly PortableCell[];
  readonly console: ConsoleSetting;
  /** What the learner must be told: a run that was set aside, a state that differs. */
  readonly notices: readonly Notice[];
}

/** How a fresh shell begins. */
export interface ConsoleSetting {
  /** Of the run: chance in the shell follows from it. */
  readonly seed: string;
  readonly region: string;
  readonly identities: readonly LessonIdentity[];
}

export interface Notice {
  readonly tone: 'plain' | 'waiting' | 'refused';
  readonly title: string;
  /** What happened, what is kept, what to do. */
  readonly text: string;
}

export interface BegunCell {
  readonly id: string;
  readonly shell: ShellSnapshot | undefined;
  /** `10:02:14` */
  readonly at: string;
  /** `from the guide` */
  readonly origin?: string | undefined;
}

export interface EndedCell {
  readonly hash: string;
  readonly source: string;
}

/** How a run travels: the text and whether it fits a link. */
export interface Traveling {
  readonly link: string | undefined;
  readonly hash: string;
}

/** One cell of a table of who can, to be explained. */
export interface WhoCanCellQuestion {
  readonly at: number | 'now';
  readonly cell: { readonly principal: string; readonly operation: string; readonly key: string };
  readonly drafts?: readonly PolicyDraft[];
}

/** Questions about access at a position of the timeline. Asking changes nothing. */
export interface AccessApi {
  policies(at: number | 'now'): PoliciesView;
  /** What an editor of policies completes with. */
  vocabulary(at: number | 'now'): PolicyVocabularyView;
  whoCan(question: WhoCanQuestion): WhoCanView;
  whoCanDetail(question: WhoCanCellQuestion): WhoCanDetailView;
  tryPolicy(question: TryQuestion): TryView;
  /** Nothing where there is no such request. */
  suggest(question: SuggestQuestion): SuggestionsView | undefined;
  handshake(question: HandshakeQuestion): HandshakeView | undefined;
  keyCare(at: number | 'now', key: string, drafts?: readonly PolicyDraft[]): KeyCareView;
}

/** What the engine's worker does for the page. */
export interface EngineApi extends AccessApi {
  open(lesson: LessonSource, opening: Opening, tab: string): Promise<OpenedRun>;
  /** The end of the line on which a shell sends its requests; the one before is cut. */
  attach(port: MessagePort): void;
  /** Whether this tab may save the run. */
  write(allowed: boolean): Promise<void>;
  begin(source: string, origin: CellOrigin): BegunCell;
  /** A statement of the running cell as the console shows it. */
  statement(statement: RanStatement, index: number): StatementView;
  end(report: CellEnd): Promise<EndedCell>;
  look(look: Look): ScreenView;
  /** Goes on from a position, on a new branch where something came after it. */
  goOn(position: number): Promise<void>;
  switchTo(branch: string): Promise<readonly Notice[]>;
  move(move: GuideMove): Promise<MoveEffect>;
  /** Makes the cell `after` (-1: the setup) of an opened run the one to go on from. */
  placeAfter(after: number): void;
  /** Compares what was replayed with what it should have led to. */
  compared(): Promise<readonly Notice[]>;
  /** After this many requests of the running cell no more are answered: it is stopped there, as it was then. */
  haltAfter(requests: number | undefined): void;
  /** Moves the clock of the running cell to where it was when it was stopped. */
  settleAt(ms: number): void;
  share(): Promise<Traveling>;
  file(): RunFile;
  /** Which scenario a share link belongs to; opens nothing. */
  readLink(text: string): Promise<LinkContent>;
}

export interface RunFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export type LinkContent =
  | { readonly ok: true; readonly scenario: string }
  | { readonly ok: false; readonly problem: string };

/** What is left for the page to do after a move in the guide. */
export interface MoveEffect {
  readonly source?: string | undefined;
}

/** What the engine's worker tells the page unasked. */
export interface EngineEvents {
  saved(view: SavedView): void;
  /** The running cell has made as many requests as it was to make. */
  halted(): void;
}

/** What the shell's worker does for the page. */
export interface ShellApi {
  attach(port: MessagePort, setting: ConsoleSetting): void;
  run(source: string, shell: ShellSnapshot | undefined): Promise<CellEnd>;
  complete(line: string, caret: number, shell: ShellSnapshot | undefined): Promise<CompletionView>;
}

export interface ShellEvents {
  statement(statement: RanStatement, index: number): void;
}

/** What the engine does for the shell. */
export interface LabApi {
  send(request: ApiRequest): Promise<SentReply>;
  nowMs(): number;
  advance(ms: number): Promise<number>;
}

export type SentReply = Answer & {
  readonly seq?: number | undefined;
  readonly requestId: string;
  readonly nowMs: number;
};
