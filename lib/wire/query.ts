import { type AnyOperation, asClientsSee, isRefusal, type Refusal, refuse } from '../aws';
import { bytesToUtf8Lossy } from '../base';
import type { Cloud } from '../cloud';
import { callerOf, strayRequestId } from './caller';
import { type FormNode, readForm } from './form';
import type { WireRequest, WireResponse } from './message';
import { decodeForm, Unreadable } from './query-decode';
import { element, encodeXml, escapeXml } from './query-encode';

/** Services that still speak the query protocol, and the version of their API. */
const VERSIONS: Readonly<Record<string, string>> = { iam: '2010-05-08', sts: '2011-06-15' };

/** The old query protocol, which IAM and STS still speak: a form in, XML out, by the operations' own shapes. */
export function answerQuery(cloud: Cloud, request: WireRequest): WireResponse {
  const caller = callerOf(cloud, request);
  const service = isRefusal(caller) ? 'sts' : caller.service;
  const stray = (refusal: Refusal) => failure(service, refusal, strayRequestId(cloud));
  if (isRefusal(caller)) return stray(caller);
  const form = readForm(bytesToUtf8Lossy(request.body));
  const operation = wanted(cloud, service, form);
  if (isRefusal(operation)) return stray(operation);
  const input = readInput(operation, form);
  if (isRefusal(input)) return stray(input);
  const { credentials, region, source } = caller;
  const reply = cloud.send({ service, operation: operation.name, region, credentials, input, source });
  if (!reply.ok) return failure(service, reply.refusal, reply.requestId);
  const { name, output } = operation;
  const result = output ? element(`${name}Result`, encodeXml(output, reply.output)) : '';
  const metadata = element('ResponseMetadata', element('RequestId', reply.requestId));
  return xml(200, service, `${name}Response`, result + metadata, reply.requestId);
}

function wanted(cloud: Cloud, service: string, form: FormNode): AnyOperation | Refusal {
  const action = form.under.get('Action')?.value;
  if (!action) return refuse('MissingAction', 'An action or operation parameter is missing.');
  const operations = Object.hasOwn(VERSIONS, service) ? (cloud.operations(service) ?? {}) : {};
  const operation = Object.hasOwn(operations, action) ? operations[action] : undefined;
  const version = form.under.get('Version')?.value;
  if (operation && version === VERSIONS[service]) return operation;
  return refuse('InvalidAction', `Could not find operation ${action} for version ${version ?? 'NO_VERSION'}`);
}

function readInput(operation: AnyOperation, form: FormNode): Record<string, unknown> | Refusal {
  try {
    return decodeForm(operation.input, form);
  } catch (error) {
    if (error instanceof Unreadable) return refuse('MalformedInput', error.message);
    throw error;
  }
}

function failure(service: string, refusal: Refusal, requestId: string): WireResponse {
  const { name, message: text, status } = asClientsSee(refusal, service);
  const type = element('Type', status >= 500 ? 'Receiver' : 'Sender');
  const message = text === undefined ? '' : element('Message', escapeXml(text));
  const error = element('Error', type + element('Code', escapeXml(name)) + message);
  return xml(status, service, 'ErrorResponse', error + element('RequestId', requestId), requestId);
}

function xml(
  status: number,
  service: string,
  root: string,
  content: string,
  requestId: string,
): WireResponse {
  const version = Object.hasOwn(VERSIONS, service) ? VERSIONS[service] : '';
  const namespace = `https://${service}.amazonaws.com/doc/${version}/`;
  return {
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: `<${root} xmlns="${namespace}">${content}</${root}>`,
  };
}
