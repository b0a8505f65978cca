import { type Call, partitionOf, type Refusal, refuse, regionalArn } from '../../aws';
import { needs, utf8ToBytes } from '../../base';
import { policyPrincipal } from '../../pipeline';
import {
  compilePolicyText,
  createContext,
  type DocumentRules,
  decide,
  documentRules,
  type Layers,
  type NamedPolicy,
  type PolicyProblem,
  type PolicyRequest,
  type Statement,
} from '../../policy';
import { RESOURCE_QUOTAS } from '../rules/quotas';

const defaultPolicies = new Map<string, string>();

/**
 * The policy of a key made without one, as GetKeyPolicy prints it. fact: kms-engine 14.5.
 * assumed: how the text is laid out. One text per account, so that ten thousand keys share it in memory.
 */
export function defaultPolicy(region: string, account: string): string {
  const root = `arn:${partitionOf(region)}:iam::${account}:root`;
  let text = defaultPolicies.get(root);
  if (text === undefined) {
    text = `{
  "Version" : "2012-10-17",
  "Id" : "key-default-1",
  "Statement" : [ {
    "Sid" : "Enable IAM User Permissions",
    "Effect" : "Allow",
    "Principal" : {
      "AWS" : "${root}"
    },
    "Action" : "kms:*",
    "Resource" : "*"
  } ]
}`;
    defaultPolicies.set(root, text);
  }
  return text;
}

export interface PolicyRules {
  /** ARN of the key, where it exists already. */
  readonly keyArn?: string;
  /** Account that owns the key. */
  readonly account: string;
  readonly bypassLockoutCheck: boolean;
}

/** A statement without Action or Resource is stored and does nothing. fact: authorization 4 */
const KEY_POLICY_RULES: DocumentRules = {
  ...documentRules.resource,
  action: 'optional',
  resource: 'optional',
};

/** Stands for whatever the account's IAM may allow: the lockout check asks of the key policy alone. */
const ALLOW_ALL = compilePolicyText(
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  'identity',
);

/**
 * Whether a text may become a key's policy.
 * refuses: LimitExceeded, MalformedPolicyDocument. fact: kms-engine 1.3, authorization 4 and 10 (lockout check).
 * assumed: the words for a document that is no policy at all
 */
export function checkPolicy(call: Call, text: string, rules: PolicyRules): Refusal | undefined {
  if (utf8ToBytes(text).length > RESOURCE_QUOTAS.policyBytes) {
    return refuse(
      'LimitExceededException',
      `The policy is longer than ${RESOURCE_QUOTAS.policyBytes} bytes.`,
    );
  }
  const compiled = compilePolicyText(text, 'resource', KEY_POLICY_RULES);
  if (!compiled.ok) return malformed(compiled.problems[0]);
  const { policy } = compiled;
  if (!policy.document.statements.every((statement) => principalsExist(call, statement))) {
    return refuse('MalformedPolicyDocumentException', INVALID_PRINCIPALS);
  }
  if (rules.bypassLockoutCheck || leavesPutKeyPolicy(call, { name: 'key policy', policy }, rules))
    return undefined;
  return refuse(
    'MalformedPolicyDocumentException',
    'The new key policy will not allow you to update the key policy in the future.',
  );
}

/** fact: kms-engine 4.1 */
const INVALID_PRINCIPALS = 'Policy contains a statement with one or more invalid principals.';

function malformed(problem: PolicyProblem | undefined): Refusal {
  if (problem?.code === 'invalid-principal')
    return refuse('MalformedPolicyDocumentException', INVALID_PRINCIPALS);
  return refuse('MalformedPolicyDocumentException', problem?.message);
}

function principalsExist(call: Call, { principal }: Statement): boolean {
  return (principal?.entries ?? []).every(({ type, form, text }) => {
    const isNamed = type === 'AWS' && (form === 'user' || form === 'role' || form === 'unique-id');
    return !isNamed || call.principalExists(text);
  });
}

/** Whether the caller could change the policy again under the new one. */
function leavesPutKeyPolicy(call: Call, keyPolicy: NamedPolicy, rules: PolicyRules): boolean {
  needs(ALLOW_ALL.ok, 'the policy that allows everything is well formed');
  const request: PolicyRequest = {
    principal: policyPrincipal(call.principal),
    action: 'kms:PutKeyPolicy',
    resource: rules.keyArn ?? regionalArn('kms', call.region, rules.account, 'key/new'),
    resourceAccount: rules.account,
    context: createContext({ known: { 'kms:CallerAccount': call.principal.account }, unknown: 'others' }),
  };
  const identity = [{ name: 'IAM', policy: ALLOW_ALL.policy }];
  const layers: Layers = { identity, resourcePolicy: keyPolicy, accountDelegation: 'required' };
  // assumed: a condition that may or may not hold later counts as leaving the way open
  const { verdict } = decide(request, layers);
  return verdict === 'allow' || verdict === 'depends';
}
