import type { ApiRequest } from '../../aws';
import { Cloud, HOME_ACCESS_KEY } from '../../cloud';

export const START_MS = Date.UTC(2026, 10, 22, 9);
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** A whole cloud for tests: what a request answers, or `Name: message` of its refusal. */
export function wholeCloud(region: string, more: { readonly quotas?: boolean } = {}) {
  const cloud = new Cloud({ seed: 'whole', startMs: START_MS, quotas: more.quotas ?? false });
  const send = <O = unknown>(
    service: string,
    operation: string,
    input: object = {},
    other: Partial<ApiRequest> = {},
  ): O => {
    const request = { service, operation, region, credentials: HOME_ACCESS_KEY, ...other };
    const reply = cloud.send({ ...request, input: input as Record<string, unknown> });
    return (reply.ok ? reply.output : `${reply.refusal.name}: ${reply.refusal.message}`) as O;
  };
  const wait = (ms: number) => cloud.advanceTo(cloud.world.nowMs + ms);
  let seen = 0;
  /** KMS requests since the last look: operation, encryption context, carrier, caller. */
  const kmsCalls = () => {
    const calls = cloud.world.log.since(seen).filter(({ request }) => request.service === 'kms');
    seen = cloud.world.log.head;
    return calls.map(({ request, outcome }) => [
      request.operation,
      request.input.EncryptionContext,
      request.source?.via?.[0],
      outcome.audit.principal?.arn.split(':').at(-1),
    ]);
  };
  /** A user of the home account whose access key opens with this policy. */
  const user = (UserName: string, ...statements: readonly object[]): string => {
    send('iam', 'CreateUser', { UserName });
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements });
    send('iam', 'PutUserPolicy', { UserName, PolicyName: 'own', PolicyDocument });
    const made = send<{ AccessKey: { AccessKeyId: string } }>('iam', 'CreateAccessKey', { UserName });
    return made.AccessKey.AccessKeyId;
  };
  const newKey = (input: object = {}) => {
    const { KeyMetadata } = send<{ KeyMetadata: { Arn: string; KeyId: string } }>('kms', 'CreateKey', input);
    return KeyMetadata.Arn;
  };
  return { cloud, send, wait, kmsCalls, user, newKey };
}

export function allow(action: string | readonly string[], resource = '*') {
  return { Effect: 'Allow', Action: action, Resource: resource };
}
