import { isRefusal, parseArn, type Refusal } from '../../../aws';
import { needs } from '../../../base';
import type { NamedPolicy, Principal } from '../../../policy';
import { invalidInput } from './errors';
import { listed } from './pages';
import { firstOf, readPolicies, type Simulation, simulate } from './simulation';

/** Members that both simulations share. */
export interface SimulationInput {
  readonly PermissionsBoundaryPolicyInputList?: readonly string[] | undefined;
  readonly ActionNames: readonly string[];
  readonly ResourceArns?: readonly string[] | undefined;
  readonly ResourcePolicy?: string | undefined;
  readonly ResourceOwner?: string | undefined;
  readonly CallerArn?: string | undefined;
  readonly ContextEntries?:
    | readonly { readonly ContextKeyName?: string; readonly ContextKeyValues?: readonly string[] }[]
    | undefined;
  readonly Marker?: string;
  readonly MaxItems?: number;
}

/** Whose policies are simulated. */
export interface Simulated {
  readonly principal: Principal;
  readonly identity: readonly NamedPolicy[];
  readonly boundary?: NamedPolicy | undefined;
  /** Levels of SCPs above it; undefined outside organizations. */
  readonly scp?: readonly (readonly NamedPolicy[])[] | undefined;
}

/** Every action on every resource. refuses: InvalidInput */
export function simulateAll(input: SimulationInput, simulated: Simulated) {
  const simulation = simulationOf(input, simulated);
  if (isRefusal(simulation)) return simulation;
  const wrong = input.ActionNames.find((name) => !/^[a-z0-9-]+:[A-Za-z0-9*?]+$/i.test(name));
  if (wrong !== undefined) return invalidInput(`Invalid Action Name : ${wrong}`);
  const requests = input.ActionNames.flatMap((action) =>
    (input.ResourceArns ?? ['*']).map((resource) => ({ action, resource })),
  );
  return listed('EvaluationResults', requests, input, (request) => simulate(simulation, request));
}

function simulationOf(
  input: SimulationInput,
  { principal, identity, boundary, scp }: Simulated,
): Simulation | Refusal {
  const given = firstOf(
    readPolicies(
      input.PermissionsBoundaryPolicyInputList ?? [],
      'PermissionsBoundaryPolicyInputList',
      'boundary',
    ),
  );
  if (isRefusal(given)) return given;
  const texts = input.ResourcePolicy === undefined ? [] : [input.ResourcePolicy];
  const resourcePolicy = firstOf(readPolicies(texts, 'ResourcePolicy', 'resource'));
  if (isRefusal(resourcePolicy)) return resourcePolicy;
  needs('account' in principal, 'a simulated principal has an account');
  const owner = parseArn(input.ResourceOwner ?? '')?.account ?? input.ResourceOwner ?? principal.account;
  const entries = (input.ContextEntries ?? []).map(({ ContextKeyName = '', ContextKeyValues = [] }) => [
    ContextKeyName,
    ContextKeyValues,
  ]);
  return {
    principal,
    identity,
    boundary: given ?? boundary,
    resourcePolicy,
    resourceOwner: owner,
    scp,
    given: Object.fromEntries(entries),
  };
}
