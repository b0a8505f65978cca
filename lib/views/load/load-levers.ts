import type { AwsWorld } from '../../aws';
import { isRunning, type LoadGenerator, quotaCodeOf } from '../../cloud';
import { buckets } from '../../services/s3';
import type { LeverView } from '../model';

/** What would change a generator's curves, each with its command; those that need it to run only while it does. */
export function leversOf(world: AwsWorld, generator: LoadGenerator, perSecond: number): readonly LeverView[] {
  const { service } = generator;
  const levers: LeverView[] = [];
  if (service === 's3') levers.push(...bucketLevers(world, generator));
  if (isRunning(generator)) {
    if (service === 'encryption-sdk') levers.push(cacheLever(generator));
    levers.push(retryLever(generator));
  }
  levers.push(...quotaLever(generator, perSecond));
  return levers;
}

function bucketLevers(world: AwsWorld, { bucket = '', region }: LoadGenerator): readonly LeverView[] {
  const held = world.table(buckets).get(bucket)?.encryption;
  if (held?.algorithm !== 'aws:kms') return [];
  const on = !held.bucketKey;
  const rule = {
    ApplyServerSideEncryptionByDefault: {
      SSEAlgorithm: held.algorithm,
      ...(held.keyId === undefined ? {} : { KMSMasterKeyID: held.keyId }),
    },
    BucketKeyEnabled: on,
  };
  return [
    {
      id: 'bucket-key',
      label: on ? 'Turn the Bucket Key on' : 'Turn the Bucket Key off',
      says: on
        ? 'One KMS request for each requester and stretch of time instead of one for each object. The encryption context becomes the bucket, and a revoked caller keeps access until the bucket-level key expires.'
        : 'A KMS request for each object again.',
      command: `aws s3api put-bucket-encryption --region ${region} --bucket ${bucket} --server-side-encryption-configuration '${JSON.stringify({ Rules: [rule] })}'`,
    },
  ];
}

function cacheLever({ name, region, cache }: LoadGenerator): LeverView {
  return cache
    ? {
        id: 'cache',
        label: 'Take the data-key cache away',
        says: 'Each message asks KMS again: more calls, and one data key opens one message.',
        command: `lab load change ${name} --region ${region} --no-cache`,
      }
    : {
        id: 'cache',
        label: 'Cache data keys',
        says: 'Messages of one tenant share a data key for a while: fewer calls, and a wider blast radius.',
        command: `lab load change ${name} --region ${region} --cache-max-age 2m --cache-max-messages 500`,
      };
}

function retryLever({ name, region, retries }: LoadGenerator): LeverView {
  const calm = retries.jitter === 'full' && retries.backoffTicks >= 100 && retries.mode !== 'loop';
  return calm
    ? {
        id: 'retries',
        label: 'Hold back at the client',
        says: 'Adaptive retries send less while they are throttled: requests wait at the client instead of being refused.',
        command: `lab load change ${name} --region ${region} --retries adaptive`,
      }
    : {
        id: 'retries',
        label: 'Back off with jitter',
        says: 'Retries spread over time and pay from a retry quota. They hide the limit and do not raise it.',
        command: `lab load change ${name} --region ${region} --retries standard --attempts 3 --backoff 1s --jitter full`,
      };
}

function quotaLever({ pool, region }: LoadGenerator, perSecond: number): readonly LeverView[] {
  const code = quotaCodeOf(pool);
  if (code === undefined) return [];
  return [
    {
      id: 'quota',
      label: 'Ask for twice the quota',
      says: 'Free of charge, and not at once: the request is looked at first. The bill grows with what is admitted.',
      command: `aws service-quotas request-service-quota-increase --region ${region} --service-code kms --quota-code ${code} --desired-value ${perSecond * 2}`,
    },
  ];
}
