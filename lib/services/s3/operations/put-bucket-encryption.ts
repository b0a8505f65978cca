import { define, type Refusal, shape } from '../../../aws';
import { bucketOf, bucketPermission, bucketVerdict } from '../finding';
import { buckets } from '../records/bucket';
import { denied, invalidArgument, malformedXml } from '../rules/errors';
import { bucketName, encryptionConfiguration } from '../rules/shapes';

type Configuration = NonNullable<(typeof encryptionConfiguration)['type']>;

/**
 * Sets how new objects are encrypted when a request says nothing; objects that are there stay as they are.
 * refuses: NoSuchBucket, AccessDenied, MalformedXML, InvalidArgument
 */
export const putBucketEncryption = define({
  service: 's3',
  name: 'PutBucketEncryption',
  about: 'Sets the default encryption of a bucket, and whether it uses a Bucket Key.',
  input: shape.structure({ Bucket: bucketName, ServerSideEncryptionConfiguration: encryptionConfiguration }, [
    'Bucket',
    'ServerSideEncryptionConfiguration',
  ]),
  readOnly: false,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => [bucketPermission(call, 'PutEncryptionConfiguration', call.input.Bucket)],
  resources: (call) => [bucketPermission(call, 'PutEncryptionConfiguration', call.input.Bucket).resource],
  validate: (call) => refuseConfiguration(call.input.ServerSideEncryptionConfiguration),
  handle: (call) => {
    const bucket = bucketOf(call, call.input.Bucket);
    const [rule] = call.input.ServerSideEncryptionConfiguration.Rules;
    if (!bucket || !rule) return malformedXml();
    const { SSEAlgorithm, KMSMasterKeyID } = rule.ApplyServerSideEncryptionByDefault ?? {};
    call.world.put(buckets, {
      ...bucket,
      encryption: {
        algorithm: SSEAlgorithm ?? bucket.encryption.algorithm,
        keyId: KMSMasterKeyID,
        bucketKey: rule.BucketKeyEnabled ?? false,
        blockedTypes: rule.BlockedEncryptionTypes?.EncryptionType ?? bucket.encryption.blockedTypes,
      },
    });
    return {};
  },
});

function refuseConfiguration({ Rules }: Configuration): Refusal | undefined {
  const [rule, second] = Rules;
  if (!rule || second) return malformedXml();
  const { SSEAlgorithm, KMSMasterKeyID } = rule.ApplyServerSideEncryptionByDefault ?? {};
  if (SSEAlgorithm === 'AES256' && KMSMasterKeyID !== undefined) {
    return invalidArgument(
      'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
    );
  }
  return undefined;
}
