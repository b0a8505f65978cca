import { type AnyOperation, isRefusal, type Refusal, refuse } from '../aws';
import { bytesToUtf8 } from '../base';
import type { Cloud } from '../cloud';
import { callerOf, strayRequestId } from './caller';
import { decodeInput } from './decode';
import { encodeOutput } from './encode';
import type { WireRequest, WireResponse } from './message';

/** Services that speak AWS JSON, by the first part of `X-Amz-Target`. */
const TARGETS: Readonly<Record<string, string>> = {
  TrentService: 'kms',
  DynamoDB_20120810: 'dynamodb',
  CloudTrail_20131101: 'cloudtrail',
  'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101': 'cloudtrail',
  AWSOrganizationsV20161128: 'organizations',
  AmazonSSM: 'ssm',
  GraniteServiceVersion20100801: 'cloudwatch',
  Logs_20140328: 'logs',
  ServiceQuotasV20190624: 'servicequotas',
  secretsmanager: 'secretsmanager',
};

/** Answers a request in AWS JSON. fact: kms-engine 1.1 */
export function answerJson(cloud: Cloud, request: WireRequest): WireResponse {
  const contentType = contentTypeOf(request);
  const stray = (refusal: Refusal) => failure(refusal, strayRequestId(cloud), contentType);
  const caller = callerOf(cloud, request);
  if (isRefusal(caller)) return stray(caller);
  const operation = targeted(cloud, request);
  if (!operation) return stray(refuse('UnknownOperationException', undefined, 404));
  const input = readInput(operation, request.body);
  if (isRefusal(input)) return stray(input);
  const { credentials, region, source } = caller;
  const { service, name } = operation;
  const reply = cloud.send({ service, operation: name, region, credentials, input: input.value, source });
  if (!reply.ok) return failure(reply.refusal, reply.requestId, contentType);
  // An operation without output answers with an empty body, one whose output has no member with `{}`.
  const body = operation.output ? JSON.stringify(encodeOutput(operation.output, reply.output)) : '';
  return { status: 200, headers: headersOf(reply.requestId, contentType), body };
}

function targeted(cloud: Cloud, { headers, path }: WireRequest): AnyOperation | undefined {
  const target = headers['x-amz-target'] ?? '';
  const dot = target.lastIndexOf('.');
  const prefix = target.slice(0, dot);
  if (path !== '/' || !Object.hasOwn(TARGETS, prefix)) return undefined;
  const operations = cloud.operations(TARGETS[prefix] as string) ?? {};
  const name = target.slice(dot + 1);
  return Object.hasOwn(operations, name) ? operations[name] : undefined;
}

function readInput(
  operation: AnyOperation,
  body: Uint8Array,
): { readonly value: Record<string, unknown> } | Refusal {
  const text = bytesToUtf8(body);
  let json: unknown;
  try {
    json = text === '' ? {} : JSON.parse(text ?? '');
  } catch {
    return refuse('SerializationException');
  }
  const decoded = decodeInput(operation.input, json);
  return decoded.ok ? decoded : refuse('SerializationException', decoded.fault.message);
}

/** fact: kms-engine 1.1: bare exception name, lowercase `message`, none where AWS sends no text */
function failure(refusal: Refusal, requestId: string, contentType: string): WireResponse {
  const body = { __type: refusal.name, message: refusal.message, ...refusal.extra };
  return {
    status: refusal.status,
    headers: headersOf(requestId, contentType),
    body: JSON.stringify(body),
  };
}

function headersOf(requestId: string, contentType: string): Record<string, string> {
  return { 'content-type': contentType, 'x-amzn-requestid': requestId };
}

const JSON_1_1 = 'application/x-amz-json-1.1';
const JSON_1_0 = 'application/x-amz-json-1.0';

/** DynamoDB's clients speak the older version, and are answered in it. */
function contentTypeOf({ headers }: WireRequest): string {
  return headers['content-type']?.startsWith(JSON_1_0) ? JSON_1_0 : JSON_1_1;
}
