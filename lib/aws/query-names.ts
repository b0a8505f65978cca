import type { Refusal } from './refusal';

/** Services whose errors have the names of the query protocol. */
const QUERY_SERVICES: readonly string[] = ['cloudwatch', 'iam', 'rds', 'sns', 'sts'];

/**
 * Names and statuses that the query protocol has for what all services say alike.
 * assumed: as other services of that protocol word it (kms-engine 4.2 lists the JSON names)
 */
const QUERY_NAMES: Readonly<Record<string, readonly [name: string, status: number]>> = {
  ValidationException: ['ValidationError', 400],
  ExpiredTokenException: ['ExpiredToken', 403],
  UnrecognizedClientException: ['InvalidClientTokenId', 403],
  MissingAuthenticationTokenException: ['MissingAuthenticationToken', 403],
  IncompleteSignatureException: ['IncompleteSignature', 400],
  InvalidSignatureException: ['SignatureDoesNotMatch', 403],
  ThrottlingException: ['Throttling', 400],
};

/** A refusal under the name that the service's clients know it by. */
export function asClientsSee(refusal: Refusal, service: string): Refusal {
  if (!QUERY_SERVICES.includes(service) || !Object.hasOwn(QUERY_NAMES, refusal.name)) return refusal;
  const [name, status] = QUERY_NAMES[refusal.name] as readonly [string, number];
  return { ...refusal, name, status };
}
