import { define, isRefusal, refuse, shape } from '../../../aws';
import { bucketArn } from '../finding';
import { buckets, NEW_BUCKET_ENCRYPTION } from '../records/bucket';
import { denied } from '../rules/errors';
import { bucketRegion, refuseBucketName } from '../rules/names';
import { bucketName } from '../rules/shapes';

/**
 * Makes a bucket. Its name is taken for everybody.
 * refuses: InvalidBucketName, location constraints, BucketAlreadyExists, BucketAlreadyOwnedByYou (not in us-east-1)
 */
export const createBucket = define({
  service: 's3',
  name: 'CreateBucket',
  about: 'Creates a bucket in a Region.',
  input: shape.structure(
    {
      Bucket: bucketName,
      CreateBucketConfiguration: shape.structure({ LocationConstraint: shape.string() }),
    },
    ['Bucket'],
  ),
  output: shape.structure({ Location: shape.string() }),
  readOnly: false,
  denied,
  permissions: (call) => [{ action: 's3:CreateBucket', resource: bucketArn(call.region, call.input.Bucket) }],
  resources: (call) => [bucketArn(call.region, call.input.Bucket)],
  handle: (call) => {
    const { input, world, principal } = call;
    const name = input.Bucket;
    const badName = refuseBucketName(name);
    if (badName) return badName;
    const region = bucketRegion(call.region, input.CreateBucketConfiguration?.LocationConstraint);
    if (isRefusal(region)) return region;
    const Location = region === 'us-east-1' ? `/${name}` : `http://${name}.s3.amazonaws.com/`;
    const taken = world.table(buckets).get(name);
    if (taken && taken.account !== principal.account) return refuse('BucketAlreadyExists', TAKEN, 409);
    // The oldest Region says yes a second time and changes nothing.
    if (taken)
      return region === 'us-east-1' && taken.region === region
        ? { Location }
        : refuse('BucketAlreadyOwnedByYou', OWNED, 409);
    world.put(buckets, {
      name,
      account: principal.account,
      region,
      createdAtMs: call.nowMs,
      encryption: NEW_BUCKET_ENCRYPTION,
    });
    return { Location };
  },
});

const TAKEN =
  'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.';
const OWNED = 'Your previous request to create the named bucket succeeded and you already own it.';
