import { type Answer, type Call, isRefusal, type Refusal } from '../../aws';
import { concatBytes, decodeBase64, encodeBase64, needs, utf8ToBytes } from '../../base';
import { prepareAesGcm } from '../../crypto';
import type { SecretRecord } from './records/secret';
import type { VersionRecord, WrappedKey } from './records/version';
import { refusedByKms } from './rules/errors';

const NONCE_LENGTH = 12;
/** The KMS key of a secret that names none. Its policy lets in callers of its own account alone. fact: services 6 */
const MANAGED_KEY = 'alias/aws/secretsmanager';
/** What stands for a version when only access to the key is tried. fact: services 1 */
const TRIAL_VERSION = 'RequestToValidateKeyAccess';

/** Every KMS call carries the caller's own identity. fact: services 1 */
function askKms(
  call: Call<object>,
  region: string,
  operation: string,
  input: Record<string, unknown>,
): Answer {
  return call.call('kms', operation, input, { region, via: `secretsmanager.${region}.amazonaws.com` });
}

/** fact: services 1, kms-engine (encryption contexts of services) */
function contextOf(secretArn: string, versionId: string): Readonly<Record<string, string>> {
  return { SecretARN: secretArn, SecretVersionId: versionId };
}

interface DataKey extends WrappedKey {
  readonly plaintext: Uint8Array;
}

function newDataKey(call: Call<object>, secret: SecretRecord, versionId: string): DataKey | Refusal {
  const request = {
    KeyId: secret.keyId ?? MANAGED_KEY,
    KeySpec: 'AES_256',
    EncryptionContext: contextOf(secret.arn, versionId),
  };
  const answer = askKms(call, secret.region, 'GenerateDataKey', request);
  if (!answer.ok) return refusedByKms(answer.refusal, 'encrypt');
  const { Plaintext, CiphertextBlob, KeyId } = answer.output;
  needs(Plaintext instanceof Uint8Array && CiphertextBlob instanceof Uint8Array, 'a data key in both forms');
  return { plaintext: Plaintext, keyArn: String(KeyId), wrapped: encodeBase64(CiphertextBlob) };
}

/** Encrypts a value under a data key of its own. fact: services 6 */
export function sealValue(
  call: Call<object>,
  secret: SecretRecord,
  versionId: string,
  value: Uint8Array,
): Pick<VersionRecord, 'sealed' | 'keys'> | Refusal {
  const key = newDataKey(call, secret, versionId);
  if (isRefusal(key)) return key;
  const nonce = call.random(`nonce/${secret.region}`, NONCE_LENGTH);
  const text = prepareAesGcm(key.plaintext).seal(nonce, value, bindingOf(secret.arn, versionId));
  const { keyArn, wrapped } = key;
  return { sealed: encodeBase64(concatBytes(nonce, text)), keys: [{ keyArn, wrapped }] };
}

/** Decrypts a value; the first KMS key that opens its data key will do. fact: services 6 (old copies are kept) */
export function openValue(call: Call<object>, region: string, version: VersionRecord): Uint8Array | Refusal {
  const key = openKey(call, region, version);
  if (isRefusal(key)) return key;
  const bytes = bytesOf(version.sealed);
  const value = prepareAesGcm(key).open(
    bytes.subarray(0, NONCE_LENGTH),
    bytes.subarray(NONCE_LENGTH),
    bindingOf(version.secretArn, version.versionId),
  );
  needs(value, 'what a data key sealed it opens');
  return value;
}

function openKey(call: Call<object>, region: string, version: VersionRecord): Uint8Array | Refusal {
  let refusal: Refusal | undefined;
  for (const { keyArn, wrapped } of version.keys) {
    const request = {
      KeyId: keyArn,
      CiphertextBlob: bytesOf(wrapped),
      EncryptionContext: contextOf(version.secretArn, version.versionId),
    };
    const answer = askKms(call, region, 'Decrypt', request);
    if (answer.ok) {
      const { Plaintext } = answer.output;
      needs(Plaintext instanceof Uint8Array, 'Decrypt answers bytes');
      return Plaintext;
    }
    refusal ??= refusedByKms(answer.refusal, 'decrypt');
  }
  needs(refusal, 'a version has a wrapped data key');
  return refusal;
}

/**
 * Wraps a version's data key under the secret's new KMS key as well; the old copy stays.
 * fact: services 6 (Encrypt when the key is changed)
 */
export function rewrap(
  call: Call<object>,
  secret: SecretRecord,
  version: VersionRecord,
): VersionRecord | Refusal {
  const key = openKey(call, secret.region, version);
  if (isRefusal(key)) return key;
  const request = {
    KeyId: secret.keyId ?? MANAGED_KEY,
    Plaintext: key,
    EncryptionContext: contextOf(secret.arn, version.versionId),
  };
  const answer = askKms(call, secret.region, 'Encrypt', request);
  if (!answer.ok) return refusedByKms(answer.refusal, 'encrypt');
  const { CiphertextBlob, KeyId } = answer.output;
  needs(CiphertextBlob instanceof Uint8Array, 'Encrypt answers bytes');
  const wrapped = { keyArn: String(KeyId), wrapped: encodeBase64(CiphertextBlob) };
  return { ...version, keys: [wrapped, ...version.keys] };
}

/** Tries whether the caller may use the secret's key, before there is anything to encrypt. fact: services 1 */
export function refuseKey(call: Call<object>, secret: SecretRecord): Refusal | undefined {
  const key = newDataKey(call, secret, TRIAL_VERSION);
  if (isRefusal(key)) return key;
  const request = {
    KeyId: key.keyArn,
    CiphertextBlob: bytesOf(key.wrapped),
    EncryptionContext: contextOf(secret.arn, TRIAL_VERSION),
  };
  const answer = askKms(call, secret.region, 'Decrypt', request);
  return answer.ok ? undefined : refusedByKms(answer.refusal, 'decrypt');
}

function bindingOf(secretArn: string, versionId: string): Uint8Array {
  return utf8ToBytes(`${secretArn}/${versionId}`);
}

function bytesOf(base64: string): Uint8Array {
  const bytes = decodeBase64(base64);
  needs(bytes, 'wrapped and sealed bytes are kept as base64');
  return bytes;
}
