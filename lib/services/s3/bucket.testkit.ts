import { utf8ToBytes } from '../../base';
import { type FakeOptions, fakeCloud, fakeKms, outcome } from '../dynamodb/fake-cloud.testkit';
import { operations } from '.';

/** S3 with a bucket `photos` in eu-west-1, and a KMS that can be told to refuse. */
export function photos(options: Partial<FakeOptions> = {}) {
  const refusing: Parameters<typeof fakeKms>[0] = {};
  const { world, ask } = fakeCloud({ ...options, operations: { s3: operations, kms: fakeKms(refusing) } });
  const answer = (operation: string, input: Record<string, unknown>, where = {}) =>
    outcome(ask('s3', operation, { Bucket: 'photos', ...input }, where));
  /** KMS calls since the last look: operation and encryption context. */
  let seen = 0;
  const kmsCalls = () => {
    const calls = world.log.since(seen).filter(({ request }) => request.service === 'kms');
    seen = world.log.head;
    return calls.map(({ request }) => [
      request.operation,
      request.input.EncryptionContext,
      request.source?.via?.[0],
      request.region,
    ]);
  };
  answer('CreateBucket', { CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } });
  return { world, answer, kmsCalls, refusing };
}

export const text = utf8ToBytes;
