import { type Call, isRefusal, type Principal, type Refusal } from '../../aws';
import { bytesToUtf8Lossy, concatBytes, decodeBase64, encodeBase64, needs, utf8ToBytes } from '../../base';
import { prepareAesGcm } from '../../crypto';
import type { BatchRecord } from './records/batch';
import type { GroupRecord } from './records/group';
import { keyNotAllowed, noSuchKey } from './rules/errors';

const NONCE_LENGTH = 12;

/** CloudWatch Logs calls KMS itself: the key policy has to name it. fact: services 1, 7, authorization 8 */
function servicePrincipal(region: string): Principal {
  const arn = `logs.${region}.amazonaws.com`;
  return { type: 'service', account: '', arn, userId: arn, accessKeyId: '', tags: {} };
}

function askKms(
  call: Call<object>,
  group: Pick<GroupRecord, 'arn'>,
  operation: string,
  input: Record<string, unknown>,
) {
  const request = { ...input, EncryptionContext: { 'aws:logs:arn': group.arn } };
  return call.call('kms', operation, request, { as: servicePrincipal(call.region), sourceArn: group.arn });
}

interface DataKey {
  readonly plaintext: Uint8Array;
  readonly wrapped: string;
  readonly keyArn: string;
}

/** assumed: one data key for each batch of events; AWS publishes no number */
function newDataKey(
  call: Call<object>,
  group: Pick<GroupRecord, 'arn' | 'name'>,
  keyId: string,
): DataKey | Refusal {
  const answer = askKms(call, group, 'GenerateDataKey', { KeyId: keyId, KeySpec: 'AES_256' });
  if (!answer.ok) {
    const { name } = answer.refusal;
    if (name === 'ThrottlingException') return answer.refusal;
    return name === 'NotFoundException' ? noSuchKey(group.name) : keyNotAllowed(group.arn);
  }
  const { Plaintext, CiphertextBlob, KeyId } = answer.output;
  needs(Plaintext instanceof Uint8Array && CiphertextBlob instanceof Uint8Array, 'a data key in both forms');
  return { plaintext: Plaintext, wrapped: encodeBase64(CiphertextBlob), keyArn: String(KeyId) };
}

/** The ARN of a key that the service may use for this group, or why it may not. It has to be named by its ARN. */
export function usableKey(
  call: Call<object>,
  group: Pick<GroupRecord, 'arn' | 'name'>,
  keyId: string,
): string | Refusal {
  if (!/^arn:[^:]+:kms:/.test(keyId)) return noSuchKey(group.name);
  const key = newDataKey(call, group, keyId);
  return isRefusal(key) ? key : key.keyArn;
}

export function sealText(
  call: Call<object>,
  group: GroupRecord,
  text: string,
): Pick<BatchRecord, 'text' | 'wrappedKey'> | Refusal {
  if (!group.keyArn) return { text };
  const key = newDataKey(call, group, group.keyArn);
  if (isRefusal(key)) return key;
  const nonce = call.random('nonce', NONCE_LENGTH);
  const sealed = prepareAesGcm(key.plaintext).seal(nonce, utf8ToBytes(text), utf8ToBytes(group.arn));
  return { text: encodeBase64(concatBytes(nonce, sealed)), wrappedKey: key.wrapped };
}

/** Old data opens with the key it was written under, whatever the group's key is now. fact: services 7 */
export function openText(call: Call<object>, group: GroupRecord, batch: BatchRecord): string | Refusal {
  if (batch.wrappedKey === undefined) return batch.text;
  const answer = askKms(call, group, 'Decrypt', { CiphertextBlob: bytesOf(batch.wrappedKey) });
  if (!answer.ok)
    return answer.refusal.name === 'ThrottlingException' ? answer.refusal : keyNotAllowed(group.arn);
  const { Plaintext } = answer.output;
  needs(Plaintext instanceof Uint8Array, 'Decrypt answers bytes');
  const sealed = bytesOf(batch.text);
  const cipher = prepareAesGcm(Plaintext);
  const opened = cipher.open(
    sealed.subarray(0, NONCE_LENGTH),
    sealed.subarray(NONCE_LENGTH),
    utf8ToBytes(group.arn),
  );
  needs(opened, 'what a data key sealed it opens');
  return bytesToUtf8Lossy(opened);
}

function bytesOf(base64: string): Uint8Array {
  const bytes = decodeBase64(base64);
  needs(bytes, 'wrapped and sealed bytes are kept as base64');
  return bytes;
}
