import type { AwsWorld } from '../../aws';
import { type AccountRecord, accounts } from './records/account';
import { iamArn } from './records/holder';
import { roles } from './records/role';
import { UNIQUE_ID_BYTES, uniqueId } from './rules/unique-ids';

/** An account that an organization makes. */
export interface MemberAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The role through which the management account administers it. */
  readonly roleName: string;
  /** Whom that role trusts. */
  readonly managementAccount: string;
}

type Random = (purpose: string, length: number) => Uint8Array;

/** Makes the account with nothing in it but the role that its organization reaches it by. */
export function createMemberAccount(world: AwsWorld, wanted: MemberAccount, random: Random): void {
  const { id, name, email, roleName, managementAccount } = wanted;
  world.put(accounts, { id, name, email, createdAtMs: world.nowMs });
  world.put(roles, {
    arn: iamArn(id, `role/${roleName}`),
    account: id,
    path: '/',
    name: roleName,
    roleId: uniqueId('AROA', random('unique-id/AROA', UNIQUE_ID_BYTES)),
    createdAtMs: world.nowMs,
    inline: {},
    attached: [iamArn('aws', 'policy/AdministratorAccess')],
    trustPolicy: trustIn(managementAccount),
    maxSessionSeconds: 3600,
    tags: [],
  });
}

function trustIn(account: string): string {
  const Principal = { AWS: iamArn(account, 'root') };
  const statement = { Effect: 'Allow', Principal, Action: 'sts:AssumeRole' };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

export function isEmailTaken(world: AwsWorld, email: string): boolean {
  return world.table(accounts).countBy('email', email.toLowerCase()) > 0;
}

export function accountOf(world: AwsWorld, id: string): AccountRecord | undefined {
  return world.table(accounts).get(id);
}
