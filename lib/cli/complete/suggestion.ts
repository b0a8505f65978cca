/** One way to go on typing. */
export interface Suggestion {
  /** What would stand in the place of the word. */
  readonly text: string;
  readonly about?: string | undefined;
}

export interface Suggestions {
  /** The part of the line a suggestion would replace. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Suggestion[];
}
