import { type Answer, type Call, isRefusal, type Refusal } from '../../aws';
import { canonicalText, decodeBase64, encodeBase64, needs } from '../../base';
import { heldKeyId, heldKeys } from './records/held-key';
import { attributeOf, type QueueRecord } from './records/queue';
import { DEFAULT_REUSE_SECONDS } from './rules/attributes';
import { refusedByKms } from './rules/errors';

/**
 * With the caller's own identity; a service that sends for a resource of its own is known by its principal and that
 * resource, not by `kms:ViaService`. fact: services 1, 7 (event sources), authorization 8
 */
function askKms(call: Call<object>, queue: QueueRecord, operation: string, input: object): Answer {
  const { region } = queue;
  const request = { ...input, EncryptionContext: { 'aws:sqs:arn': queue.arn } };
  const via = call.principal.type === 'service' ? undefined : `sqs.${region}.amazonaws.com`;
  return call.call('kms', operation, request, { region, via });
}

/** The KMS key of a queue; absent under SQS's own key, and in the clear. */
export function keyIdOf(queue: QueueRecord): string | undefined {
  return attributeOf(queue, 'KmsMasterKeyId') || undefined;
}

/**
 * The wrapped data key for a message. A producer asks KMS twice, once per reuse period.
 * fact: services 7 (2·P + C requests per period), 1 (GenerateDataKey and Decrypt)
 */
export function keyForSending(call: Call<object>, queue: QueueRecord, keyId: string): string | Refusal {
  return held(call, queue, `send ${keyId}`, () => {
    const made = askKms(call, queue, 'GenerateDataKey', { KeyId: keyId, KeySpec: 'AES_256' });
    if (!made.ok) return refusedByKms(made.refusal);
    const { CiphertextBlob } = made.output;
    needs(CiphertextBlob instanceof Uint8Array, 'a wrapped data key');
    const wrappedKey = encodeBase64(CiphertextBlob);
    return unwrap(call, queue, wrappedKey) ?? wrappedKey;
  });
}

/**
 * Whether KMS lets a consumer read: asked once per reuse period, with the first message's data key.
 * fact: services 7. assumed: within the period the other messages' data keys are SQS's to use
 */
export function refuseReading(
  call: Call<object>,
  queue: QueueRecord,
  wrappedKey: string,
): Refusal | undefined {
  const answer = held(call, queue, 'receive', () => unwrap(call, queue, wrappedKey) ?? wrappedKey);
  return isRefusal(answer) ? answer : undefined;
}

function unwrap(call: Call<object>, queue: QueueRecord, wrappedKey: string): Refusal | undefined {
  const answer = askKms(call, queue, 'Decrypt', { CiphertextBlob: decodeBase64(wrappedKey) });
  return answer.ok ? undefined : refusedByKms(answer.refusal);
}

function held(
  call: Call<object>,
  queue: QueueRecord,
  purpose: string,
  fetch: () => string | Refusal,
): string | Refusal {
  const { world, nowMs } = call;
  const principal = principalOf(call);
  const record = world.table(heldKeys).get(heldKeyId(queue.arn, principal, purpose));
  if (record && record.untilMs > nowMs) return record.wrappedKey;
  const wrappedKey = fetch();
  if (isRefusal(wrappedKey)) return wrappedKey;
  const seconds = Number(attributeOf(queue, 'KmsDataKeyReusePeriodSeconds') || DEFAULT_REUSE_SECONDS);
  world.put(heldKeys, {
    queueArn: queue.arn,
    principal,
    purpose,
    wrappedKey,
    untilMs: nowMs + seconds * 1000,
  });
  return wrappedKey;
}

/** Sessions of one role and scope are one principal. fact: services 7 */
function principalOf({ principal }: Call<object>): string {
  const who = principal.roleArn ?? principal.arn;
  return principal.sessionPolicies ? `${who} ${canonicalText(principal.sessionPolicies)}` : who;
}
