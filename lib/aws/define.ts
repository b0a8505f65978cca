import type { AccessCheck, Audit, Call, Charge, ConditionValues, Denial, Operation } from './operation';
import { type Refusal, refuse } from './refusal';
import type { StructureShape } from './shapes';
import { validate } from './validate';

/** A permission an operation needs, in short. */
export interface Permission {
  /** IAM action: `s3:PutObject`. */
  readonly action: string;
  /** ARN, or `*`. */
  readonly resource: string;
  /** Owner of the resource; the caller's account where left out. */
  readonly account?: string;
  readonly resourcePolicy?: string | undefined;
  readonly conditions?: Readonly<Record<string, ConditionValues>>;
}

/** An operation of a service whose requests name no KMS key themselves. */
export interface Definition<I, O> {
  readonly service: string;
  readonly name: string;
  readonly about: string;
  readonly input: StructureShape<I>;
  readonly output?: StructureShape<O>;
  readonly readOnly: boolean;
  /** Rules beyond the shape. */
  readonly validate?: (call: Call<I>) => Refusal | undefined;
  /** What the caller is told about what is not there, before permissions are looked at. */
  readonly verdict?: (call: Call<I>) => Refusal | undefined;
  readonly permissions: (call: Call<I>) => readonly Permission[];
  readonly charges?: (call: Call<I>) => readonly Charge[];
  readonly handle: (call: Call<I>) => O | Refusal;
  /** ARNs of what the request touches. */
  readonly resources?: (call: Call<I>, output: O | undefined) => readonly string[];
  readonly responseElements?: (output: O) => Record<string, unknown> | undefined;
  /** How the service words a denial; IAM's general sentence where left out. */
  readonly denied?: (denial: Denial) => Refusal;
}

export function define<I extends object, O = never>(
  definition: Definition<I, O>,
): Operation<I, O | undefined, undefined> {
  const { service, name, about, input, readOnly } = definition;
  return {
    service,
    name,
    about,
    input,
    output: definition.output as StructureShape<O | undefined> | undefined,
    readOnly,
    find: () => undefined,
    charges: (call) => definition.charges?.(call) ?? [],
    validate: (call) => definition.validate?.(call),
    verdict: (call) => definition.verdict?.(call),
    checks: (call) => definition.permissions(call).map((permission) => checkOf(definition, call, permission)),
    execute: (call) => definition.handle(call),
    audit: (call, _found, output) => audit(definition, call, output),
  };
}

function checkOf<I, O>(definition: Definition<I, O>, call: Call<I>, permission: Permission): AccessCheck {
  const conditions = new Map(
    Object.entries(permission.conditions ?? {}).map(([key, values]) => [key.toLowerCase(), values]),
  );
  return {
    action: permission.action,
    resource: permission.resource,
    account: permission.account ?? call.principal.account,
    resourcePolicy: permission.resourcePolicy,
    needsDelegation: false,
    context: (key) => conditions.get(key.toLowerCase()),
    contextKeys: () => Object.keys(permission.conditions ?? {}),
    denied: definition.denied ?? ((denial) => refuse('AccessDeniedException', deniedSentence(denial))),
  };
}

function audit<I, O>(
  definition: Definition<I, O>,
  call: Call<I>,
  output: O | undefined,
): Omit<Audit, 'principal'> {
  // What a malformed request names cannot be told.
  const isReadable = output !== undefined || validate(definition.input, call.input) === undefined;
  const resources = (isReadable && definition.resources?.(call, output)) || [];
  return { resources, responseElements: output && definition.responseElements?.(output) };
}

/**
 * IAM's general sentence for a denied request.
 * @param what how the resource is named, where not by its ARN. fact: authorization 11
 */
export function deniedSentence(denial: Denial, what = `resource: ${denial.check.resource}`): string {
  const { clause, check, principal } = denial;
  return `User: ${principal.arn} is not authorized to perform: ${check.action} on ${what} ${clause}`;
}
