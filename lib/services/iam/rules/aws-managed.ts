import type { ManagedPolicy } from '../records/policy';
import { AWS_MANAGED, type AwsManagedText } from './aws-managed-texts';
import { SERVICE_ROLE_POLICIES } from './service-role-texts';

/** assumed: one date for all of them; when AWS last changed each is of no use here */
const MADE_AT_MS = Date.UTC(2015, 1, 6, 18, 39, 46);

/** AWS's own policies that the lab's stories use, by ARN: the same in every world, so they are no records. */
export const awsManagedPolicies: ReadonlyMap<string, ManagedPolicy> = new Map(
  [...AWS_MANAGED, ...SERVICE_ROLE_POLICIES].map(managed).map((policy) => [policy.arn, policy]),
);

function managed({ name, path = '/', id, description, statements }: AwsManagedText): ManagedPolicy {
  const document = JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 4);
  return {
    arn: `arn:aws:iam::aws:policy${path}${name}`,
    policyId: id,
    account: 'aws',
    path,
    name,
    description,
    createdAtMs: MADE_AT_MS,
    updatedAtMs: MADE_AT_MS,
    versions: [{ id: 'v1', document, createdAtMs: MADE_AT_MS }],
    defaultVersion: 'v1',
    lastVersion: 1,
    tags: [],
  };
}
