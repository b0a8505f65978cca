import type { OperatorFamily } from '../condition/operator';
import type { PolicyDocument, PolicyKind } from '../document/document';
import type { TextRange } from '../document/json-positions';

/** `error`: it cannot do what it says; `warning`: it may do more or less than meant; `suggestion`: could be clearer. */
export type LintSeverity = 'error' | 'warning' | 'suggestion';

/** Something worth a look in a document that AWS would accept. */
export type LintFinding = {
  /** Kebab-case; a service's own rules bring their own codes. */
  readonly code: string;
  readonly severity: LintSeverity;
  readonly path: string;
  readonly message: string;
  readonly range: TextRange;
};

/** A rule sees the whole document; its findings are sorted in with the others. */
export type LintRule = (document: PolicyDocument) => readonly LintFinding[];

/** What is known of a condition key. A name ending in `*` stands for all keys that begin so. */
export type ConditionKeyInfo = {
  readonly name: string;
  readonly type: OperatorFamily;
  readonly isMultivalued: boolean;
  /** The actions whose requests can carry it, where not all do. */
  readonly actions?: readonly string[];
  /** The kinds of document in which it has a value, where not all do. */
  readonly kinds?: readonly PolicyKind[];
};

export type LintOptions = {
  /** The account that owns what the document hangs on: naming it delegates, which may be wide. */
  readonly account?: string;
  /** Without it, keys are not checked. */
  readonly keys?: readonly ConditionKeyInfo[];
  /** All actions of the services that are known. Without it, actions are not checked. */
  readonly actions?: readonly string[];
  /** Keys of a service that narrow who may call, besides the global ones. */
  readonly narrowingKeys?: readonly string[];
  /** Rules that only a service can know. */
  readonly rules?: readonly LintRule[];
};
