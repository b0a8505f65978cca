import type { PolicyDraft, SupposedRequest } from './policies';
import type { AccessLayerView } from './xray';

export interface WhoCanQuestion {
  /** Position on the timeline. */
  readonly at: number | 'now';
  /** One key and everyone, or one principal (ARN) and every key. */
  readonly about:
    | { readonly kind: 'key'; readonly key: string }
    | { readonly kind: 'principal'; readonly principal: string };
  /** KMS operations, in the order of the columns; without them those that the view chooses. */
  readonly operations?: readonly string[];
  /** With drafts each cell also says what it was before them. */
  readonly drafts?: readonly PolicyDraft[];
}

/** How one looks at the table. */
export interface WhoCanLook {
  /** ARN of a key or principal; without one the first key. */
  readonly subject?: string | undefined;
  /** `usual`, `all`, or a group's name. */
  readonly group: string;
  /** The operations of that group; without them those that the view chooses. */
  readonly operations?: readonly string[] | undefined;
  /** The cell that is explained. */
  readonly chosen?: WhoCanPlace | undefined;
  /** What the rows have to contain. */
  readonly query: string;
  /** Whether cells say what they were before texts that are not stored. */
  readonly isCompared: boolean;
  /** Whether rows in which nothing changes are left out. */
  readonly changedOnly: boolean;
}

/** A cell by its row's id and its column. */
export interface WhoCanPlace {
  readonly row: string;
  readonly operation: string;
}

/** Who may do what. Made by asking the engine, cell by cell. */
export interface WhoCanView {
  /** `Who can use alias/pan-field`, `What role/payments-app can do` */
  readonly title: string;
  /** KMS operations. */
  readonly columns: readonly string[];
  readonly rows: readonly WhoCanRowView[];
  /** How many cells differ from before the drafts. */
  readonly changes: number;
  /** Operations by what one does with them: choices of columns. */
  readonly groups: readonly OperationGroupView[];
}

export interface OperationGroupView {
  readonly id: string;
  /** `Data keys and ciphertexts` */
  readonly label: string;
  readonly operations: readonly string[];
}

export interface WhoCanRowView {
  /** ARN of the principal, or of the key. */
  readonly id: string;
  /** `role/payments-app`, `alias/pan-field` */
  readonly label: string;
  readonly account: string;
  /** `user`, `role`, `root user`, `session`, `service`; for a key its kind: `multi-Region primary` */
  readonly kind: string;
  readonly cells: readonly WhoCanCellView[];
}

/** `never`: no policy can allow it (the operation does not cross accounts, or the key has no alias to change). */
export type WhoCanVerdict = 'allowed' | 'refused' | 'conditional' | 'never';

export interface WhoCanCellView {
  readonly operation: string;
  readonly verdict: WhoCanVerdict;
  /** The deciding reason, short: `key policy`, `no IAM policy`, `denied by SCP`. */
  readonly because: string;
  /** For a conditional cell the condition keys it depends on. */
  readonly depends: readonly string[];
  /** Before the drafts; absent without drafts. */
  readonly before?: WhoCanVerdict;
}

/** One cell, explained. */
export interface WhoCanDetailView {
  readonly request: SupposedRequest;
  /** The request as one types it, with what it says about keys and aliases. */
  readonly command: string;
  readonly verdict: WhoCanVerdict;
  /** One sentence. */
  readonly because: string;
  readonly depends: readonly string[];
  readonly layers: readonly AccessLayerView[];
}
