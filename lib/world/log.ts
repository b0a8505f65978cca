import { needs } from '../base';

/** One record replaced: absent before means created, absent after means deleted. */
export interface Change {
  readonly table: string;
  readonly id: string;
  readonly before: object | undefined;
  readonly after: object | undefined;
}

/** One request and all it did. Refused requests are commits too. */
export interface Commit<Request = unknown, Outcome = unknown> {
  /** 1, 2, 3, ... without a gap. */
  readonly seq: number;
  readonly atMs: number;
  readonly request: Request;
  readonly outcome: Outcome;
  readonly changes: readonly Change[];
  /** The commit of the request on whose behalf this one was made. */
  readonly parent?: number | undefined;
}

/** What is remembered of commits that fold, with what was remembered before. It changes nothing it was given. */
export type Summarise<Request, Outcome> = (
  before: unknown,
  folding: readonly Commit<Request, Outcome>[],
) => unknown;

/**
 * The commits that can still be undone. Older ones are folded away: the state before the first one
 * kept is the checkpoint, and rewinding ends there.
 */
export class CommitLog<Request, Outcome> {
  private commits: Commit<Request, Outcome>[] = [];
  private folded = 0;
  private foldedAtMs: number | undefined;
  private readonly keep: number;
  private readonly summarise: Summarise<Request, Outcome> | undefined;
  private folds: unknown;

  /**
   * @param keep how many commits can be undone at the least before older ones fold.
   * @param summarise what is remembered of those that fold.
   */
  constructor(keep: number, summarise?: Summarise<Request, Outcome>) {
    this.keep = keep;
    this.summarise = summarise;
  }

  /** What `summarise` made of all commits up to the checkpoint; undefined while none has folded. */
  get summary(): unknown {
    return this.folds;
  }

  /** Seq of the newest commit, 0 when nothing happened yet. */
  get head(): number {
    return this.folded + this.commits.length;
  }

  /** Seq of the newest commit that can no longer be undone. */
  get checkpoint(): number {
    return this.folded;
  }

  append(commit: Commit<Request, Outcome>): void {
    needs(commit.seq === this.head + 1, `commit ${commit.seq} follows ${this.head}`);
    this.commits.push(commit);
    // Folding in slices of a tenth keeps the cost of one commit constant.
    if (this.commits.length > this.keep * 1.1) {
      const fold = this.commits.length - this.keep;
      this.foldedAtMs = this.commits[fold - 1]?.atMs;
      this.folds = this.summarise?.(this.folds, this.commits.slice(0, fold));
      this.commits = this.commits.slice(fold);
      this.folded += fold;
    }
  }

  get(seq: number): Commit<Request, Outcome> | undefined {
    return this.commits[seq - this.folded - 1];
  }

  /** The moment of a commit, that of the checkpoint included; undefined before the first and behind the checkpoint. */
  atMsOf(seq: number): number | undefined {
    return seq === this.folded ? this.foldedAtMs : this.get(seq)?.atMs;
  }

  /** Commits after `seq`, oldest first. */
  since(seq: number): readonly Commit<Request, Outcome>[] {
    return this.commits.slice(Math.max(0, seq - this.folded));
  }

  /** Forgets every commit after `seq` and answers them, oldest first. */
  truncate(seq: number): readonly Commit<Request, Outcome>[] {
    needs(seq >= this.folded, `commit ${seq} is behind the checkpoint ${this.folded}`);
    return this.commits.splice(seq - this.folded);
  }

  /** Puts back what `truncate` took. */
  restore(commits: readonly Commit<Request, Outcome>[]): void {
    for (const commit of commits) this.commits.push(commit);
  }

  copy(): CommitLog<Request, Outcome> {
    const copy = new CommitLog<Request, Outcome>(this.keep, this.summarise);
    copy.commits = [...this.commits];
    copy.folded = this.folded;
    copy.foldedAtMs = this.foldedAtMs;
    copy.folds = this.folds;
    return copy;
  }
}
