import type { TextRange } from './json-positions';

export type Effect = 'Allow' | 'Deny';
export type PolicyVersion = '2008-10-17' | '2012-10-17';

/** What a document is attached to; decides which elements it must and must not have. */
export type PolicyKind =
  | 'identity'
  | 'boundary'
  | 'session'
  | 'scp'
  | 'rcp'
  | 'resource'
  | 'trust'
  | 'endpoint';

/** One string of a document and its place in the text. */
export type TextValue = { readonly text: string; readonly range: TextRange };

/**
 * The forms in which a document names a principal. fact: authorization 4.
 * `unique-id` is what a stored policy shows after its user or role was deleted.
 */
export type PrincipalForm =
  | 'everyone'
  | 'account'
  | 'user'
  | 'role'
  | 'role-session'
  | 'federated-user'
  | 'unique-id'
  | 'service'
  | 'identity-provider'
  | 'canonical-user';

export type PrincipalType = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

export type PrincipalEntry = TextValue & {
  readonly type: PrincipalType;
  readonly form: PrincipalForm;
  /** What is compared: the account id for `account`, otherwise the text. */
  readonly value: string;
};

/** All entries of all types in one list: they are joined by OR. `range` covers the member with its name. */
export type PrincipalElement = {
  readonly name: 'Principal' | 'NotPrincipal';
  readonly entries: readonly PrincipalEntry[];
  readonly range: TextRange;
};

/** `range` covers the member with its name; each value has its own. */
export type ActionElement = {
  readonly name: 'Action' | 'NotAction';
  readonly values: readonly TextValue[];
  readonly range: TextRange;
};

/** `range` covers the member with its name; each value has its own. */
export type ResourceElement = {
  readonly name: 'Resource' | 'NotResource';
  readonly values: readonly TextValue[];
  readonly range: TextRange;
};

/** One operator with one key; a Condition element is the list of all of them, joined by AND. */
export type ConditionElement = {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly TextValue[];
  readonly operatorRange: TextRange;
  readonly keyRange: TextRange;
  /** From the key to the end of its values. */
  readonly range: TextRange;
};

/** Elements that a kind of document forbids, or a service lets go missing, are absent. */
export type Statement = {
  readonly index: number;
  readonly sid?: string;
  readonly effect: Effect;
  readonly principal?: PrincipalElement;
  readonly action?: ActionElement;
  readonly resource?: ResourceElement;
  readonly conditions: readonly ConditionElement[];
  readonly range: TextRange;
  /** The member "Effect" with its value. */
  readonly effectRange: TextRange;
};

/** A document that was accepted for its kind. It is never changed: what is compiled from it is kept beside it. */
export type PolicyDocument = {
  readonly kind: PolicyKind;
  /** The text that all ranges refer to. */
  readonly text: string;
  /** A document without Version counts as 2008-10-17, in which variables are plain text. */
  readonly version: PolicyVersion;
  readonly id?: string;
  readonly statements: readonly Statement[];
};
