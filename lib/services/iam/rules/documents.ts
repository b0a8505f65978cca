import type { AwsWorld, Refusal } from '../../../aws';
import {
  compilePolicyText,
  type PolicyDocument,
  type PolicyProblem,
  type ProblemCode,
} from '../../../policy';
import { principalExists } from '../principals';
import { malformedPolicy, quotaExceeded } from './errors';
import { QUOTAS, sizeOf } from './quotas';

/** Whether a text may become an identity policy or a boundary. refuses: MalformedPolicyDocument */
export function refuseIdentityPolicy(text: string): Refusal | undefined {
  const result = compilePolicyText(text, 'identity');
  return result.ok
    ? undefined
    : malformed(result.problems[0], 'Policy document should not specify a principal.');
}

/**
 * Whether a text may become a role's trust policy.
 * refuses: MalformedPolicyDocument (form, actions, principals that do not exist), LimitExceeded
 */
export function refuseTrustPolicy(world: AwsWorld, text: string): Refusal | undefined {
  const result = compilePolicyText(text, 'trust');
  if (!result.ok) return malformed(result.problems[0], 'Has prohibited field Resource');
  if (sizeOf(text) > QUOTAS.trustPolicySize) return quotaExceeded('ACLSizePerRole', QUOTAS.trustPolicySize);
  const { document } = result.policy;
  if (!isAboutSessions(document)) {
    return malformedPolicy('AssumeRole policy may only specify STS AssumeRole actions.');
  }
  const stranger = strangerIn(world, document);
  return stranger === undefined
    ? undefined
    : malformedPolicy(`Invalid principal in policy: "AWS":"${stranger}"`);
}

function isAboutSessions({ statements }: PolicyDocument): boolean {
  const actions = statements.flatMap(({ action }) => action?.values ?? []);
  return actions.every(({ text }) => text.toLowerCase().startsWith('sts:'));
}

/** The first principal of an account that is not there. fact: authorization 4 */
function strangerIn(world: AwsWorld, { statements }: PolicyDocument): string | undefined {
  const entries = statements.flatMap(({ principal }) => principal?.entries ?? []);
  const named = entries.filter(({ type, form }) => type === 'AWS' && form !== 'everyone');
  return named.find(({ value }) => !principalExists(world, value))?.text;
}

/** IAM's words, by what is wrong first. assumed: which of several problems IAM names is not documented */
function malformed(problem: PolicyProblem | undefined, prohibited: string): Refusal {
  const { code, found, path } = problem ?? { code: 'not-json' as const, found: '', path: '' };
  return malformedPolicy(WORDS[code]?.({ found, path, prohibited }) ?? 'Syntax errors in policy.');
}

interface Problem {
  readonly found: string;
  readonly path: string;
  readonly prohibited: string;
}

const WORDS: Readonly<Partial<Record<ProblemCode, (problem: Problem) => string>>> = {
  'not-json': () => 'This policy contains invalid Json',
  'missing-element': ({ path }) => `Missing required field ${lastOf(path)}`,
  'empty-list': ({ path }) => `Missing required field ${lastOf(path)} cannot be empty!`,
  'prohibited-element': ({ path, prohibited }) =>
    /Principal|Resource/.test(lastOf(path)) ? prohibited : 'Syntax errors in policy.',
  'invalid-principal': ({ path, found }) => `Invalid principal in policy: "${typeIn(path)}":${found}`,
  'invalid-action': () => 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
  'invalid-resource': ({ found }) => `Resource ${found.slice(1, -1)} must be in ARN format or "*".`,
  'duplicate-sid': () => 'Statement IDs (SID) in a single policy must be unique.',
  'invalid-sid': () => 'Statement IDs (SID) must be alpha-numeric.',
  'invalid-condition-key': () => 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
  'unknown-operator': ({ found }) => `Invalid Condition type : ${found.slice(1, -1)}.`,
};

/** `Statement[0].Resource` is about the Resource. */
function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).replace(/\[\d+\]$/, '');
}

/** `Statement[0].Principal.AWS[1]` names principals of type AWS. */
function typeIn(path: string): string {
  return /\.(AWS|Service|Federated|CanonicalUser)(?:\[\d+\])?$/.exec(path)?.[1] ?? 'AWS';
}
