import type { Principal } from '../matching/principal';
import { type Statement, textsOf, type World } from './world.testkit';

/** A principal that nobody in these worlds is. */
export const nobody = { AWS: 'arn:aws:iam::999999999999:user/nobody' };

/** The names under which a document can mean this caller: itself, what stands behind it, its account. */
function namesOf(principal: Principal): readonly (readonly string[])[] {
  switch (principal.type) {
    case 'root':
      return [[principal.account, principal.arn]];
    case 'user':
      return [[principal.arn, principal.userId], account(principal.account)];
    case 'role-session':
      return [[principal.sessionArn], [principal.roleArn, principal.roleId], account(principal.account)];
    case 'federated':
      return [[principal.arn], [principal.userArn, principal.userId], account(principal.account)];
    case 'service':
      return [[principal.service]];
    default:
      return [];
  }
}

const account = (id: string) => [id, `arn:aws:iam::${id}:root`];

const listed = (element: unknown): readonly string[] =>
  typeof element === 'object' && element !== null ? Object.values(element).flatMap(textsOf) : ['*'];

/** Whether the element lists everyone, or this caller under each of its names. */
export function allNamesListed(element: unknown, principal: Principal): boolean {
  const texts = listed(element);
  const names = namesOf(principal);
  if (texts.includes('*')) return true;
  return names.length > 0 && names.every((spellings) => spellings.some((name) => texts.includes(name)));
}

/** Writes the ARN where a document has the unique id of the caller, or of the role or user behind it. */
export function renameOwnIds(world: World): World {
  const { principal } = world;
  const [id, arn] =
    principal.type === 'role-session'
      ? [principal.roleId, principal.roleArn]
      : principal.type === 'user'
        ? [principal.userId, principal.arn]
        : principal.type === 'federated'
          ? [principal.userId, principal.userArn]
          : [];
  const text = JSON.stringify(world.resource);
  if (id === undefined || !text.includes(`"${id}"`)) return world;
  return { ...world, resource: JSON.parse(text.replaceAll(`"${id}"`, `"${arn}"`)) };
}

/** What is left of the caller's ways when only an Allow for itself or for everyone counts. */
export function onlyDirectly(world: World): World {
  const own = namesOf(world.principal)[0] ?? [];
  const direct = (statement: Statement): Statement => {
    if (statement.Effect !== 'Allow' || !statement.Principal) return statement;
    const texts = listed(statement.Principal);
    const name = texts.includes('*') ? '*' : { AWS: texts.filter((text) => own.includes(text)) };
    return { ...statement, Principal: name === '*' || name.AWS.length > 0 ? name : nobody };
  };
  const denies = world.session?.Statement.filter(({ Effect }) => Effect === 'Deny') ?? [];
  return {
    ...world,
    resource: { ...world.resource, Statement: world.resource.Statement.map(direct) },
    identity: world.identity.map((document) => ({
      ...document,
      Statement: [never, ...document.Statement.filter(({ Effect }) => Effect === 'Deny')],
    })),
    session: world.session && {
      ...world.session,
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }, ...denies],
    },
  };
}

const never: Statement = { Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' };

/** A session policy that allows nothing of what is asked. */
export function withoutSessionPower(world: World): World {
  return { ...world, session: { Version: '2012-10-17', Statement: [never] } };
}
