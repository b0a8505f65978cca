import { type Answer, type Call, isRefusal, type Principal, type Refusal } from '../../aws';
import { decodeBase64, encodeBase64, needs } from '../../base';
import type { StorageEncryption } from './records/db-instance';
import { keyNotAccessible } from './rules/errors';

/** The key of an encrypted instance whose request names none. fact: services 5 */
export const MANAGED_KEY = 'alias/aws/rds';

/** What RDS lets itself be granted. fact: services 1, 5. assumed: the list, as public records show it */
const GRANTED = [
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
  'CreateGrant',
  'RetireGrant',
  'DescribeKey',
];

/** RDS itself, in one Region. */
function rdsPrincipal(region: string, account: string): Principal {
  const arn = `rds.${region}.amazonaws.com`;
  return { type: 'service', account, arn, userId: arn, accessKeyId: '', tags: {} };
}

/** What RDS encrypts: an instance or a snapshot. */
export interface Place {
  readonly region: string;
  readonly account: string;
  readonly arn: string;
}

/** As RDS itself, for one of its resources. fact: authorization 8 (grant) */
export function ownRequest({ region, account, arn }: Place) {
  return { region, as: rdsPrincipal(region, account), sourceArn: arn };
}

/** With the caller's own identity. fact: services 5 (kms:DescribeKey and kms:CreateGrant) */
function askKms(
  call: Call<object>,
  region: string,
  operation: string,
  input: Record<string, unknown>,
): Answer {
  return call.call('kms', operation, input, { region, via: `rds.${region}.amazonaws.com` });
}

interface Grant {
  readonly grantId: string;
  readonly token: string;
}

/** The caller lets RDS use a key for one of its resources. assumed: as a service principal with its `SourceArn` */
function grantUse(
  call: Call<object>,
  place: Place,
  keyArn: string,
  context: Readonly<Record<string, string>>,
): Grant | Refusal {
  const service = `rds.${place.region}.amazonaws.com`;
  const answer = askKms(call, place.region, 'CreateGrant', {
    KeyId: keyArn,
    GranteeServicePrincipal: service,
    RetiringServicePrincipal: service,
    Operations: GRANTED,
    Constraints: { EncryptionContextSubset: context, SourceArn: place.arn },
  });
  if (!answer.ok) return keyNotAccessible(keyArn);
  return { grantId: String(answer.output.GrantId), token: String(answer.output.GrantToken) };
}

export function retire(call: Call<object>, place: Place, keyArn: string, grantId: string): void {
  call.call('kms', 'RetireGrant', { KeyId: keyArn, GrantId: grantId }, ownRequest(place));
}

/** A storage key for an instance or a copy, and the grant by which RDS uses the KMS key. */
export function encryptStorage(
  call: Call<object>,
  place: Place,
  keyId: string,
  resourceId: string,
): { readonly encryption: StorageEncryption; readonly grantId: string } | Refusal {
  const described = askKms(call, place.region, 'DescribeKey', { KeyId: keyId });
  if (!described.ok) return keyNotAccessible(keyId);
  const { Arn, KeyManager } = described.output.KeyMetadata as { Arn: string; KeyManager: string };
  const context = { 'aws:rds:db-id': resourceId };
  const grant = grantUse(call, place, Arn, context);
  if (isRefusal(grant)) return grant;
  const request = { KeyId: Arn, KeySpec: 'AES_256', EncryptionContext: context, GrantTokens: [grant.token] };
  const made = call.call('kms', 'GenerateDataKeyWithoutPlaintext', request, ownRequest(place));
  if (!made.ok) return keyNotAccessible(keyId);
  const { CiphertextBlob } = made.output;
  needs(CiphertextBlob instanceof Uint8Array, 'a wrapped data key');
  const wrappedKey = encodeBase64(CiphertextBlob);
  return {
    encryption: { keyArn: Arn, managed: KeyManager === 'AWS', wrappedKey, context },
    grantId: grant.grantId,
  };
}

/** Reads the storage key of a snapshot once, with the caller's permission. fact: services 5 */
export function refuseUnreadable(
  call: Call<object>,
  source: Place & { readonly encryption?: StorageEncryption | undefined },
): Refusal | undefined {
  const { encryption, region, arn } = source;
  if (!encryption) return undefined;
  const place = { region, arn, account: call.principal.account };
  const grant = grantUse(call, place, encryption.keyArn, encryption.context);
  if (isRefusal(grant)) return grant;
  const request = { ...unwrapRequest(encryption), GrantTokens: [grant.token] };
  const answer = call.call('kms', 'Decrypt', request, ownRequest(place));
  retire(call, place, encryption.keyArn, grant.grantId);
  return answer.ok ? undefined : keyNotAccessible(encryption.keyArn);
}

/** What KMS is asked to make sure of a storage key. */
export function unwrapRequest({ wrappedKey, context, keyArn }: StorageEncryption) {
  return { CiphertextBlob: decodeBase64(wrappedKey), EncryptionContext: context, KeyId: keyArn };
}
