import type { AwsWorld } from '../../aws';
import { purposeOf, seededBytes } from '../../base';
import { type AccessKeyRecord, accessKeys } from './records/access-key';
import { type AccountRecord, accounts } from './records/account';
import { iamArn } from './records/holder';
import { type UserRecord, users } from './records/user';
import {
  ACCESS_KEY_BYTES,
  accessKeyIdOf,
  SECRET_BYTES,
  secretOf,
  UNIQUE_ID_BYTES,
  uniqueId,
} from './rules/unique-ids';

/** An account a lab begins with. */
export interface SeedAccount {
  /** Twelve digits. */
  readonly account: string;
  /** An administrator. Without one the account is reached by its root user's key or by a role. */
  readonly user?: string | undefined;
  /** `Account 111122223333` where left out. */
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

export interface SeededAccount {
  readonly account: AccountRecord;
  /** differs: the root user has an access key from the start, so that a lab can act as root */
  readonly rootKey: AccessKeyRecord;
  readonly user?: UserRecord | undefined;
  readonly userKey?: AccessKeyRecord | undefined;
}

const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

/** Puts an account into the world, inside the caller's transaction. Its ids and keys are alike in every world. */
export function seedAccount(world: AwsWorld, seed: SeedAccount): SeededAccount {
  const { account: id, user: userName } = seed;
  const account = world.put(accounts, {
    id,
    name: seed.name ?? `Account ${id}`,
    email: seed.email ?? `account-${id}@example.com`,
    createdAtMs: world.nowMs,
  });
  const rootKey = putKey(world, id, 'root');
  if (userName === undefined) return { account, rootKey };
  const user = world.put(users, {
    arn: iamArn(id, `user/${userName}`),
    account: id,
    path: '/',
    name: userName,
    userId: uniqueId('AIDA', draw(id, userName, 'user-id', UNIQUE_ID_BYTES)),
    createdAtMs: world.nowMs,
    inline: {},
    attached: [ADMINISTRATOR],
    tags: [],
    groups: [],
  });
  return { account, rootKey, user, userKey: putKey(world, id, userName, user.arn) };
}

/** The access key id of a user, or of `root`, that an account begins with. */
export function seedAccessKeyId(account: string, name: string): string {
  return accessKeyIdOf('AKIA', account, draw(account, name, 'access-key', ACCESS_KEY_BYTES));
}

function putKey(world: AwsWorld, account: string, name: string, userArn?: string): AccessKeyRecord {
  return world.put(accessKeys, {
    accessKeyId: seedAccessKeyId(account, name),
    secretAccessKey: secretOf(draw(account, name, 'secret', SECRET_BYTES)),
    account,
    userArn,
    status: 'Active',
    createdAtMs: world.nowMs,
  });
}

/** Not of the world's seed: guides and share links name these keys. */
function draw(account: string, name: string, purpose: string, length: number): Uint8Array {
  return seededBytes('accounts a lab begins with', purposeOf(account, name, purpose), length);
}
