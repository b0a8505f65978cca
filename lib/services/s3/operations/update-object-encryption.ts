import { type Call, define, isRefusal, parseArn, type Refusal, refuse, shape } from '../../../aws';
import { needs } from '../../../base';
import { bucketOf, bucketPermission, bucketVerdict, namedObject } from '../finding';
import type { BucketRecord } from '../records/bucket';
import { rewrapped } from '../rewrapping';
import { denied, invalidRequest } from '../rules/errors';
import { bucketName, objectKey } from '../rules/shapes';
import { replaceVersion } from '../versions';

const KEY_ARN = /^arn:aws[a-zA-Z0-9-]*:kms:[a-z0-9-]+:[0-9]{12}:key\/[a-zA-Z0-9-]+$/;

const input = shape.structure(
  {
    Bucket: bucketName,
    Key: objectKey,
    VersionId: shape.string(),
    ObjectEncryption: shape.structure({
      SSEKMS: shape.structure({ KMSKeyArn: shape.string(), BucketKeyEnabled: shape.boolean() }, [
        'KMSKeyArn',
      ]),
    }),
  },
  ['Bucket', 'Key', 'ObjectEncryption'],
);
type Input = NonNullable<(typeof input)['type']>;

/**
 * Puts an object that is there under another KMS key, without moving it: ETag and date stay, nothing is replicated.
 * fact: services 2. refuses: NoSuchBucket, AccessDenied, NoSuchKey, NoSuchVersion, InvalidRequest, and what KMS refuses
 */
export const updateObjectEncryption = define({
  service: 's3',
  name: 'UpdateObjectEncryption',
  about: 'Changes the KMS key of an object that is there, or gives it a Bucket Key, without copying it.',
  input,
  readOnly: false,
  denied,
  validate: (call) => refuseKey(call.input),
  verdict: bucketVerdict,
  permissions: (call) => [permission(call, 'PutObject'), permission(call, 'UpdateObjectEncryption')],
  resources: (call) => [permission(call, 'PutObject').resource],
  handle: (call) => {
    const bucket = bucketOf(call, call.input.Bucket);
    const wanted = call.input.ObjectEncryption.SSEKMS;
    needs(bucket && wanted, 'bucket and key were looked at before');
    const object = namedObject(call, call.input);
    if (isRefusal(object)) return object;
    if (object.encryption.algorithm === 'aws:kms:dsse') return invalidRequest(DOUBLE);
    const refusal = refuseForeign(bucket, wanted.KMSKeyArn);
    if (refusal) return refusal;
    const { KMSKeyArn: keyArn, BucketKeyEnabled: bucketKey = false } = wanted;
    const sealed = rewrapped(call, bucket, object, { keyArn, bucketKey });
    if (isRefusal(sealed)) return sealed;
    replaceVersion(call.world, { ...object, ...sealed });
    return undefined as never;
  },
});

function permission(call: Call<Input>, action: string) {
  return bucketPermission(call, action, call.input.Bucket, { key: call.input.Key });
}

function refuseKey({ ObjectEncryption: { SSEKMS } }: Input): Refusal | undefined {
  if (!SSEKMS) return invalidRequest(NO_TYPE);
  return KEY_ARN.test(SSEKMS.KMSKeyArn) ? undefined : invalidRequest(NO_ARN);
}

/** differs: an account cannot be approved to use the keys of its whole organization */
function refuseForeign(bucket: BucketRecord, keyArn: string): Refusal | undefined {
  return parseArn(keyArn)?.account === bucket.account ? undefined : refuse('AccessDenied', FOREIGN, 403);
}

const DOUBLE =
  "The UpdateObjectEncryption operation doesn't support source objects with the encryption type DSSE-KMS or SSE-C. Only source objects encrypted with SSE-S3 or SSE-KMS are supported.";
const NO_TYPE =
  'Requests that modify an object encryption configuration require a valid new encryption type. Valid values are SSEKMS. Modify the request to specify SSE-KMS for the updated encryption type, and then try again.';
const NO_ARN =
  "Requests that modify an object's encryption type to SSE-KMS require a valid AWS KMS key Amazon Resource Name (ARN). Confirm that you have a correctly formatted KMS key ARN in your request, and then try again.";
const FOREIGN =
  'The AWS KMS key in the request must be owned by the same account as the bucket. Modify the request to specify a KMS key from the same account, and then try again.';
