import type { Context } from '../matching/context';
import type { Principal } from '../matching/principal';
import type { CompiledPolicy } from './compile';

/** One action on one resource. A request that needs several checks asks several times. fact: authorization 1 */
export type PolicyRequest = {
  readonly principal: Principal;
  /** `service:Name`, in any letter case. */
  readonly action: string;
  /** The full ARN, or `*` for an action that has no resource. */
  readonly resource: string;
  /** The account that owns the resource; absent when the action has none: then the caller's own. */
  readonly resourceAccount?: string;
  readonly context: Context;
  /** Of a caller with a permissions boundary, as the resource policy sees it: `requestFor` says so. */
  readonly isBounded?: boolean;
};

/** A policy under the name by which an explanation speaks of it. */
export type NamedPolicy = {
  readonly name: string;
  readonly arn?: string;
  readonly policy: CompiledPolicy;
};

/**
 * An allow that is no policy, already judged by the service that knows it. It never denies.
 * fact: authorization 2.1 C, 2.4 (key trust).
 */
export type OtherAllow = {
  readonly id: string;
  readonly label: string;
  /** `depends` needs `depends`: the context keys that would settle it. */
  readonly matched: boolean | 'depends';
  readonly depends?: readonly string[];
  /** `both`: for a caller of another account it also stands in for the caller's identity policy. */
  readonly side: 'owner' | 'both';
  /** Whether boundary and session policies cap it. assumed: not, unless the service says so. */
  readonly isCapped?: boolean;
  /** Asked only when the decision is explained. */
  readonly explain: () => string;
};

/** Everything that has a say in one decision. A layer left out does not apply to the request. */
export type Layers = {
  /** Of the user and its groups, or of the role. */
  readonly identity: readonly NamedPolicy[];
  readonly boundary?: NamedPolicy;
  /**
   * Of the session. None means no cap, except for a federated-user session: it has no permission of its own
   * without them.
   */
  readonly session?: readonly NamedPolicy[];
  /** From the root of the organization down to the account; each level must allow. */
  readonly scp?: readonly (readonly NamedPolicy[])[];
  /** Of the resource owner's account, likewise. */
  readonly rcp?: readonly (readonly NamedPolicy[])[];
  readonly endpoint?: NamedPolicy;
  readonly resourcePolicy?: NamedPolicy;
  /** What the resource policy can read of the request, where it is less than others can. */
  readonly resourceContext?: Context;
  /**
   * `required`: identity policies of the owner's account count only where the resource policy delegates to that
   * account. `implied`: they count by themselves, as in most services. fact: authorization 2.1.
   */
  readonly accountDelegation: 'required' | 'implied';
  readonly otherAllows?: readonly OtherAllow[];
};

/** The layers that are made of policies, by what the policies are attached to. */
export type LayerName = 'scp' | 'rcp' | 'endpoint' | 'resource' | 'identity' | 'boundary' | 'session';

/** The request as a layer of policies sees it. */
export function requestFor(request: PolicyRequest, layers: Layers, layer: LayerName): PolicyRequest {
  const { resourceContext, boundary } = layers;
  if (layer !== 'resource' || !(resourceContext || boundary)) return request;
  // Written out: every request comes by here, and copying an object member by member costs more than naming them.
  const { principal, action, resource, resourceAccount, context } = request;
  const isBounded = boundary !== undefined;
  return { principal, action, resource, resourceAccount, context: resourceContext ?? context, isBounded };
}
