import { type AwsWorld, shape } from '../../../aws';
import { type ManagedPolicy, policies } from '../records/policy';
import { awsManagedPolicies } from '../rules/aws-managed';
import { onAll } from '../rules/holders';
import { iamOperation } from '../rules/operation';
import { listed } from '../rules/pages';
import { asked, ends, policy, policyPath } from '../rules/shapes';
import { boundedBy, holdersOf, policyView } from '../rules/views';

const input = shape.structure({
  Scope: shape.oneOf('All', 'AWS', 'Local'),
  OnlyAttached: shape.boolean(),
  PathPrefix: policyPath,
  PolicyUsageFilter: shape.oneOf('PermissionsPolicy', 'PermissionsBoundary'),
  ...asked,
});
type Input = NonNullable<(typeof input)['type']>;

export const listPolicies = iamOperation({
  name: 'ListPolicies',
  about: 'Lists managed policies: those of the account, those of AWS, or both.',
  input,
  output: shape.structure({ Policies: shape.list(policy), ...ends }),
  readOnly: true,
  permissions: (call) => [onAll('iam:ListPolicies', call, 'policy')],
  handle: (call) => {
    const { world } = call;
    const { account } = call.principal;
    const { Scope = 'All', PathPrefix = '/' } = call.input;
    const local = Scope === 'AWS' ? [] : world.table(policies).by('account', account);
    const all = [...local, ...(Scope === 'Local' ? [] : awsManagedPolicies.values())];
    const wanted = all.filter(
      (policy) => policy.path.startsWith(PathPrefix) && isUsed(world, account, policy, call.input),
    );
    return listed('Policies', wanted, call.input, (policy) => policyView(world, account, policy));
  },
});

function isUsed(world: AwsWorld, account: string, { arn }: ManagedPolicy, asked: Input): boolean {
  const { OnlyAttached = false, PolicyUsageFilter } = asked;
  const permits = holdersOf(world, account, arn).length > 0;
  const bounds = boundedBy(world, account, arn).length > 0;
  if (PolicyUsageFilter === 'PermissionsPolicy') return permits;
  if (PolicyUsageFilter === 'PermissionsBoundary') return bounds;
  return !OnlyAttached || permits || bounds;
}
