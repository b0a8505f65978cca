import { type Call, isRefusal, type Permission, type Refusal } from '../../../aws';
import { type AccessKeyRecord, accessKeys, rootOwner } from '../records/access-key';
import type { UserRecord } from '../records/user';
import { noSuchEntity, validationError } from './errors';
import { held, on, USER } from './holders';

/**
 * The user an operation is about: the named one, or else the caller. The root user has no record.
 * refuses: NoSuchEntity, Validation (a session names no user)
 */
export function namedOrCaller<I extends { readonly UserName?: string }>(
  call: Call<I>,
): UserRecord | 'root' | Refusal {
  const { type, userName } = call.principal;
  const name = call.input.UserName ?? (type === 'user' ? userName : undefined);
  if (name !== undefined) return held(USER, call, name);
  return type === 'root'
    ? 'root'
    : validationError('Must specify userName when calling with non-User credentials');
}

/** Whose access keys an operation is about. */
export interface KeyOwner {
  readonly userArn: string | undefined;
  readonly userName: string | undefined;
  readonly keys: readonly AccessKeyRecord[];
}

export function keyOwner<I extends { readonly UserName?: string }>(call: Call<I>): KeyOwner | Refusal {
  const user = namedOrCaller(call);
  if (isRefusal(user)) return user;
  const table = call.world.table(accessKeys);
  if (user === 'root') {
    const keys = table.by('owner', rootOwner(call.principal.account));
    return { userArn: undefined, userName: undefined, keys };
  }
  return { userArn: user.arn, userName: user.name, keys: table.by('owner', user.arn) };
}

/** One of the owner's access keys. refuses: NoSuchEntity */
export function keyOf(owner: KeyOwner, id: string): AccessKeyRecord | Refusal {
  const key = owner.keys.find(({ accessKeyId }) => accessKeyId === id);
  return key ?? noSuchEntity(`The Access Key with id ${id} cannot be found.`);
}

/** The permission for an action on the named user, or else on the caller. */
export function onNamedOrCaller<I extends { readonly UserName?: string }>(
  action: string,
  call: Call<I>,
): Permission {
  const { userName, account } = call.principal;
  const name = call.input.UserName ?? userName;
  return name === undefined ? { action, resource: rootOwner(account) } : on(USER, action, call, name);
}
