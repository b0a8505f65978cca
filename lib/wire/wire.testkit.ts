import { KMS, type KMSClientConfig } from '@aws-sdk/client-kms';
import { utf8ToBytes } from '../base';
import { Cloud } from '../cloud';
import { answer, sdkHandler } from '.';

export const START_MS = Date.UTC(2026, 10, 22, 9);
export const REGION = 'eu-west-1';

export function newCloud(quotas = false): Cloud {
  return new Cloud({ seed: 'wire', startMs: START_MS, quotas });
}

/** The unmodified SDK's client on a lab in this process. */
export function kmsClient(cloud: Cloud, options: Partial<KMSClientConfig> = {}): KMS {
  return new KMS({
    region: REGION,
    credentials: { accessKeyId: 'AKIAANYBODY', secretAccessKey: 'any' },
    requestHandler: sdkHandler(cloud),
    ...options,
  });
}

interface Signed {
  readonly key?: string;
  readonly region?: string;
  readonly service?: string;
}

export function authorization({
  key = 'AKIAANYBODY',
  region = REGION,
  service = 'kms',
}: Signed = {}): string {
  return `AWS4-HMAC-SHA256 Credential=${key}/20261122/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
}

export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Sends raw headers and text to the endpoint's core. */
export function post(
  cloud: Cloud,
  headers: Record<string, string | undefined>,
  body: string | Uint8Array,
): Got {
  const bytes = typeof body === 'string' ? utf8ToBytes(body) : body;
  const reply = answer(cloud, { method: 'POST', path: '/', headers, body: bytes });
  return { status: reply.status, headers: reply.headers, text: reply.body };
}

/** A KMS request in AWS JSON. */
export function postKms(cloud: Cloud, operation: string, body: unknown = {}, signed: Signed = {}): Got {
  const headers = {
    'x-amz-target': `TrentService.${operation}`,
    'content-type': 'application/x-amz-json-1.1',
    authorization: authorization(signed),
  };
  return post(cloud, headers, typeof body === 'string' ? body : JSON.stringify(body));
}

/** An IAM or STS request as a form. */
export function postForm(
  cloud: Cloud,
  service: 'iam' | 'sts',
  members: Readonly<Record<string, string>>,
  signed: Signed = {},
): Got {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    authorization: authorization({ region: 'us-east-1', service, ...signed }),
  };
  const Version = service === 'iam' ? '2010-05-08' : '2011-06-15';
  return post(cloud, headers, new URLSearchParams({ Version, ...members }).toString());
}
