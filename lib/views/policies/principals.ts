import type { AwsWorld, Principal } from '../../aws';
import { grants, keys } from '../../kms';
import { compilePolicyText, type PrincipalEntry } from '../../policy';
import { accounts, type RoleRecord, roles, type UserRecord, users } from '../../services/iam';
import { sessions } from '../../services/sts';
import { callerName } from '../words';

/** Somebody of this world who could make a request. */
export interface Someone {
  /** ARN of the user, role, account root or session; the name of a service. */
  readonly id: string;
  /** `role/payments-app` */
  readonly label: string;
  readonly account: string;
  readonly kind: 'user' | 'role' | 'root user' | 'session' | 'service';
  readonly principal: Principal;
}

/** The session name of a role that nobody has assumed yet. */
const ANY_SESSION = 'any-session';

/** Everyone who could make a request: roots, users, roles, sessions that differ from their role, services. */
export function everyone(world: AwsWorld): readonly Someone[] {
  const roots = world
    .table(accounts)
    .all()
    .map(({ id }) => rootOf(id));
  const ofIam = [
    ...world.table(users).all().map(userOf),
    ...world
      .table(roles)
      .all()
      .map((role) => roleOf(role)),
  ];
  return [...roots, ...ofIam, ...specialSessions(world), ...servicesNamed(world)].sort(byAccountAndName);
}

/** The user, role, root, session or service of this name; nobody where there is none. */
export function someoneOf(world: AwsWorld, id: string): Someone | undefined {
  const user = world.table(users).get(id);
  if (user) return userOf(user);
  const role = world.table(roles).get(id);
  if (role) return roleOf(role);
  const [, account, name, session] = ASSUMED.exec(id) ?? [];
  if (account !== undefined) return sessionOf(world, id, account, name ?? '', session ?? '');
  const [, rootAccount] = ROOT.exec(id) ?? [];
  if (rootAccount !== undefined) return world.table(accounts).get(rootAccount) && rootOf(rootAccount);
  return SERVICE.test(id) ? serviceOf(id) : undefined;
}

const ASSUMED = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/;
const ROOT = /^arn:aws:iam::(\d{12}):root$/;
const SERVICE = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com$/;

function rootOf(account: string): Someone {
  const arn = `arn:aws:iam::${account}:root`;
  const principal: Principal = { type: 'root', account, arn, userId: account, accessKeyId: '', tags: {} };
  return { id: arn, label: 'root', account, kind: 'root user', principal };
}

function userOf(user: UserRecord): Someone {
  const { arn, account, userId, name: userName, tags } = user;
  const principal: Principal = {
    type: 'user',
    account,
    arn,
    userId,
    userName,
    accessKeyId: '',
    tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
  };
  return { id: arn, label: callerName(principal), account, kind: 'user', principal };
}

function roleOf(role: RoleRecord, sessionName = ANY_SESSION): Someone {
  const { arn, account, roleId, name, tags } = role;
  const principal: Principal = {
    type: 'role-session',
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${name}/${sessionName}`,
    roleArn: arn,
    userId: `${roleId}:${sessionName}`,
    accessKeyId: '',
    tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
  };
  return { id: arn, label: callerName(principal), account, kind: 'role', principal };
}

function sessionOf(
  world: AwsWorld,
  arn: string,
  account: string,
  name: string,
  session: string,
): Someone | undefined {
  const held = world.table(sessions).firstBy('principal', arn);
  const label = `${name}/${session}`;
  if (held) return { id: arn, label, account, kind: 'session', principal: held.principal };
  const role = world.table(roles).firstBy('name', `${account}/${name.toLowerCase()}`);
  return role && { ...roleOf(role, session), id: arn, label, kind: 'session' };
}

function serviceOf(service: string): Someone {
  const principal: Principal = {
    type: 'service',
    account: service,
    arn: service,
    userId: service,
    accessKeyId: '',
    tags: {},
  };
  return { id: service, label: service, account: '', kind: 'service', principal };
}

/** Sessions that a policy names, that carry a policy of their own, or that belong to no role of this world. */
function specialSessions(world: AwsWorld): readonly Someone[] {
  const open = world
    .table(sessions)
    .all()
    .filter(({ expiresAtMs }) => expiresAtMs > world.nowMs);
  const own = open.filter(
    ({ principal }) => principal.type === 'federated' || (principal.sessionPolicies?.length ?? 0) > 0,
  );
  const arns = [...own.map(({ principal }) => principal.arn), ...namedIn(world, 'role-session')];
  const found = [...new Set(arns)].flatMap((arn) => someoneOf(world, arn) ?? federatedOf(world, arn) ?? []);
  return found;
}

function federatedOf(world: AwsWorld, arn: string): Someone | undefined {
  const held = world.table(sessions).firstBy('principal', arn);
  if (!held) return undefined;
  const { principal } = held;
  return { id: arn, label: callerName(principal), account: principal.account, kind: 'session', principal };
}

function servicesNamed(world: AwsWorld): readonly Someone[] {
  const granted = world
    .table(grants)
    .all()
    .flatMap(({ granteeServicePrincipal }) => granteeServicePrincipal ?? []);
  return [...new Set([...namedIn(world, 'service'), ...granted])].map(serviceOf);
}

/** Principals of one form that the key policies of this world name. */
function namedIn(world: AwsWorld, form: PrincipalEntry['form']): readonly string[] {
  const texts = new Set(
    world
      .table(keys)
      .all()
      .map(({ policy }) => policy),
  );
  return [...texts].flatMap((text) => {
    const compiled = compilePolicyText(text, 'resource');
    if (!compiled.ok) return [];
    const entries = compiled.policy.document.statements.flatMap(({ principal }) => principal?.entries ?? []);
    return entries.filter((entry) => entry.form === form).map(({ value }) => value);
  });
}

function byAccountAndName(a: Someone, b: Someone): number {
  return a.account === b.account ? compare(a.label, b.label) : compare(a.account, b.account);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
