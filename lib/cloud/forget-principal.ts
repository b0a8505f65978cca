import type { AwsWorld } from '../aws';
import { forgetPrincipal as forgetInKeys } from '../kms';
import { renamePrincipal } from '../policy';
import { buckets } from '../services/s3';
import { secrets } from '../services/secretsmanager';
import { topics } from '../services/sns';
import { queues } from '../services/sqs';
import type { TableDefinition } from '../world';

type Forget = (world: AwsWorld, arn: string, uniqueId: string) => void;

/**
 * A user or role is gone: whatever policy names it as a principal shows its unique id from now on, and means nobody. IAM
 * itself sees to the trust policies. fact: authorization 4
 */
export const forgetPrincipal: Forget = (...gone) => {
  for (const forget of FORGETTING) forget(...gone);
};

const FORGETTING: readonly Forget[] = [
  forgetInKeys,
  forgetIn(
    buckets,
    ({ policy }) => policy,
    (bucket, policy) => ({ ...bucket, policy }),
  ),
  forgetIn(
    secrets,
    ({ policy }) => policy,
    (secret, policy) => ({ ...secret, policy }),
  ),
  forgetIn(topics, policyAttribute, withPolicyAttribute),
  forgetIn(queues, policyAttribute, withPolicyAttribute),
];

interface Attributed {
  readonly attributes: Readonly<Record<string, string>>;
}

function policyAttribute({ attributes }: Attributed): string | undefined {
  return attributes.Policy;
}

function withPolicyAttribute<R extends Attributed>(record: R, Policy: string): R {
  return { ...record, attributes: { ...record.attributes, Policy } };
}

/** In the policies that a service keeps with its resources. */
function forgetIn<R extends object>(
  table: TableDefinition<R>,
  policyOf: (record: R) => string | undefined,
  withPolicy: (record: R, policy: string) => R,
): Forget {
  return (world, arn, uniqueId) => {
    for (const record of world.table(table).all()) {
      const policy = policyOf(record);
      const renamed = policy === undefined ? undefined : renamePrincipal(policy, arn, uniqueId);
      if (renamed !== undefined && renamed !== policy) world.put(table, withPolicy(record, renamed));
    }
  };
}
