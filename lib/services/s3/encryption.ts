import { type Call, type Refusal, regionalArn } from '../../aws';
import { bytesToUtf8, decodeBase64, isObject } from '../../base';
import type { BucketRecord, SseAlgorithm } from './records/bucket';
import type { ObjectEncryption } from './records/object';
import { invalidArgument } from './rules/errors';

/** Members by which a write asks for encryption. */
export interface EncryptionRequest {
  readonly ServerSideEncryption?: SseAlgorithm;
  readonly SSEKMSKeyId?: string;
  /** Base64 of a JSON object of further pairs for the encryption context. */
  readonly SSEKMSEncryptionContext?: string;
  readonly BucketKeyEnabled?: boolean;
}

/** What an object is to be encrypted with. */
export interface EncryptionPlan {
  readonly algorithm: SseAlgorithm;
  /** The KMS key as KMS is to be asked for it; only with a KMS algorithm. */
  readonly keyId: string;
  readonly bucketKey: boolean;
  readonly pairs: Readonly<Record<string, string>>;
}

/** The key of a request that names none. fact: services 2 */
const MANAGED_KEY = 'alias/aws/s3';

/** The request's wish before the bucket's default. fact: services 2 (key resolution; no Bucket Key with DSSE-KMS) */
export function planOf(bucket: BucketRecord, request: EncryptionRequest): EncryptionPlan {
  const algorithm = request.ServerSideEncryption ?? bucket.encryption.algorithm;
  const asked = request.BucketKeyEnabled ?? bucket.encryption.bucketKey;
  return {
    algorithm,
    keyId: request.SSEKMSKeyId ?? bucket.encryption.keyId ?? MANAGED_KEY,
    bucketKey: asked && algorithm === 'aws:kms',
    pairs: pairsOf(request.SSEKMSEncryptionContext) ?? {},
  };
}

export function refuseEncryption(request: EncryptionRequest): Refusal | undefined {
  const { ServerSideEncryption: algorithm, SSEKMSKeyId: keyId, SSEKMSEncryptionContext: context } = request;
  if ((keyId !== undefined || context !== undefined) && (!algorithm || algorithm === 'AES256')) {
    return invalidArgument(
      'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
    );
  }
  if (context !== undefined && !pairsOf(context)) {
    return invalidArgument(
      'The header x-amz-server-side-encryption-context shall be Base64-encoded UTF-8 string holding JSON which represents a string-string map',
    );
  }
  return undefined;
}

function pairsOf(text: string | undefined): Readonly<Record<string, string>> | undefined {
  const json = text === undefined ? undefined : bytesToUtf8(decodeBase64(text) ?? Uint8Array.of(0xff));
  if (json === undefined) return undefined;
  try {
    const pairs: unknown = JSON.parse(json);
    const fits = isObject(pairs) && Object.values(pairs).every((value) => typeof value === 'string');
    return fits ? (pairs as Record<string, string>) : undefined;
  } catch {
    return undefined;
  }
}

/** Condition keys of a write. assumed: a key given by its id is compared as its ARN in the caller's account */
export function encryptionConditions(
  call: Call<EncryptionRequest>,
): Readonly<Record<string, string[] | undefined>> {
  const { ServerSideEncryption: algorithm, SSEKMSKeyId: keyId } = call.input;
  const arn =
    keyId === undefined || keyId.startsWith('arn:')
      ? keyId
      : regionalArn(
          'kms',
          call.region,
          call.principal.account,
          keyId.startsWith('alias/') ? keyId : `key/${keyId}`,
        );
  return {
    's3:x-amz-server-side-encryption': algorithm && [algorithm],
    's3:x-amz-server-side-encryption-aws-kms-key-id': arn ? [arn] : undefined,
  };
}

/** What an answer says of an object's encryption. */
export function encryptionAnswer({ algorithm, keyArn, bucketKey }: ObjectEncryption) {
  return {
    ServerSideEncryption: algorithm,
    SSEKMSKeyId: keyArn,
    BucketKeyEnabled: bucketKey || undefined,
  };
}
