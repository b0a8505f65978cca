import type { AccessCheck, Call, Charge, Refusal, StructureShape } from '../../aws';
import type { KeyRecord } from '../records/key';
import type { Conditions } from '../rules/condition-keys';
import type { GrantOperation } from '../rules/grant-operations';
import type { FoundKey, KeyForms } from './lookup';

/** One key an operation works on and how it finds it. */
interface KeyRole<I> {
  /** The member that names the key. */
  readonly member: keyof I & string;
  /** Which identifiers the member accepts. fact: kms-engine 1.4 */
  readonly accepts: KeyForms;
  /** Where the member is left out, the key is read from this ciphertext. */
  readonly ciphertext?: (keyof I & string) | undefined;
  /** IAM action, where it is not `kms:` and the operation's name. */
  readonly action?: string;
  /** The grant operation that allows it. fact: kms-engine 1.2 */
  readonly grant?: GrantOperation;
  /** Condition keys beyond those of every key operation. */
  readonly conditions?: (input: I, call: Call<I>, found: Readonly<Record<string, FoundKey>>) => Conditions;
  /** The key only narrows the answer: its policy is not asked. */
  readonly unasked?: true;
  /** The operation does not mind what state or kind of key this one is. */
  readonly anyState?: true;
}

export type Roles<I> = Readonly<Record<string, KeyRole<I>>>;

/** Everything KMS-specific about an operation; `declare` turns it into what the pipeline asks. */
export interface Declaration<I, O, R extends Roles<I>> {
  readonly name: string;
  readonly about: string;
  readonly input: StructureShape<I>;
  readonly output?: StructureShape<O>;
  /** As CloudTrail says; a read-only operation changes nothing. */
  readonly readOnly: boolean;
  /** The keys it works on, by role. Empty for operations that need none. */
  readonly keys: R;
  /** Whether a key of another account may be used. */
  readonly crossAccount?: boolean;
  /** Which pool pays where it is not the operation's own or that of the first key. */
  readonly charges?: (call: Call<I>, keys: FoundKeys<R>) => readonly Charge[];
  /** Further permissions: an alias, the tags of a new key, another Region. Answers all, in the order asked. */
  readonly checks?: (
    own: readonly AccessCheck[],
    call: Call<I>,
    keys: FoundKeys<R>,
  ) => readonly AccessCheck[];
  /** Condition keys of an operation without a key. */
  readonly conditions?: (input: I, call: Call<I>) => Conditions;
  /** Rules on the request beyond its shape. */
  readonly validate?: (input: I, call: Call<I>) => Refusal | undefined;
  /** Kinds of key it works on; asked before the key's state. */
  readonly suits?: (key: KeyRecord, call: Call<I>) => Refusal | undefined;
  /** The work itself. Answers nothing where AWS answers with an empty body. */
  readonly handle: (context: Handling<I, R>) => O | Refusal | undefined;
  /** ARNs of what it touched beyond the keys it named. */
  readonly touches?: (
    call: Call<I>,
    keys: FoundKeys<R>,
    output: O | undefined,
  ) => readonly (string | undefined)[];
  /** CloudTrail's responseElements, where they are not the first key's ARN alone. */
  readonly responseElements?: (
    output: O,
    keys: FoundKeys<R>,
  ) => Readonly<Record<string, unknown>> | undefined;
  /** CloudTrail's additionalEventData, where it is not the answer's KeyMaterialId. */
  readonly additionalEventData?: (
    output: O,
    keys: FoundKeys<R>,
  ) => Readonly<Record<string, unknown>> | undefined;
}

export type FoundKeys<R> = { readonly [K in keyof R]: FoundKey };

/** What a handler is given: the keys exist, the caller is allowed, their states admit the operation. */
interface Handling<I, R> {
  readonly input: I;
  readonly call: Call<I>;
  readonly keys: { readonly [K in keyof R]: KeyRecord };
  /** The same, with how each was named. */
  readonly found: FoundKeys<R>;
}

/** The roles of a declaration as pairs, which is how every stage walks them. */
export type RoleList<I, R> = readonly (readonly [keyof R & string, RoleRule<I>])[];

/** A role with what follows from the declaration alone worked out. */
interface RoleRule<I> extends KeyRole<I> {
  readonly action: string;
}

export function roleList<I, O, R extends Roles<I>>(declaration: Declaration<I, O, R>): RoleList<I, R> {
  return Object.entries<KeyRole<I>>(declaration.keys).map(([role, rule]) => [
    role as keyof R & string,
    { ...rule, action: rule.action ?? `kms:${declaration.name}` },
  ]);
}
