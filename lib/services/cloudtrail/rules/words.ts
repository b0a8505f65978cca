import { type ApiRequest, addressOfSource, type Principal, parseArn, type Refusal } from '../../../aws';
import type { TrailResource } from '../record';

export const AWS_INTERNAL = 'AWS Internal';

/** Services with one endpoint for all Regions are recorded here. */
const HOME_REGION = 'us-east-1';
const GLOBAL_SERVICES: readonly string[] = ['iam', 'organizations'];

const DEFAULT_AGENT = 'aws-cli/2.31.0';

export function recordedRegion(service: string, region: string): string {
  return GLOBAL_SERVICES.includes(service) ? HOME_REGION : region;
}

/** Services that CloudTrail knows under another name than the command. */
const SOURCES: Readonly<Record<string, string>> = { cloudwatch: 'monitoring' };

export function eventSourceOf(service: string): string {
  return `${SOURCES[service] ?? service}.amazonaws.com`;
}

/** Authorization failures lose their suffix. fact: authorization 11 */
export function errorCodeOf({ name }: Refusal): string {
  return isDenial(name) ? 'AccessDenied' : name;
}

export function isDenial(refusalName: string): boolean {
  return refusalName === 'AccessDeniedException' || refusalName === 'AccessDenied';
}

/** `2026-11-22T10:02:14Z` */
export function eventTimeOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/**
 * The service that carried a request on the caller's behalf, as the record names it.
 * fact: services 9 (S3 stays in the background; others are named)
 */
export function carrierOf({ source }: ApiRequest): string | undefined {
  const nearest = source?.via?.at(-1)?.split('.')[0];
  if (nearest === undefined) return undefined;
  return nearest === 's3' ? AWS_INTERNAL : eventSourceOf(nearest);
}

/**
 * The service that calls, on somebody's behalf or as itself; an identity that a service keeps for its machines has no
 * access key. fact: services 9 (service-made records)
 */
function serviceOf(request: ApiRequest, { type, arn, accessKeyId }: Principal): string | undefined {
  if (type === 'service') return eventSourceOf(arn.split('.')[0] ?? arn);
  return carrierOf(request) ?? (accessKeyId === '' ? AWS_INTERNAL : undefined);
}

export function addressOf(request: ApiRequest, principal: Principal): string {
  return serviceOf(request, principal) ?? addressOfSource(request.source ?? {});
}

export function agentOf(request: ApiRequest, principal: Principal): string {
  return serviceOf(request, principal) ?? request.source?.userAgent ?? DEFAULT_AGENT;
}

/** Absent when a service calls. fact: services 9 */
export function tlsOf(
  request: ApiRequest,
  principal: Principal,
): Readonly<Record<string, string>> | undefined {
  if (serviceOf(request, principal)) return undefined;
  const region = recordedRegion(request.service, request.region);
  const host = GLOBAL_SERVICES.includes(request.service) ? request.service : `${request.service}.${region}`;
  return {
    tlsVersion: 'TLSv1.3',
    cipherSuite: 'TLS_AES_256_GCM_SHA384',
    clientProvidedHostHeader: `${host}.amazonaws.com`,
    keyExchange: 'X25519MLKEM768',
  };
}

const TYPES: Readonly<Record<string, (resource: string) => string>> = {
  kms: (resource) => (resource.startsWith('alias/') ? 'AWS::KMS::Alias' : 'AWS::KMS::Key'),
  s3: (resource) => (resource.includes('/') ? 'AWS::S3::Object' : 'AWS::S3::Bucket'),
  dynamodb: () => 'AWS::DynamoDB::Table',
  secretsmanager: () => 'AWS::SecretsManager::Secret',
  ssm: () => 'AWS::SSM::Parameter',
  lambda: () => 'AWS::Lambda::Function',
  sns: () => 'AWS::SNS::Topic',
  sqs: () => 'AWS::SQS::Queue',
  iam: (resource) => `AWS::IAM::${upperFirst(resource.split('/')[0] ?? '')}`,
};

/** @param caller owns what an ARN without account names. */
export function resourceOf(arn: string, caller: string): TrailResource | undefined {
  const parsed = parseArn(arn);
  const type = parsed && TYPES[parsed.service]?.(parsed.resource);
  return type ? { accountId: parsed.account || caller, type, ARN: arn } : undefined;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
