import type { PrincipalWay } from '../matching/principal-match';
import { either, MAYBE, NO, type Tri, YES } from '../matching/tri';
import type { LeafName, States } from './formula';
import type { LayerName, Layers, OtherAllow, PolicyRequest } from './request';

/** Where nothing denies, guardrails that are absent allow, and nobody else allows. */
export function openStates(): States {
  return {
    denyScp: NO,
    denyRcp: NO,
    denyEndpoint: NO,
    denyResource: NO,
    denyIdentity: NO,
    denyBoundary: NO,
    denySession: NO,
    rcp: YES,
    scp: YES,
    endpoint: YES,
    direct: NO,
    role: NO,
    delegated: NO,
    otherOwner: NO,
    otherOwnerCapped: NO,
    otherBoth: NO,
    otherBothCapped: NO,
    identity: NO,
    boundary: YES,
    session: YES,
  };
}

export type DenyName = Extract<keyof States, `deny${string}`>;

export const denyNames: Readonly<Record<LayerName, DenyName>> = {
  scp: 'denyScp',
  rcp: 'denyRcp',
  endpoint: 'denyEndpoint',
  resource: 'denyResource',
  identity: 'denyIdentity',
  boundary: 'denyBoundary',
  session: 'denySession',
};

/** Which of the three ways of a resource policy an Allow opens. fact: authorization 2.3 */
export function allowName(way: PrincipalWay): 'direct' | 'role' | 'delegated' {
  if (way === 'account') return 'delegated';
  return way === 'role' || way === 'parent-user' ? 'role' : 'direct';
}

/**
 * Whether session policies cap this request. A federated-user session without any has no permissions of its own;
 * a role session without any is not capped.
 */
export function hasSessionCap({ principal }: PolicyRequest, { session }: Layers): boolean {
  return principal.type === 'federated' || (session !== undefined && session.length > 0);
}

/** The leaves of the account rule that another allow feeds: the owner's side, and the caller's where it counts too. */
function otherNames({ side, isCapped }: OtherAllow): readonly LeafName[] {
  const owner = isCapped ? 'otherOwnerCapped' : 'otherOwner';
  return side === 'owner' ? [owner] : [owner, isCapped ? 'otherBothCapped' : 'otherBoth'];
}

/** Notes an allow of its service. It only ever raises a state: it cannot deny. */
export function addOtherAllow(states: States, other: OtherAllow): void {
  const matched: Tri = other.matched === 'depends' ? MAYBE : other.matched ? YES : NO;
  for (const name of otherNames(other)) states[name] = either(states[name], matched);
}

export function feedsAny(other: OtherAllow, leaves: ReadonlySet<LeafName>): boolean {
  return otherNames(other).some((name) => leaves.has(name));
}
