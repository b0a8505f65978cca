import { type Call, isRefusal, type Refusal } from '../../aws';
import { describeKey, grantDecrypt, newDataKey, retire, rewrapped, unwrap, unwrapOnce } from './kms';
import { EBS_MANAGED_KEY, ebsDefaultOf } from './records/ebs-default';
import type { SnapshotRecord } from './records/snapshot';
import type { EbsEncryption } from './records/volume';

/** How a request wants a volume or copy encrypted. */
export interface EncryptionWish {
  readonly Encrypted?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
}

/**
 * The key a new volume or copy is to be encrypted with, as KMS is asked for it; absent where it stays in the clear.
 * fact: services 4 (encryption by default; an encrypted snapshot never becomes unencrypted)
 * @param inherited the key of the snapshot a volume is made of: it stays, where the snapshot is the account's own
 */
export function keyIdFor(
  call: Call<object>,
  wish: EncryptionWish,
  source?: SnapshotRecord,
  inherited?: string,
): string | undefined {
  const settings = ebsDefaultOf(call.world, call.principal.account, call.region);
  if (!wish.Encrypted && !settings.encrypted && !source?.encryption) return undefined;
  return wish.KmsKeyId ?? inherited ?? settings.keyId ?? EBS_MANAGED_KEY;
}

/** An empty volume. */
export function encryptNew(call: Call<object>, id: string, keyId: string): EbsEncryption | Refusal {
  const key = describeKey(call, keyId);
  return isRefusal(key) ? key : newDataKey(call, id, keyId, key);
}

/**
 * A volume or copy made of a snapshot.
 * fact: services 4 (same key: same data key; another key: a new data key and re-encryption; an unencrypted snapshot:
 * the grant comes first). assumed: re-encryption reads the source by a grant on its key that is retired afterwards
 */
export function encryptFromSnapshot(
  call: Call<object>,
  id: string,
  keyId: string,
  source: SnapshotRecord,
): EbsEncryption | Refusal {
  const key = describeKey(call, keyId);
  if (isRefusal(key)) return key;
  if (!source.encryption) return encryptPlain(call, id, keyId, key);
  if (key.arn === source.encryption.keyArn) return rewrapped(call, id, source.encryption);
  const unreadable = unwrapOnce(call, source.encryption, id, source.region);
  return unreadable ?? newDataKey(call, id, keyId, key);
}

function encryptPlain(
  call: Call<object>,
  id: string,
  keyId: string,
  key: { readonly arn: string; readonly managed: boolean },
): EbsEncryption | Refusal {
  const grant = grantDecrypt(call, { keyArn: key.arn, contextId: id }, id);
  if (isRefusal(grant)) return grant;
  const made = newDataKey(call, id, keyId, key);
  const refusal = isRefusal(made) ? made : unwrap(call, made, grant);
  retire(call, grant);
  return refusal ?? made;
}
