import { type AwsWorld, isRefusal, parseArn, type Refusal, refuse } from '../../../aws';
import { compilePolicyText } from '../../../policy';
import type { RoleDirectory } from '../ports';
import { validationError } from './operation';

/** The policies a request hands to its session, and the tags that share their space. */
export interface Handed {
  readonly Policy?: string;
  readonly PolicyArns?: readonly { readonly arn?: string }[];
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[];
}

/** fact: authorization 1 (one inline and up to ten managed session policies) */
const MAX_MANAGED = 10;
/** assumed: a session's policies and tags share 2,048 characters; AWS packs them in a form it does not publish */
const PACKED_CHARACTERS = 2048;

/** Texts of the session policies, none where the request hands in none. refuses: MalformedPolicyDocument, Validation */
export function sessionPolicies(
  world: AwsWorld,
  directory: RoleDirectory,
  account: string,
  handed: Handed,
): readonly string[] | undefined | Refusal {
  const { Policy, PolicyArns = [] } = handed;
  if (Policy === undefined && PolicyArns.length === 0) return undefined;
  if (PolicyArns.length > MAX_MANAGED) {
    return validationError(
      `A session takes at most ${MAX_MANAGED} managed policies, not ${PolicyArns.length}.`,
    );
  }
  const texts: string[] = [];
  if (Policy !== undefined) {
    const compiled = compilePolicyText(Policy, 'session');
    if (!compiled.ok) return malformed(compiled.problems[0]?.message ?? 'The policy is not valid.');
    texts.push(Policy);
  }
  for (const { arn = '' } of PolicyArns) {
    const text = managedText(world, directory, account, arn);
    if (isRefusal(text)) return text;
    texts.push(text);
  }
  return texts;
}

function managedText(
  world: AwsWorld,
  directory: RoleDirectory,
  account: string,
  arn: string,
): string | Refusal {
  const owner = parseArn(arn)?.account;
  const text = owner === 'aws' || owner === account ? directory.managedPolicyText(world, arn) : undefined;
  return text ?? validationError(`The session policy ${arn} does not exist in account ${account}.`);
}

/** Percent of the space that the session's policies and tags take; nothing where there are none. */
export function packedSize({ Policy = '', PolicyArns = [], Tags = [] }: Handed): number | undefined {
  let characters = Policy.length;
  for (const { arn = '' } of PolicyArns) characters += arn.length;
  for (const { Key, Value } of Tags) characters += Key.length + Value.length;
  return characters === 0 ? undefined : Math.ceil((characters * 100) / PACKED_CHARACTERS);
}

export function refusePackedSize(percent: number | undefined): Refusal | undefined {
  if (percent === undefined || percent <= 100) return undefined;
  return refuse(
    'PackedPolicyTooLarge',
    `Packed size of session tags and policies consumes ${percent}% of allotted space.`,
  );
}

function malformed(message: string): Refusal {
  return refuse('MalformedPolicyDocument', message);
}
