import type { Answer, AnyOperation, Refusal, RequestSource } from '../aws';
import { refuse } from '../aws';
import { bytesToUtf8, seededBytes, utf8ToBytes, uuidOf } from '../base';
import { type Cloud, HOME_ACCESS_KEY } from '../cloud';
import { type CredentialScope, credentialScope } from './credentials';
import { decodeInput } from './decode';
import { encodeOutput } from './encode';
import type { WireRequest, WireResponse } from './message';
import { answerQuery } from './query';

/** Services that speak AWS JSON, by the first part of `X-Amz-Target`. */
const TARGETS: Readonly<Record<string, string>> = {
  TrentService: 'kms',
  DynamoDB_20120810: 'dynamodb',
  CloudTrail_20131101: 'cloudtrail',
  'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101': 'cloudtrail',
};

/**
 * What an AWS client gets from `POST /`: AWS JSON in and out for KMS and its neighbours, the query protocol for
 * `sts:GetCallerIdentity`. fact: kms-engine 1.1
 */
export function answer(cloud: Cloud, request: WireRequest): WireResponse {
  const scope = credentialScope(request.headers.authorization);
  if (!scope) return unsigned(cloud);
  const source: RequestSource = { ip: '127.0.0.1', userAgent: request.headers['user-agent'] };
  const target = request.headers['x-amz-target'];
  if (target === undefined)
    return answerQuery(cloud, { ...scope, accessKeyId: knownKey(cloud, scope) }, request);
  const dot = target.lastIndexOf('.');
  const service = TARGETS[target.slice(0, dot)];
  const operation = service ? cloud.operations(service)?.[target.slice(dot + 1)] : undefined;
  if (!service || !operation)
    return failure(refuse('UnknownOperationException', undefined, 404), strayRequestId(cloud));
  const input = readInput(operation, request.body);
  if ('refused' in input) return failure(input, strayRequestId(cloud));
  const credentials = knownKey(cloud, scope);
  const reply = cloud.send({
    service,
    operation: operation.name,
    region: scope.region,
    credentials,
    input: input.value,
    source,
  });
  return reply.ok ? success(operation, reply) : failure(reply.refusal, reply.requestId);
}

/** An access key nobody has acts as the administrator of the home account. */
function knownKey(cloud: Cloud, scope: CredentialScope): string {
  return cloud.knows(scope.accessKeyId) ? scope.accessKeyId : HOME_ACCESS_KEY;
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

/** An operation without output answers with an empty body, one whose output has no member with `{}`. */
function success(
  operation: AnyOperation,
  reply: Answer & { readonly ok: true; readonly requestId: string },
): WireResponse {
  const body = operation.output ? JSON.stringify(encodeOutput(operation.output, reply.output)) : '';
  return { status: 200, headers: headersOf(reply.requestId), body: utf8ToBytes(body) };
}

/** fact: kms-engine 1.1: bare exception name, lowercase `message`, none where AWS sends no text */
export function failure(refusal: Refusal, requestId: string): WireResponse {
  const body = { __type: refusal.name, message: refusal.message, ...refusal.extra };
  return { status: refusal.status, headers: headersOf(requestId), body: utf8ToBytes(JSON.stringify(body)) };
}

function headersOf(requestId: string): Record<string, string> {
  return { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId };
}

function unsigned(cloud: Cloud): WireResponse {
  const text = 'Missing Authentication Token';
  return failure(refuse('MissingAuthenticationTokenException', text), strayRequestId(cloud));
}

let strays = 0;

/** Requests that never reached an operation have an id too, and leave no mark in the world. */
function strayRequestId(cloud: Cloud): string {
  strays += 1;
  return uuidOf(seededBytes(cloud.world.seed, `stray request ${strays}`, 16));
}
