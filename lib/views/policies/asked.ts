import { type ApiRequest, addressOfSource, type Principal, type RequestSource } from '../../aws';
import { aliases, keys } from '../../kms';
import type { AskedRequest, SupposedRequest } from '../model';
import { type AwsCommit, type Scene, seqOf } from '../scene';
import { callerName, serviceName } from '../words';
import { someoneOf } from './principals';
import { ANY_ALIAS, ON_ALIASES, sampleInput } from './sample-input';

/** A request to ask the engine about, with whoever makes it. */
export interface Asked {
  readonly request: ApiRequest;
  readonly principal: Principal;
  readonly label: string;
  /** Nobody made it: what it says beyond names and context is made up. */
  readonly isSupposed: boolean;
}

/** What views of access need of the moment looked at. */
export type AccessScene = Pick<Scene, 'cloud' | 'world' | 'moments' | 'position'>;

/** Nothing where there is no such request, principal, operation or key. */
export function askedOf(scene: AccessScene, asked: AskedRequest): Asked | undefined {
  if ('supposed' in asked) return supposedRequest(scene, asked.supposed);
  const seq = seqOf(scene, asked.requestId);
  const commit = seq === undefined ? undefined : scene.world.log.get(seq);
  return commit && pastRequest(commit);
}

export function pastRequest(commit: AwsCommit): Asked | undefined {
  const { request, outcome } = commit;
  const { principal } = outcome.audit;
  return principal && { request, principal, label: labelOf(request, principal), isSupposed: false };
}

function labelOf({ service, operation, region }: ApiRequest, principal: Principal): string {
  const what = service === 'kms' ? operation : `${serviceName(service)} ${operation}`;
  return `${what} by ${callerName(principal)} in ${region}`;
}

function supposedRequest({ cloud, world }: AccessScene, supposed: SupposedRequest): Asked | undefined {
  const someone = someoneOf(world, supposed.principal);
  const operation = cloud.operations('kms')?.[supposed.operation];
  const key = world.table(keys).get(supposed.key);
  if (!someone || !operation || !key) return undefined;
  const { members } = operation.input;
  const sample = sampleInput(operation.input);
  const held = world.table(aliases).by('target', key.arn);
  const alias = held.find(({ name }) => name === supposed.alias);
  const context = supposed.encryptionContext;
  const named: Readonly<Record<string, unknown>> = {
    KeyId: alias?.arn ?? key.arn,
    SourceKeyId: key.arn,
    DestinationKeyId: alias?.arn ?? key.arn,
    TargetKeyId: key.arn,
    AliasName: ON_ALIASES.has(operation.name) ? (alias ?? held[0])?.name : ANY_ALIAS,
    EncryptionContext: context,
    SourceEncryptionContext: context,
    DestinationEncryptionContext: context,
  };
  const known = Object.entries(named).filter(([name, value]) => name in members && value !== undefined);
  const input = { ...sample, ...Object.fromEntries(known), ...supposed.input };
  const request: ApiRequest = {
    service: 'kms',
    operation: operation.name,
    region: key.region,
    credentials: someone.principal.accessKeyId,
    input,
    source: sourceOf(supposed, someone.principal),
  };
  const { principal } = someone;
  return { request, principal, label: labelOf(request, principal), isSupposed: true };
}

/** Whoever is no service sits where the learner does. */
function sourceOf({ vpcEndpoint, via }: SupposedRequest, { type }: Principal): RequestSource {
  const ip = type === 'service' ? undefined : addressOfSource({ vpcEndpoint });
  return { ip, vpcEndpoint, via: via === undefined ? undefined : [via] };
}
