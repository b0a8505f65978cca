import type { AccessCheck, Call, Denial, Refusal } from '../aws';
import { needs } from '../base';
import { policyPrincipal, type Verdict } from '../pipeline';
import {
  type Context,
  type Decision,
  decide,
  explain,
  type Layers,
  type PolicyRequest,
  denialOf as policyDenial,
} from '../policy';
import { identityPoliciesOf, isServiceLinked } from '../services/iam';
import { organizationOf, rcpLevels, scpLevels } from '../services/organizations';
import { vpcEndpointOf } from '../services/vpc';
import { globalCondition } from './global-conditions';
import { storedPolicy } from './policy-texts';

/** Asks the policies whether the caller may. fact: authorization 2 */
export function authorize(call: Call, check: AccessCheck, wantsReasons: boolean): Verdict {
  const request = policyRequest(call, check);
  const layers = layersOf(call, check);
  const decision = decide(request, layers);
  const explanation = wantsReasons ? { check: summaryOf(check), ...explain(request, layers) } : undefined;
  if (decision.verdict === 'allow') return { explanation };
  return { denial: denialOf(decision, call, check), explanation };
}

/** What the X-ray says a decision was about. */
function summaryOf({ action, resource, account, resourcePolicy }: AccessCheck) {
  return { action, resource, account, resourcePolicy };
}

export function policyRequest(call: Call, check: AccessCheck): PolicyRequest {
  return {
    principal: policyPrincipal(call.principal),
    action: check.action,
    resource: check.resource,
    resourceAccount: check.account,
    context: new RequestContext(call, check),
  };
}

/** What policies can read of a request. */
class RequestContext implements Context {
  private readonly call: Call;
  private readonly check: AccessCheck;

  constructor(call: Call, check: AccessCheck) {
    this.call = call;
    this.check = check;
  }

  read(key: string): ReturnType<Context['read']> {
    const { call, check } = this;
    const values = check.context(key);
    if (values !== undefined) return values.length > 0 ? values : 'absent';
    if (!key.startsWith('aws:')) return 'absent';
    const organization = organizationOf(call.world, call.principal.account);
    return globalCondition(key, { call, resourceAccount: check.account, organization }) ?? 'absent';
  }
}

/** What the policy of the resource can read of it. */
class ResourceContext extends RequestContext {
  private readonly hidden: readonly string[];

  constructor(call: Call, check: AccessCheck, hidden: readonly string[]) {
    super(call, check);
    this.hidden = hidden;
  }

  override read(key: string): ReturnType<Context['read']> {
    return isHidden(key, this.hidden) ? 'absent' : super.read(key);
  }
}

function isHidden(key: string, hidden: readonly string[]): boolean {
  return hidden.some((name) => (name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : key === name));
}

export function layersOf(call: Call, check: AccessCheck): Layers {
  const { principal, world } = call;
  const { identity, boundary } = identityPoliciesOf(world, principal);
  return {
    identity: identity.map((policy) => storedPolicy(policy.text, 'identity', policy.name)),
    boundary: boundary && storedPolicy(boundary.text, 'boundary', boundary.name),
    session: principal.sessionPolicies?.map((text, i) =>
      storedPolicy(text, 'session', `session policy ${i + 1}`),
    ),
    ...guardrails(call, check),
    endpoint: endpointPolicy(call),
    resourcePolicy:
      check.resourcePolicy === undefined
        ? undefined
        : storedPolicy(check.resourcePolicy, check.resourcePolicyKind ?? 'resource', 'resource policy'),
    resourceContext: check.hiddenFromResource && new ResourceContext(call, check, check.hiddenFromResource),
    accountDelegation: check.needsDelegation ? 'required' : 'implied',
    otherAllows: check.otherAllows?.().map((other) => ({
      id: other.id,
      label: other.label,
      matched: other.allows,
      side: other.bothSides ? 'both' : 'owner',
      explain: () => other.explain,
    })),
  };
}

/** Service-linked roles are out of reach of SCPs and RCPs. fact: authorization 9 */
function guardrails({ principal, world }: Call, check: AccessCheck): Pick<Layers, 'scp' | 'rcp'> {
  if (isServiceLinked(principal)) return {};
  return {
    scp: levels(scpLevels(world, principal.account), 'scp'),
    rcp: check.isBeyondRcp ? undefined : levels(rcpLevels(world, check.account), 'rcp'),
  };
}

/** Asked of what comes through the endpoint itself, not of what a service then does. fact: authorization 9 */
function endpointPolicy({ source, world }: Call): Layers['endpoint'] {
  if (source.vpcEndpoint === undefined || (source.via?.length ?? 0) > 0) return undefined;
  const endpoint = vpcEndpointOf(world, source.vpcEndpoint);
  return endpoint && storedPolicy(endpoint.policy, 'endpoint', endpoint.id);
}

type Levels = ReturnType<typeof scpLevels>;

function levels(policies: Levels, kind: 'scp' | 'rcp'): Layers['scp'] {
  if (policies.length === 0) return undefined;
  return policies.map((level) => level.map((policy) => storedPolicy(policy.text, kind, policy.name)));
}

/** What the caller is told of a refused check. */
export function refusalOf(decision: Decision, call: Call, check: AccessCheck): Refusal {
  return check.denied(denialOf(decision, call, check));
}

function denialOf(decision: Decision, { principal }: Call, check: AccessCheck): Denial {
  const denial = policyDenial(decision, check.action);
  needs(denial, `a decision "${decision.verdict}" is no denial`);
  return { ...denial, principal, check };
}
