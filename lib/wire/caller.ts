import { isRegion, type Refusal, type RequestSource, refuse } from '../aws';
import { seededBytes, uuidOf } from '../base';
import { type Cloud, HOME_ACCESS_KEY } from '../cloud';
import { credentialScope } from './credentials';
import type { WireRequest } from './message';

/** Everything a request says of itself beside what it wants. */
export interface Caller {
  readonly credentials: string;
  readonly region: string;
  /** The service the request is signed for. */
  readonly service: string;
  readonly source: RequestSource;
}

/**
 * Who calls and from where. An access key that nobody has acts as the administrator of the home account.
 * fact: kms-engine 4.2 (names and statuses). assumed: the texts
 */
export function callerOf(cloud: Cloud, { headers }: WireRequest): Caller | Refusal {
  if (!headers.authorization) {
    return refuse('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  const scope = credentialScope(headers.authorization);
  if (!scope) {
    return refuse('IncompleteSignatureException', "Authorization header requires 'Credential' parameter.");
  }
  const { region, service } = scope;
  if (!isRegion(region)) {
    return refuse('InvalidSignatureException', 'Credential should be scoped to a valid region.');
  }
  const credentials = cloud.knows(scope.accessKeyId) ? scope.accessKeyId : HOME_ACCESS_KEY;
  return { credentials, region, service, source: { ip: '127.0.0.1', userAgent: headers['user-agent'] } };
}

const strays = new WeakMap<Cloud, number>();

/** Requests that never reached an operation have an id too, and leave no mark in the world. */
export function strayRequestId(cloud: Cloud): string {
  const count = (strays.get(cloud) ?? 0) + 1;
  strays.set(cloud, count);
  return uuidOf(seededBytes(cloud.world.seed, `stray request ${count}`, 16));
}
