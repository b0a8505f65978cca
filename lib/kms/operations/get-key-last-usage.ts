import { shape } from '../../aws';
import { eventIdOf, purposeOfCommit, requestIdOf } from '../../pipeline';
import { declare } from '../declaring/declare';
import { lastUsageOf } from '../keys/last-usage';
import { keyId } from '../rules/shapes';

/**
 * Says when a key was last used for cryptography. Nothing recorded gives an empty structure.
 * fact: kms-engine 1.6. assumed: KeyId is the key's ARN; the event is the one in the trail of the key's own account.
 * differs: known at once, where AWS may take an hour
 */
export const getKeyLastUsage = declare({
  name: 'GetKeyLastUsage',
  about: 'Shows when a KMS key was last used in a cryptographic operation.',
  input: shape.structure({ KeyId: keyId }, ['KeyId']),
  output: shape.structure({
    KeyId: shape.string(),
    KeyLastUsage: shape.structure({
      Operation: shape.string(),
      Timestamp: shape.timestamp(),
      CloudTrailEventId: shape.string(),
      KmsRequestId: shape.string(),
    }),
    TrackingStartDate: shape.timestamp(),
    KeyCreationDate: shape.timestamp(),
  }),
  readOnly: true,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  handle: ({ call, keys: { key } }) => {
    const usage = lastUsageOf(call.world, key.arn);
    return {
      KeyId: key.arn,
      KeyLastUsage: usage
        ? {
            Operation: usage.operation,
            Timestamp: usage.atMs,
            CloudTrailEventId: eventIdOf(usage.commit, call.world.seed, key.account),
            KmsRequestId: requestIdOf(call.world.seed, purposeOfCommit(usage.commit)),
          }
        : {},
      TrackingStartDate: key.createdAtMs,
      KeyCreationDate: key.createdAtMs,
    };
  },
});
