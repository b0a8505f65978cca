import { define, shape } from '../../../aws';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { NEW_BUCKET_ENCRYPTION } from '../records/bucket';
import { denied } from '../rules/errors';
import { bucketName, encryptionConfiguration } from '../rules/shapes';

export const getBucketEncryption = define({
  service: 's3',
  name: 'GetBucketEncryption',
  about: 'Shows the default encryption of a bucket.',
  input: shape.structure({ Bucket: bucketName }, ['Bucket']),
  output: shape.structure({ ServerSideEncryptionConfiguration: encryptionConfiguration }),
  readOnly: true,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'GetEncryptionConfiguration', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'GetEncryptionConfiguration', call.input.Bucket).resource],
  handle: (call) => {
    const { encryption = NEW_BUCKET_ENCRYPTION } = bucketOf(call, call.input.Bucket) ?? {};
    const blocked = encryption.blockedTypes as readonly ('NONE' | 'SSE-C')[];
    const rule = {
      ApplyServerSideEncryptionByDefault: {
        SSEAlgorithm: encryption.algorithm,
        KMSMasterKeyID: encryption.keyId,
      },
      BucketKeyEnabled: encryption.bucketKey,
      BlockedEncryptionTypes: { EncryptionType: blocked },
    };
    return { ServerSideEncryptionConfiguration: { Rules: [rule] } };
  },
});
