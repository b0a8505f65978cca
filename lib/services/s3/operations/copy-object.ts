import { type Call, define, isRefusal, type Permission, shape } from '../../../aws';
import { needs } from '../../../base';
import {
  type EncryptionRequest,
  encryptionAnswer,
  encryptionConditions,
  planOf,
  refuseEncryption,
} from '../encryption';
import { bucketOf, bucketPermission, bucketVerdict, namedObject, type ObjectRequest } from '../finding';
import { readPermissions } from '../reading';
import { type CopySource, copySource } from '../rules/copy-source';
import { denied, invalidArgument, invalidRequest, noSuchBucket } from '../rules/errors';
import { refuseKey } from '../rules/names';
import {
  bucketName,
  encryptionInput,
  encryptionOutput,
  metadata,
  objectKey,
  serverSideEncryption,
} from '../rules/shapes';
import { openBody } from '../sealing';
import { storeObject } from '../storing';
import { shownVersion } from '../versions';

/**
 * Copies an object: it is decrypted with the caller's permissions and encrypted anew as the target asks, which is how
 * an object gets another key. refuses: NoSuchBucket, AccessDenied, NoSuchKey, InvalidRequest, and what KMS refuses
 */
export const copyObject = define({
  service: 's3',
  name: 'CopyObject',
  about: 'Copies an object, encrypting the copy anew.',
  input: shape.structure(
    {
      Bucket: bucketName,
      ContentType: shape.string(),
      CopySource: shape.string(),
      Key: objectKey,
      Metadata: metadata,
      MetadataDirective: shape.oneOf('COPY', 'REPLACE'),
      ...encryptionInput,
    },
    ['Bucket', 'CopySource', 'Key'],
  ),
  output: shape.structure({
    CopyObjectResult: shape.structure({ ETag: shape.string(), LastModified: shape.timestamp() }),
    CopySourceVersionId: shape.string(),
    VersionId: shape.string(),
    ServerSideEncryption: serverSideEncryption,
    ...encryptionOutput,
  }),
  readOnly: false,
  denied,
  validate: (call) => refuseKey(call.input.Key) ?? refuseEncryption(call.input) ?? refuseSource(call),
  verdict: (call) => {
    const bucket = copySource(call.input.CopySource)?.bucket ?? '';
    return bucketVerdict(call) ?? (bucketOf(call, bucket) ? undefined : noSuchBucket(bucket));
  },
  permissions: (call) => permissionsOf(call),
  resources: (call) => [
    bucketPermission(call, 'PutObject', call.input.Bucket, { key: call.input.Key }).resource,
  ],
  handle: (call) => {
    const { input } = call;
    const from = copySource(input.CopySource);
    const bucket = bucketOf(call, input.Bucket);
    const sourceBucket = from && bucketOf(call, from.bucket);
    needs(from && bucket && sourceBucket, 'both buckets were found before');
    const source = namedObject(call, requestOf(from));
    if (isRefusal(source)) return source;
    const plan = planOf(bucket, input);
    const replaces = input.MetadataDirective === 'REPLACE';
    const asksForChange = replaces || Object.keys(encryptionInput).some((name) => name in input);
    if (from.bucket === input.Bucket && from.key === input.Key && !asksForChange)
      return invalidRequest(NO_CHANGE);
    const body = openBody(call, sourceBucket, source);
    if (isRefusal(body)) return body;
    const kept = replaces ? { contentType: input.ContentType, metadata: input.Metadata } : source;
    const wanted = { key: input.Key, body, contentType: kept.contentType, metadata: kept.metadata };
    const object = storeObject(call, bucket, wanted, plan);
    if (isRefusal(object)) return object;
    return {
      CopyObjectResult: { ETag: object.etag, LastModified: object.lastModifiedMs },
      CopySourceVersionId: shownVersion(sourceBucket, source),
      VersionId: shownVersion(bucket, object),
      ...encryptionAnswer(object.encryption),
    };
  },
});

const NO_CHANGE =
  "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.";

type CopyCall = Call<
  EncryptionRequest & { readonly Bucket: string; readonly Key: string; readonly CopySource: string }
>;

function requestOf({ bucket, key, versionId }: CopySource): ObjectRequest {
  return { Bucket: bucket, Key: key, VersionId: versionId };
}

function refuseSource(call: CopyCall) {
  return copySource(call.input.CopySource)
    ? undefined
    : invalidArgument('Copy Source must mention the source bucket and key: sourcebucket/sourcekey');
}

function permissionsOf(call: CopyCall): readonly Permission[] {
  const { Bucket, Key, CopySource } = call.input;
  const from = copySource(CopySource);
  const conditions = encryptionConditions(call);
  return [
    ...(from ? readPermissions(call, requestOf(from)) : []),
    bucketPermission(call, 'PutObject', Bucket, { key: Key, conditions }),
  ];
}
