import { define, isRefusal, shape } from '../../../aws';
import { needs } from '../../../base';
import { encryptionAnswer, encryptionConditions, planOf, refuseEncryption } from '../encryption';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { denied } from '../rules/errors';
import { refuseKey } from '../rules/names';
import {
  bucketName,
  encryptionInput,
  encryptionOutput,
  metadata,
  objectKey,
  serverSideEncryption,
} from '../rules/shapes';
import { storeObject } from '../storing';
import { shownVersion } from '../versions';

/**
 * Stores an object; with SSE-KMS the caller needs kms:GenerateDataKey too.
 * refuses: NoSuchBucket, AccessDenied, InvalidArgument, and what KMS refuses. fact: services 1, 2
 */
export const putObject = define({
  service: 's3',
  name: 'PutObject',
  about: 'Stores an object in a bucket, encrypted at rest.',
  input: shape.structure(
    {
      Body: shape.blob(),
      Bucket: bucketName,
      ContentType: shape.string(),
      Key: objectKey,
      Metadata: metadata,
      ...encryptionInput,
    },
    ['Bucket', 'Key'],
  ),
  output: shape.structure({
    ETag: shape.string(),
    ServerSideEncryption: serverSideEncryption,
    VersionId: shape.string(),
    ...encryptionOutput,
  }),
  readOnly: false,
  denied,
  validate: (call) => refuseKey(call.input.Key) ?? refuseEncryption(call.input),
  verdict: bucketVerdict,
  permissions: (call) => {
    const { Bucket, Key } = call.input;
    return [
      bucketPermission(call, 'PutObject', Bucket, { key: Key, conditions: encryptionConditions(call) }),
    ];
  },
  resources: (call) => [
    bucketPermission(call, 'PutObject', call.input.Bucket, { key: call.input.Key }).resource,
  ],
  handle: (call) => {
    const { input } = call;
    const bucket = bucketOf(call, input.Bucket);
    needs(bucket, 'the bucket was found before');
    const wanted = {
      key: input.Key,
      body: input.Body,
      contentType: input.ContentType,
      metadata: input.Metadata,
    };
    const object = storeObject(call, bucket, wanted, planOf(bucket, input));
    if (isRefusal(object)) return object;
    const { ServerSideEncryption, ...more } = encryptionAnswer(object.encryption);
    return {
      ETag: object.etag,
      ServerSideEncryption,
      VersionId: shownVersion(bucket, object),
      SSEKMSEncryptionContext: input.SSEKMSEncryptionContext,
      ...more,
    };
  },
});
