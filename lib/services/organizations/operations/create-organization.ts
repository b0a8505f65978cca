import { type AnyOperation, type Call, shape } from '../../../aws';
import type { AccountDirectory } from '../ports';
import { type OrganizationRecord, organizationOfAccount, organizations } from '../records/organization';
import { refuseAs } from '../rules/errors';
import { randomId } from '../rules/ids';
import { organizationsOperation } from '../rules/operation';
import { organization } from '../rules/shapes';
import { attachedFromTheStart } from '../rules/targets';
import { organizationView } from '../rules/views';

const input = shape.structure({ FeatureSet: shape.oneOf('ALL', 'CONSOLIDATED_BILLING') });
type Input = NonNullable<(typeof input)['type']>;

/** With all features SCPs are enabled from the start. refuses: AlreadyInOrganization */
export function createOrganization(directory: AccountDirectory): AnyOperation {
  return organizationsOperation({
    name: 'CreateOrganization',
    about: 'Creates an organization that the account of the caller manages.',
    input,
    output: shape.structure({ Organization: organization }),
    readOnly: false,
    permissions: () => [{ action: 'organizations:CreateOrganization', resource: '*' }],
    handle: (call) => {
      if (organizationOfAccount(call.world, call.principal.account)) {
        return refuseAs('AlreadyInOrganizationException');
      }
      const record = call.world.put(organizations, found(call, directory));
      return { Organization: organizationView(record) };
    },
  });
}

function found(call: Call<Input>, directory: AccountDirectory): OrganizationRecord {
  const { FeatureSet = 'ALL' } = call.input;
  const { account } = call.principal;
  const holder = directory.account(call.world, account);
  const enabled = FeatureSet === 'ALL' ? (['SERVICE_CONTROL_POLICY'] as const) : [];
  const attached = attachedFromTheStart({ enabled });
  const rootId = `r-${randomId(call, 'root', 4)}`;
  return {
    id: `o-${randomId(call, 'organization', 10)}`,
    managementAccount: account,
    featureSet: FeatureSet,
    enabled,
    units: [{ id: rootId, name: 'Root', attached }],
    members: [
      {
        id: account,
        name: holder?.name ?? account,
        email: holder?.email ?? '',
        parentId: rootId,
        joinedMethod: 'INVITED',
        joinedAtMs: call.nowMs,
        attached,
      },
    ],
    policies: [],
    creations: [],
  };
}
