import { type Answer, type Call, isRefusal, type Refusal } from '../../aws';
import { bytesToUtf8Lossy, decodeBase64, encodeBase64, needs, utf8ToBytes } from '../../base';
import { NONCE_LENGTH, openEnvelope, packEnvelope, wrappedKeyOf } from './envelope';
import type { ParameterRecord, Tier } from './records/parameter';
import { refusedByKms } from './rules/errors';

/** The KMS key of a SecureString that names none. */
export const MANAGED_KEY = 'alias/aws/ssm';

/** Every KMS call carries the caller's own identity. fact: services 1 */
function askKms(call: Call<object>, operation: string, input: Record<string, unknown>): Answer {
  return call.call('kms', operation, input, { via: `ssm.${call.region}.amazonaws.com` });
}

interface Value {
  readonly arn: string;
  readonly keyId: string;
  readonly tier: Tier;
}

/** A standard value is what KMS encrypted; an advanced one is an envelope under a data key. fact: services 1, 6 */
export function sealValue(call: Call<object>, { arn, keyId, tier }: Value, value: string): string | Refusal {
  const EncryptionContext = { PARAMETER_ARN: arn };
  if (tier === 'Standard') {
    const request = { KeyId: keyId, Plaintext: utf8ToBytes(value), EncryptionContext };
    const answer = askKms(call, 'Encrypt', request);
    return answer.ok ? encodeBase64(bytes(answer.output.CiphertextBlob)) : refusedByKms(answer.refusal);
  }
  const answer = askKms(call, 'GenerateDataKey', { KeyId: keyId, KeySpec: 'AES_256', EncryptionContext });
  if (!answer.ok) return refusedByKms(answer.refusal);
  const key = { plaintext: bytes(answer.output.Plaintext), wrapped: bytes(answer.output.CiphertextBlob) };
  const nonce = call.random('nonce', NONCE_LENGTH);
  return encodeBase64(packEnvelope(key, nonce, utf8ToBytes(value), arn));
}

/** One Decrypt, whatever the tier. */
function openValue(call: Call<object>, { arn, tier, value }: ParameterRecord): string | Refusal {
  const kept = decodeBase64(value);
  needs(kept, 'sealed values are kept as base64');
  const CiphertextBlob = tier === 'Standard' ? kept : wrappedKeyOf(kept);
  const answer = askKms(call, 'Decrypt', { CiphertextBlob, EncryptionContext: { PARAMETER_ARN: arn } });
  if (!answer.ok) return refusedByKms(answer.refusal);
  const opened = bytes(answer.output.Plaintext);
  return bytesToUtf8Lossy(tier === 'Standard' ? opened : openEnvelope(opened, kept, arn));
}

function bytes(value: unknown): Uint8Array {
  needs(value instanceof Uint8Array, 'KMS answers bytes');
  return value;
}

/** What is shown of a parameter: a SecureString stays sealed unless it is to be decrypted. */
export function shownParameter(call: Call<object>, parameter: ParameterRecord, decrypt: boolean) {
  const isSealed = parameter.type === 'SecureString' && decrypt;
  const Value = isSealed ? openValue(call, parameter) : parameter.value;
  if (isRefusal(Value)) return Value;
  return {
    Name: parameter.name,
    Type: parameter.type,
    Value,
    Version: parameter.version,
    LastModifiedDate: parameter.modifiedAtMs,
    ARN: parameter.arn,
    DataType: parameter.dataType,
  };
}
