import { type AwsWorld, parseArn } from '../../aws';
import { accounts } from './records/account';
import { type RoleRecord, roles } from './records/role';
import { users } from './records/user';

/**
 * Whether a policy may name this principal: an account or its root, a user, a role, a session of a role that
 * exists, a federated user of an account that exists. fact: authorization 4. assumed: only the lab's accounts exist
 */
export function principalExists(world: AwsWorld, principal: string): boolean {
  if (/^\d{12}$/.test(principal)) return isAccount(world, principal);
  if (uniqueIdExists(world, principal)) return true;
  const arn = parseArn(principal);
  if (arn?.region !== '') return false;
  const [kind, name] = arn.resource.split('/');
  if (arn.service === 'sts' && kind === 'assumed-role') {
    return name === EC2_INFRASTRUCTURE
      ? isAccount(world, arn.account)
      : hasRoleNamed(world, arn.account, name ?? '');
  }
  if (arn.service === 'sts' && kind === 'federated-user') return isAccount(world, arn.account);
  if (arn.service !== 'iam') return false;
  if (arn.resource === 'root') return isAccount(world, arn.account);
  return uniqueIdOf(world, principal) !== undefined;
}

/** As this every account's instances ask KMS for the data keys of their volumes. It is a role that IAM does not list. */
const EC2_INFRASTRUCTURE = 'aws:ec2-infrastructure';

/** `AIDA...` or `AROA...` of the user or role with this ARN. */
export function uniqueIdOf(world: AwsWorld, arn: string): string | undefined {
  return world.table(users).get(arn)?.userId ?? world.table(roles).get(arn)?.roleId;
}

/** The role with this ARN, path included. */
export function roleOf(world: AwsWorld, arn: string): RoleRecord | undefined {
  return world.table(roles).get(arn);
}

function uniqueIdExists(world: AwsWorld, id: string): boolean {
  return world.table(users).countBy('uniqueId', id) > 0 || world.table(roles).countBy('uniqueId', id) > 0;
}

function isAccount(world: AwsWorld, account: string): boolean {
  return world.table(accounts).get(account) !== undefined;
}

function hasRoleNamed(world: AwsWorld, account: string, name: string): boolean {
  return world.table(roles).countBy('name', `${account}/${name.toLowerCase()}`) > 0;
}
