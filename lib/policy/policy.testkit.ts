import { needs } from '../base';
import { compilePolicyText } from './decision/compile';
import type { Layers, NamedPolicy, OtherAllow, PolicyRequest } from './decision/request';
import type { PolicyKind } from './document/document';
import { type DocumentRules, documentRules } from './document/document-rules';
import { type ContextInput, createContext } from './matching/context';
import { type Principal, principalKeys } from './matching/principal';

/**
 * The small world that the tests of this folder share: a made-up service `vault` whose boxes belong to OWNER, and
 * callers of that account and of another one.
 */
export const OWNER = '111111111111';
export const OTHER = '222222222222';
export const BOX = `arn:aws:vault:eu-west-1:${OWNER}:box/b-1`;

export const arns = {
  root: (account = OWNER) => `arn:aws:iam::${account}:root`,
  user: (account = OWNER) => `arn:aws:iam::${account}:user/alice`,
  role: (account = OWNER) => `arn:aws:iam::${account}:role/team/app`,
  session: (account = OWNER) => `arn:aws:sts::${account}:assumed-role/app/run`,
  federated: (account = OWNER) => `arn:aws:sts::${account}:federated-user/guest`,
};

export const callers = {
  root: (account = OWNER): Principal => ({ type: 'root', account, arn: arns.root(account) }),
  user: (account = OWNER): Principal => ({
    type: 'user',
    account,
    arn: arns.user(account),
    userId: 'AIDAALICEALICEALICE01',
  }),
  session: (account = OWNER): Principal => ({
    type: 'role-session',
    account,
    roleArn: arns.role(account),
    sessionArn: arns.session(account),
    roleId: 'AROAAPPAPPAPPAPPAPP01',
    sessionName: 'run',
  }),
  federated: (account = OWNER): Principal => ({
    type: 'federated',
    account,
    arn: arns.federated(account),
    userArn: arns.user(account),
    userId: 'AIDAALICEALICEALICE01',
  }),
  service: (): Principal => ({ type: 'service', service: 'logs.amazonaws.com' }),
  provider: (): Principal => ({ type: 'identity-provider', provider: 'accounts.example.com' }),
  anonymous: (): Principal => ({ type: 'anonymous' }),
};

export type StatementInput = Readonly<Record<string, unknown>>;

/** A statement that allows `vault:Open` on everything, with some elements replaced. */
export function allow(elements: StatementInput = {}): StatementInput {
  return { Effect: 'Allow', Action: 'vault:Open', Resource: '*', ...elements };
}

export function deny(elements: StatementInput = {}): StatementInput {
  return allow({ Effect: 'Deny', ...elements });
}

/** Statements that lack an element are stored as some services store them. */
const lenient: Readonly<Partial<Record<PolicyKind, DocumentRules>>> = {
  resource: {
    ...documentRules.resource,
    action: 'optional',
    resource: 'optional',
    unknownOperators: 'accept',
  },
};

export function policy(kind: PolicyKind, ...statements: readonly StatementInput[]): NamedPolicy {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const result = compilePolicyText(text, kind, lenient[kind] ?? documentRules[kind]);
  needs(result.ok, result.ok ? '' : JSON.stringify(result.problems));
  return { name: `the ${kind} policy`, arn: `arn:aws:iam::${OWNER}:policy/${kind}`, policy: result.policy };
}

export function request(principal: Principal, changes: Partial<PolicyRequest> = {}): PolicyRequest {
  const context = createContext({ known: principalKeys(principal) });
  return { principal, action: 'vault:Open', resource: BOX, resourceAccount: OWNER, context, ...changes };
}

export function withContext(principal: Principal, input: ContextInput): PolicyRequest {
  const known = { ...principalKeys(principal), ...input.known };
  return request(principal, { context: createContext({ ...input, known }) });
}

export function layers(changes: Partial<Layers> = {}): Layers {
  return { identity: [], accountDelegation: 'required', ...changes };
}

export function otherAllow(changes: Partial<OtherAllow> = {}): OtherAllow {
  return {
    id: 'o-1',
    label: 'pass o-1',
    matched: true,
    side: 'owner',
    explain: () => 'the pass fits',
    ...changes,
  };
}
