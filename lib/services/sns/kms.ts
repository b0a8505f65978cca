import type { Answer, Call, Refusal } from '../../aws';
import { canonicalText } from '../../base';
import { heldKeyId, heldKeys } from './records/held-key';
import type { TopicRecord } from './records/topic';
import { refusedByKms } from './rules/errors';
import { DATA_KEY_MS } from './rules/timing';

/** With the publisher's own identity. fact: services 1 (SNS) */
function askKms(call: Call<object>, topic: TopicRecord, operation: string, input: object): Answer {
  const { region, arn } = topic;
  const request = { ...input, EncryptionContext: { 'aws:sns:topicArn': arn } };
  const via = call.principal.type === 'service' ? undefined : `sns.${region}.amazonaws.com`;
  return call.call('kms', operation, request, { region, via });
}

/** A publisher asks for a data key and opens it, once in five minutes. fact: services 1 */
export function refuseWithoutDataKey(call: Call<object>, topic: TopicRecord): Refusal | undefined {
  const keyId = topic.attributes.KmsMasterKeyId;
  if (!keyId) return undefined;
  const { world, nowMs } = call;
  const principal = publisherOf(call);
  const held = world.table(heldKeys).get(heldKeyId(topic.arn, principal, keyId));
  if (held && held.untilMs > nowMs) return undefined;
  const made = askKms(call, topic, 'GenerateDataKey', { KeyId: keyId, KeySpec: 'AES_256' });
  if (!made.ok) return refusedByKms(made.refusal);
  const opened = askKms(call, topic, 'Decrypt', { CiphertextBlob: made.output.CiphertextBlob });
  if (!opened.ok) return refusedByKms(opened.refusal);
  world.put(heldKeys, { topicArn: topic.arn, principal, keyId, untilMs: nowMs + DATA_KEY_MS });
  return undefined;
}

/** assumed: as with SQS, sessions of one role and scope are one principal */
function publisherOf({ principal }: Call<object>): string {
  const who = principal.roleArn ?? principal.arn;
  return principal.sessionPolicies ? `${who} ${canonicalText(principal.sessionPolicies)}` : who;
}
