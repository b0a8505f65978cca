import { bytesToUtf8, utf8ToBytes } from '../base';
import type { Cloud } from '../cloud';
import type { CredentialScope } from './credentials';
import type { WireRequest, WireResponse } from './message';

/** The old query protocol, which STS still speaks: a form in, XML out. */
export function answerQuery(cloud: Cloud, scope: CredentialScope, request: WireRequest): WireResponse {
  const action = new Map(formPairs(bytesToUtf8(request.body) ?? '')).get('Action');
  const { accessKeyId: credentials, region } = scope;
  if (action !== 'GetCallerIdentity')
    return queryFailure(400, 'InvalidAction', `Could not find operation ${action ?? ''}`, '');
  const reply = cloud.send({ service: 'sts', operation: action, region, credentials, input: {} });
  if (!reply.ok)
    return queryFailure(
      reply.refusal.status,
      reply.refusal.name,
      reply.refusal.message ?? '',
      reply.requestId,
    );
  const { Arn, UserId, Account } = reply.output as { Arn: string; UserId: string; Account: string };
  const result = `<Arn>${escapeXml(Arn)}</Arn><UserId>${escapeXml(UserId)}</UserId><Account>${escapeXml(Account)}</Account>`;
  return xml(
    200,
    `<GetCallerIdentityResponse xmlns="${NAMESPACE}"><GetCallerIdentityResult>${result}</GetCallerIdentityResult>` +
      `<ResponseMetadata><RequestId>${reply.requestId}</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
    reply.requestId,
  );
}

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

function queryFailure(status: number, code: string, message: string, requestId: string): WireResponse {
  const error = `<Error><Type>Sender</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error>`;
  return xml(
    status,
    `<ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>${requestId}</RequestId></ErrorResponse>`,
    requestId,
  );
}

function xml(status: number, body: string, requestId: string): WireResponse {
  return {
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: utf8ToBytes(body),
  };
}

/** A form's pairs; a percent sign that starts no code stays as it is. */
function formPairs(text: string): [string, string][] {
  return text.split('&').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
