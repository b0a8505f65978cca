import type { Test, Tokens } from '../matching/wildcard';

export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null';

type Named = {
  readonly family: OperatorFamily;
  /** Matches when the request value matches none of the policy's values, and when the key is missing. */
  readonly negated: boolean;
  /** Whether `${...}` is replaced in the policy's values. fact: authorization 5 */
  readonly variables: boolean;
};

/**
 * Of an operator that sets a limit: the limit or the subject that is nearest to the fixed other one and with which the
 * comparison holds, or with `holds` false does not. Undefined where there is none that can be written.
 */
type Meet = (fixed: string, moves: 'limit' | 'subject', holds: boolean) => string | undefined;

/**
 * How one operator compares. `prepare` reads one value of the policy and answers the comparison without negation;
 * undefined means that the value is not of the operator's type and so equals nothing.
 */
export type OperatorDefinition = Named &
  (
    | { readonly reads: 'text'; readonly prepare: (text: string) => Test | undefined; readonly meet?: Meet }
    | { readonly reads: 'pattern'; readonly prepare: (tokens: Tokens) => Test }
    | { readonly reads: 'presence' }
  );

export type Operators = Readonly<Record<string, OperatorDefinition>>;
