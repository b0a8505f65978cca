import { type Principal, principalKeys } from '../matching/principal';

/** A policy statement as its document has it. */
export type Statement = Readonly<Record<string, unknown>>;
export type Document = { readonly Version: string; readonly Statement: readonly Statement[] };
export type Values = string | string[];

/** One request and everything that has a say in it, as plain data that both evaluators can be given. */
export type World = {
  readonly principal: Principal;
  readonly action: string;
  /** Besides the keys that follow from the principal. */
  readonly context: Readonly<Record<string, Values>>;
  readonly resource: Document;
  readonly identity: readonly Document[];
  readonly boundary?: Document;
  readonly session?: Document;
  /** One document per level. */
  readonly scp: readonly Document[];
  readonly rcp: readonly Document[];
  readonly endpoint?: Document;
};

export const OWNER = '111111111111';
export const OTHER = '222222222222';
export const KEY = `arn:aws:kms:eu-west-1:${OWNER}:key/k-1`;

const USER_ID = 'AIDAALICEALICEALICE01';
const ROLE_ID = 'AROAAPPAPPAPPAPPAPP01';

/** The federated user is named like its user: the other evaluator finds the user by that name. */
export function callersOf(account: string): readonly Principal[] {
  const userArn = `arn:aws:iam::${account}:user/alice`;
  return [
    { type: 'root', account, arn: `arn:aws:iam::${account}:root` },
    { type: 'user', account, arn: userArn, userId: USER_ID },
    {
      type: 'role-session',
      account,
      roleArn: `arn:aws:iam::${account}:role/team/app`,
      sessionArn: `arn:aws:sts::${account}:assumed-role/app/run`,
      roleId: ROLE_ID,
      sessionName: 'run',
    },
    {
      type: 'federated',
      account,
      arn: `arn:aws:sts::${account}:federated-user/alice`,
      userArn,
      userId: USER_ID,
    },
  ];
}

/** Every form in which a document names somebody of this account, also somebody else. */
export function namesIn(account: string): readonly string[] {
  const iam = `arn:aws:iam::${account}:`;
  const sts = `arn:aws:sts::${account}:`;
  return [
    account,
    `${iam}root`,
    `${iam}user/alice`,
    `${iam}user/bob`,
    `${iam}role/team/app`,
    `${iam}role/app`,
    `${sts}assumed-role/app/run`,
    `${sts}assumed-role/app/walk`,
    `${sts}federated-user/alice`,
    USER_ID,
    ROLE_ID,
  ];
}

/** The whole context, with the keys of the principal. */
export function contextOf({ principal, context }: World): Readonly<Record<string, Values>> {
  const own = Object.entries(principalKeys(principal)).map(([key, value]) => [key, String(value)]);
  return { ...Object.fromEntries(own), ...context };
}

/** One operator with one key. */
export type ConditionEntry = {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
};

export const textsOf = (values: unknown): readonly string[] =>
  (Array.isArray(values) ? values : [values]).map(String);

/** Applies a change to every document of the world. */
export function mapDocuments(world: World, change: (document: Document) => Document): World {
  return {
    ...world,
    resource: change(world.resource),
    identity: world.identity.map(change),
    boundary: world.boundary && change(world.boundary),
    session: world.session && change(world.session),
    scp: world.scp.map(change),
    rcp: world.rcp.map(change),
    endpoint: world.endpoint && change(world.endpoint),
  };
}

/** Applies a change to every statement of the world; their number and order stay. */
export function mapStatements(world: World, change: (statement: Statement) => Statement): World {
  return mapDocuments(world, (document) => ({ ...document, Statement: document.Statement.map(change) }));
}

/** Never in a request: what a document asks of it is settled beforehand. */
export const ABSENT_KEY = 'aws:PrincipalTag/settled';

/** Puts the settled answer in the place of a condition; `undefined` leaves it as it is. */
export function settleConditions(
  world: World,
  settle: (entry: ConditionEntry) => boolean | undefined,
): World {
  return mapStatements(world, (statement) => {
    if (!statement.Condition) return statement;
    const kept: Record<string, Record<string, unknown>> = {};
    for (const [operator, byKey] of Object.entries(statement.Condition)) {
      for (const [key, values] of Object.entries(byKey as Record<string, unknown>)) {
        const answer = settle({ operator, key, values: textsOf(values) });
        if (answer === undefined) kept[operator] = { ...kept[operator], [key]: values };
        if (answer === false) kept.Null = { ...kept.Null, [ABSENT_KEY]: 'false' };
      }
    }
    return { ...statement, Condition: kept };
  });
}
