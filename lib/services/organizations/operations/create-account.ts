import { type AnyOperation, type Call, isRefusal, shape } from '../../../aws';
import type { AccountDirectory } from '../ports';
import { type AccountCreation, type OrganizationRecord, rootOf } from '../records/organization';
import { changeOrganization } from '../rules/callers';
import { freshAccountId, randomId } from '../rules/ids';
import { organizationsOperation } from '../rules/operation';
import { accountName, createAccountStatus, email } from '../rules/shapes';
import { attachedFromTheStart } from '../rules/targets';

const input = shape.structure(
  {
    Email: email,
    AccountName: accountName,
    RoleName: shape.string({ max: 64, pattern: '[\\w+=,.@-]{1,64}' }),
    IamUserAccessToBilling: shape.oneOf('ALLOW', 'DENY'),
  },
  ['Email', 'AccountName'],
);
type Input = NonNullable<(typeof input)['type']>;

/**
 * An address that another account has shows in DescribeCreateAccountStatus, as at AWS.
 * differs: the account is there at once, though the answer says that it is under way.
 * refuses: AWSOrganizationsNotInUse, AccessDenied
 */
export function createAccount(directory: AccountDirectory): AnyOperation {
  return organizationsOperation({
    name: 'CreateAccount',
    about: 'Creates a member account, with a role through which it is administered.',
    input,
    output: shape.structure({ CreateAccountStatus: createAccountStatus }),
    readOnly: false,
    permissions: () => [{ action: 'organizations:CreateAccount', resource: '*' }],
    handle: (call) => {
      const id = `car-${randomId(call, 'creation', 32)}`;
      const changed = changeOrganization(call, (organization) => order(call, directory, organization, id));
      if (isRefusal(changed)) return changed;
      return {
        CreateAccountStatus: {
          Id: id,
          AccountName: call.input.AccountName,
          State: 'IN_PROGRESS' as const,
          RequestedTimestamp: call.nowMs,
        },
      };
    },
  });
}

function order(
  call: Call<Input>,
  directory: AccountDirectory,
  organization: OrganizationRecord,
  id: string,
): OrganizationRecord {
  const { Email, AccountName, RoleName } = call.input;
  const ordered: AccountCreation = { id, accountName: AccountName, requestedAtMs: call.nowMs };
  const { creations } = organization;
  if (directory.isEmailTaken(call.world, Email)) {
    return { ...organization, creations: [...creations, { ...ordered, failure: 'EMAIL_ALREADY_EXISTS' }] };
  }
  const accountId = freshAccountId(call, directory);
  directory.create(
    call.world,
    {
      id: accountId,
      name: AccountName,
      email: Email,
      roleName: RoleName ?? 'OrganizationAccountAccessRole',
      managementAccount: organization.managementAccount,
    },
    (purpose, length) => call.random(purpose, length),
  );
  const member = {
    id: accountId,
    name: AccountName,
    email: Email,
    parentId: rootOf(organization).id,
    joinedMethod: 'CREATED' as const,
    joinedAtMs: call.nowMs,
    attached: attachedFromTheStart(organization),
  };
  return {
    ...organization,
    members: [...organization.members, member],
    creations: [...creations, { ...ordered, accountId }],
  };
}
