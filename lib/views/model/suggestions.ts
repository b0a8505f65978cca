import type { AskedRequest, DocumentPlace, PolicyDraft } from './policies';

export interface SuggestQuestion {
  /** Position on the timeline. */
  readonly at: number | 'now';
  readonly request: AskedRequest;
}

/** The smallest changes that would allow a request; the engine has tried each of them. */
export interface SuggestionsView {
  /** `allowed`: nothing to change; `open`: suggestions follow; `closed`: no change of these kinds allows it. */
  readonly state: 'allowed' | 'open' | 'closed';
  /** One sentence on the whole. Markdown. */
  readonly sentence: string;
  /** Fewest edits first, harmless before risky. */
  readonly suggestions: readonly AccessChangeView[];
}

export interface AccessChangeView {
  readonly id: string;
  /** How many edits it takes. */
  readonly edits: number;
  /** One plain sentence. Markdown. */
  readonly sentence: string;
  /** The commands that do it, in order. */
  readonly commands: readonly string[];
  /** Whether they can be run as they stand. A request said otherwise needs what else it said, and its caller. */
  readonly canRun: boolean;
  /** Changed documents, line by line. */
  readonly diffs: readonly DocumentDiffView[];
  /** Why it may be a bad idea, each one sentence; empty where it is not. */
  readonly risks: readonly string[];
  /** Who may do it: `user/student`; empty where nobody of this lab may. */
  readonly by: string;
  /** What still stands in the way once access is allowed: a disabled key, a wrong ciphertext. */
  readonly afterwards?: string;
  /** The changed documents, to be tried in the editor. */
  readonly drafts: readonly PolicyDraft[];
}

export interface DocumentDiffView {
  readonly title: string;
  readonly place: DocumentPlace;
  readonly lines: readonly DiffLineView[];
}

export interface DiffLineView {
  readonly mark: 'same' | 'added' | 'removed';
  readonly text: string;
}
