import type { Call, Refusal } from '../../../aws';
import { iamArn, type PolicyHolder } from '../records/holder';
import { alreadyExists, quotaExceeded } from './errors';
import type { HolderKind } from './holders';
import { UNIQUE_ID_BYTES, uniqueId } from './unique-ids';

const TITLES = { user: 'User', group: 'Group', role: 'Role' } as const;

/** The members every new user, group and role has. */
export function freshHolder<I>(
  call: Call<I>,
  noun: 'user' | 'group' | 'role',
  path: string,
  name: string,
): PolicyHolder {
  const { account } = call.principal;
  return {
    arn: iamArn(account, `${noun}${path}${name}`),
    account,
    path,
    name,
    createdAtMs: call.nowMs,
    inline: {},
    attached: [],
  };
}

/** refuses: EntityAlreadyExists, LimitExceeded */
export function refuseNew<I, R extends PolicyHolder>(
  kind: HolderKind<R>,
  call: Call<I>,
  name: string,
  limit: number,
): Refusal | undefined {
  const { account } = call.principal;
  const title = TITLES[kind.noun];
  if (kind.find(call.world, account, name))
    return alreadyExists(`${title} with name ${name} already exists.`);
  const count = call.world.table(kind.table).countBy('account', account);
  return count < limit ? undefined : quotaExceeded(`${title}sPerAccount`, limit);
}

/** A unique id that no other entity ever had. */
export function freshId<I>(call: Call<I>, prefix: 'AIDA' | 'AGPA' | 'AROA' | 'ANPA'): string {
  return uniqueId(prefix, call.random(`unique-id/${prefix}`, UNIQUE_ID_BYTES));
}
