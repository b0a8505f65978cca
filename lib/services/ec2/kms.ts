import { type Answer, type Call, isRefusal, type Principal, partitionOf, type Refusal } from '../../aws';
import { decodeBase64, encodeBase64, needs } from '../../base';
import type { EbsEncryption } from './records/volume';

/** EBS asks for 64 bytes: an XTS key. fact: services 4 (AES-256). assumed: the number, as public records show it */
const DATA_KEY_BYTES = 64;

/** With the caller's own identity. fact: services 1 (EBS), authorization 8 (forward access session) */
function askKms(
  call: Call<object>,
  operation: string,
  input: Record<string, unknown>,
  region = call.region,
): Answer {
  return call.call('kms', operation, input, { region, via: `ec2.${region}.amazonaws.com` });
}

/**
 * The identity by which EC2's hardware asks for one instance's data keys. No policy allows it anything: it lives on
 * grants. fact: services 4. assumed: the name, as public records show it; a copy's work has the snapshot's id there
 */
export function infrastructure(call: Call<object>, name: string, region = call.region): Principal {
  const { account } = call.principal;
  const partition = partitionOf(region);
  return {
    type: 'role-session',
    account,
    arn: `arn:${partition}:sts::${account}:assumed-role/aws:ec2-infrastructure/${name}`,
    roleArn: `arn:${partition}:iam::${account}:role/aws:ec2-infrastructure`,
    userId: `${account}:aws:ec2-infrastructure:${name}`,
    accessKeyId: '',
    tags: {},
    sessionIssuedAtMs: call.nowMs,
  };
}

export interface FoundKey {
  readonly arn: string;
  readonly managed: boolean;
}

/** The key as KMS describes it to the caller. */
export function describeKey(call: Call<object>, keyId: string, region?: string): FoundKey | Refusal {
  const answer = askKms(call, 'DescribeKey', { KeyId: keyId }, region);
  if (!answer.ok) return answer.refusal;
  const { Arn, KeyManager } = answer.output.KeyMetadata as {
    readonly Arn: string;
    readonly KeyManager: string;
  };
  return { arn: Arn, managed: KeyManager === 'AWS' };
}

/** A data key of its own for a volume or copy; nobody sees it in the clear. */
export function newDataKey(
  call: Call<object>,
  contextId: string,
  keyId: string,
  key: FoundKey,
): EbsEncryption | Refusal {
  const request = { KeyId: keyId, NumberOfBytes: DATA_KEY_BYTES, EncryptionContext: contextOf(contextId) };
  const answer = askKms(call, 'GenerateDataKeyWithoutPlaintext', request);
  if (!answer.ok) return answer.refusal;
  const { CiphertextBlob } = answer.output;
  needs(CiphertextBlob instanceof Uint8Array, 'a wrapped data key');
  return { keyArn: key.arn, managed: key.managed, wrappedKey: encodeBase64(CiphertextBlob), contextId };
}

/**
 * The same data key under the same KMS key, for another volume.
 * fact: services 4 (same key as the snapshot: same data key). assumed: by ReEncrypt, which AWS lists among the permissions
 */
export function rewrapped(
  call: Call<object>,
  contextId: string,
  from: EbsEncryption,
): EbsEncryption | Refusal {
  const answer = askKms(call, 'ReEncrypt', {
    CiphertextBlob: decodeBase64(from.wrappedKey),
    SourceEncryptionContext: contextOf(from.contextId),
    SourceKeyId: from.keyArn,
    DestinationKeyId: from.keyArn,
    DestinationEncryptionContext: contextOf(contextId),
  });
  if (!answer.ok) return answer.refusal;
  const { CiphertextBlob } = answer.output;
  needs(CiphertextBlob instanceof Uint8Array, 'a wrapped data key');
  return { ...from, wrappedKey: encodeBase64(CiphertextBlob), contextId };
}

/** What EC2's own identity may do with a key for a while. */
export interface Grant {
  readonly region: string;
  readonly keyArn: string;
  readonly grantId: string;
  readonly token: string;
  readonly grantee: Principal;
}

/**
 * The caller lets EC2's identity unwrap the data key of one volume or snapshot.
 * fact: services 1, 4, authorization 3. assumed: that the grant lets its grantee retire it
 */
export function grantDecrypt(
  call: Call<object>,
  of: Pick<EbsEncryption, 'keyArn' | 'contextId'>,
  name: string,
  region = call.region,
): Grant | Refusal {
  const grantee = infrastructure(call, name, region);
  const answer = askKms(
    call,
    'CreateGrant',
    {
      KeyId: of.keyArn,
      GranteePrincipal: grantee.arn,
      Operations: ['Decrypt', 'RetireGrant'],
      Constraints: { EncryptionContextSubset: contextOf(of.contextId) },
    },
    region,
  );
  if (!answer.ok) return answer.refusal;
  const { GrantId, GrantToken } = answer.output;
  return { region, keyArn: of.keyArn, grantId: String(GrantId), token: String(GrantToken), grantee };
}

/** EC2's identity unwraps the data key by its grant: no caller, no address, no `kms:ViaService`. fact: authorization 8 */
export function unwrap(call: Call<object>, encryption: EbsEncryption, grant: Grant): Refusal | undefined {
  const request = {
    CiphertextBlob: decodeBase64(encryption.wrappedKey),
    EncryptionContext: contextOf(encryption.contextId),
    GrantTokens: [grant.token],
    KeyId: encryption.keyArn,
  };
  const answer = call.call('kms', 'Decrypt', request, { region: grant.region, as: grant.grantee });
  return answer.ok ? undefined : answer.refusal;
}

export function retire(call: Call<object>, grant: Omit<Grant, 'token'>): void {
  const { region, keyArn, grantId, grantee } = grant;
  call.call('kms', 'RetireGrant', { KeyId: keyArn, GrantId: grantId }, { region, as: grantee });
}

/** Unwraps a data key once, under a grant that is gone afterwards. */
export function unwrapOnce(
  call: Call<object>,
  encryption: EbsEncryption,
  name: string,
  region = call.region,
): Refusal | undefined {
  const grant = grantDecrypt(call, encryption, name, region);
  if (isRefusal(grant)) return grant;
  const refusal = unwrap(call, encryption, grant);
  retire(call, grant);
  return refusal;
}

function contextOf(id: string): Readonly<Record<string, string>> {
  return { 'aws:ebs:id': id };
}
