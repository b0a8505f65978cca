import type { OperatorFamily } from '../condition/operator';
import type { PolicyDocument } from '../document/document';
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
};

export type LintOptions = {
  /** Without it, keys are not checked. */
  readonly keys?: readonly ConditionKeyInfo[];
  /** Keys of a service that narrow who may call, besides the global ones. */
  readonly narrowingKeys?: readonly string[];
  /** Rules that only a service can know. */
  readonly rules?: readonly LintRule[];
};
