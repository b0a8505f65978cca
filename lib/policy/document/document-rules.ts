import type { Effect, PolicyKind } from './document';

/** What a kind of document must and must not contain. A service hands in its own where it differs. */
export type DocumentRules = {
  /** How a message calls such a document. */
  readonly label: string;
  readonly id: 'allowed' | 'forbidden';
  /** `everyone`: only "*" may stand there. */
  readonly principal: 'required' | 'everyone' | 'forbidden';
  readonly notPrincipal: boolean;
  /** `optional`: a statement without it is accepted and has no effect. */
  readonly action: 'required' | 'optional';
  readonly notAction: boolean;
  /** `optional`: a statement without it is accepted and has no effect. */
  readonly resource: 'required' | 'optional' | 'forbidden';
  readonly notResource: boolean;
  readonly sid: 'alphanumeric' | 'free';
  readonly uniqueSids: boolean;
  readonly effects: readonly Effect[];
  /** `accept`: such a condition never matches and the linter reports it. */
  readonly unknownOperators: 'refuse' | 'accept';
};

const identity: DocumentRules = {
  label: 'identity-based policy',
  id: 'forbidden',
  principal: 'forbidden',
  notPrincipal: false,
  action: 'required',
  notAction: true,
  resource: 'required',
  notResource: true,
  sid: 'alphanumeric',
  uniqueSids: true,
  effects: ['Allow', 'Deny'],
  unknownOperators: 'refuse',
};

const resource: DocumentRules = {
  ...identity,
  label: 'resource-based policy',
  id: 'allowed',
  principal: 'required',
  notPrincipal: true,
  sid: 'free',
  uniqueSids: false,
};

/**
 * fact: authorization 4 (principals and Sids of resource policies), 9 (guardrails).
 * assumed: "Id" is refused outside resource policies, as the published grammar says.
 */
export const documentRules: Readonly<Record<PolicyKind, DocumentRules>> = {
  identity,
  boundary: { ...identity, label: 'permissions boundary' },
  session: { ...identity, label: 'session policy' },
  scp: { ...identity, label: 'service control policy' },
  rcp: {
    ...identity,
    label: 'resource control policy',
    principal: 'everyone',
    notAction: false,
  },
  resource,
  trust: { ...resource, label: 'trust policy', resource: 'forbidden', sid: 'alphanumeric', uniqueSids: true },
  endpoint: { ...resource, label: 'VPC endpoint policy' },
};
