// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { isAddress, isArn, isDate, isNumber, partsOf } from './judge.testkit';
import { byTheTables, mergeOperators, readContext, replaceIn, VARIABLE, valuesIn } from './reading.testkit';
import { allNamesListed, nobody, onlyDirectly, renameOwnIds, withoutSessionPower } from './settle.testkit';
import { mapDocuments, mapStatements, settleConditions, type World } from './world.testkit';

/** One thing in which the other evaluator differs, and why the house stays as it is. */
export type LedgerEntry = {
  readonly id: string;
  /** What the other evaluator does. */
  readonly differs: string;
  /** Why the house is right, or what it assumes. */
  readonly because: string;
  readonly source: string;
  /** The world written so that the difference is gone; the same world where it does not occur. */
  readonly settle: (world: World) => World;
};

const isOf = (operator: string, family: string) => partsOf(operator).base.includes(family);
const isSome = (texts: readonly string[], is: (text: string) => boolean) => texts.some(is);
const notAll = (texts: readonly string[], is: (text: string) => boolean) => !texts.every(is);

/** How single statements are read. Their order is the order in which they are applied. */
export const statementLedger: readonly LedgerEntry[] = [
  {
    id: 'version-2008',
    differs: 'replaces variables also in documents of version 2008-10-17',
    because: 'in that version they are plain text',
    source: 'fact: authorization 5',
    settle: (world) =>
      mapDocuments(world, (document) => {
        const text = JSON.stringify(document);
        const isOld = document.Version === '2008-10-17' && text.includes('${');
        return isOld ? JSON.parse(text.replaceAll('${', '${$}{')) : document;
      }),
  },
  {
    id: 'empty-list',
    differs: 'takes a key with an empty list of values for one that is there',
    because: 'missing and empty are the same to the set operators, and Null asks whether there is a value',
    source: 'fact: authorization 6 (table, rows Null, ForAnyValue, ForAllValues)',
    settle: (world) => {
      const entries = Object.entries(world.context);
      const kept = entries.filter(([, value]) => value.length > 0 || typeof value === 'string');
      return kept.length === entries.length ? world : { ...world, context: Object.fromEntries(kept) };
    },
  },
  {
    id: 'empty-text',
    differs: 'takes an empty text in a list for a value',
    because: 'assumed: a list of nothing but one empty text is an empty set',
    source: 'fact: authorization 6 (rows ForAnyValue and ForAllValues: missing or empty)',
    settle: (world) => {
      const read = readContext(world);
      return settleConditions(world, ({ operator, key }) => {
        const { qualifier } = partsOf(operator);
        const isEmpty =
          qualifier !== undefined && valuesIn(read(key)).join() === '' && read(key)?.length === 1;
        return isEmpty ? qualifier === 'ForAllValues' : undefined;
      });
    },
  },
  {
    id: 'any-value-if-exists',
    differs: 'refuses a missing key for ForAnyValue also where the operator ends in IfExists',
    because: 'IfExists makes every condition on a missing key true, whatever stands before it',
    source: 'fact: authorization 6 (row IfExists)',
    settle: (world) => {
      const read = readContext(world);
      return settleConditions(world, ({ operator, key }) => {
        const { qualifier, ifExists } = partsOf(operator);
        return qualifier === 'ForAnyValue' && ifExists && valuesIn(read(key)).length === 0 ? true : undefined;
      });
    },
  },
  {
    id: 'several-values-without-set-operator',
    differs:
      'matches no operator without ForAnyValue or ForAllValues, not even a negated one, on a list of values',
    because: 'assumed: several values equal nothing, so that a negated operator is true; AWS leaves it open',
    source: 'fact: authorization 6 (negated operators: none may match)',
    settle: (world) => {
      const read = readContext(world);
      return settleConditions(world, ({ operator, key }) => {
        const { qualifier, base, negated } = partsOf(operator);
        return base !== 'Null' && !qualifier && valuesIn(read(key)).length > 1 ? negated : undefined;
      });
    },
  },
  {
    id: 'negated-and-not-of-the-type',
    differs: 'refuses a negated operator where the value of the policy or of the request is not of its type',
    because: 'what is not of the type equals nothing, and a negated operator wants that none equals',
    source: 'fact: authorization 6 ("for negated operators effectively NOR")',
    settle: byTheTables(({ operator, values }, found) => {
      if (!partsOf(operator).negated) return false;
      const texts = [...values, ...found];
      if (isOf(operator, 'Numeric')) return notAll(texts, isNumber);
      if (isOf(operator, 'Date')) return notAll(texts, isDate);
      if (isOf(operator, 'IpAddress')) return notAll(texts, isAddress);
      return isOf(operator, 'Arn') && notAll(texts, isArn);
    }),
  },
  {
    id: 'numbers',
    differs: 'reads the digits at the start of a text as the number (1e3 as 1, 2026-11-22 as 2026)',
    because: 'a Numeric operator compares numbers; a text that is none equals nothing',
    source: 'fact: authorization 6 (row Numeric)',
    settle: byTheTables(
      ({ operator, values }, found) =>
        isOf(operator, 'Numeric') && notAll([...values, ...found], (text) => /^-?\d+(\.\d+)?$/.test(text)),
    ),
  },
  {
    id: 'dates',
    differs:
      'compares epoch seconds with the milliseconds of an ISO date, and takes a year for epoch seconds',
    because: 'dates are ISO 8601, down to the year alone, or epoch seconds',
    source: 'fact: authorization 6 (row Date: "ISO 8601 or epoch")',
    settle: byTheTables(
      ({ operator, values }, found) =>
        isOf(operator, 'Date') && isSome([...values, ...found], (text) => !/^\d{4}-\d\d-\d\d/.test(text)),
    ),
  },
  {
    id: 'addresses',
    differs: 'compares single addresses by their spelling, so that an IPv6 address has many',
    because: 'an address without a prefix length is the range of that one address',
    source: 'fact: authorization 6 (row IP)',
    settle: byTheTables(
      ({ operator, values }, found) =>
        isOf(operator, 'IpAddress') && isSome([...values, ...found], (text) => text.includes(':')),
    ),
  },
  {
    id: 'bytes',
    differs: 'compares base64 by its spelling',
    because: 'what counts are the bytes behind it, and a text that is no base64 has none',
    source: 'fact: authorization 6 (row Binary: base64)',
    settle: byTheTables(({ operator }) => isOf(operator, 'Binary')),
  },
  {
    id: 'arn-patterns-of-fewer-parts',
    differs: 'never matches an ARN operator with a pattern of fewer than six parts',
    because: 'assumed: a pattern that ends in * covers the parts that follow, as in Resource',
    source: 'fact: authorization 6 (row ARN)',
    settle: byTheTables(({ operator, values }) => isOf(operator, 'Arn') && notAll(values, isArn)),
  },
  {
    id: 'negated-arn-with-a-variable-without-value',
    differs: 'does not look at a variable behind a part of the ARN that already differs',
    because: 'a variable whose key is missing makes the comparison not match; assumed: nor does its negation',
    source: 'fact: authorization 5 (last sentence)',
    settle: byTheTables(
      ({ operator, values }) => isOf(operator, 'ArnNot') && isSome(values, (value) => VARIABLE.test(value)),
    ),
  },
  {
    id: 'list-of-one-without-set-operator',
    differs: 'matches no operator without ForAnyValue or ForAllValues on a key that may have several values',
    because: 'assumed: a list of one value is that value',
    source: 'fact: authorization 6 (table of operators)',
    settle: (world) => {
      const read = readContext(world);
      const asSet = ([operator, byKey]: [string, unknown]): [string, Record<string, unknown>][] =>
        Object.entries(byKey as Record<string, unknown>).map(([key, values]) => {
          const { qualifier, base } = partsOf(operator);
          const found = read(key);
          const isOne = base !== 'Null' && !qualifier && typeof found !== 'string' && found?.length === 1;
          return [isOne ? `ForAnyValue:${operator}` : operator, { [key]: values }];
        });
      return mapStatements(world, (statement) =>
        statement.Condition
          ? { ...statement, Condition: mergeOperators(Object.entries(statement.Condition).flatMap(asSet)) }
          : statement,
      );
    },
  },
  {
    id: 'wildcard-before-the-slash',
    differs: 'takes a wildcard in the kind of a resource (k*/k-1) for the character itself',
    because: 'each part of an ARN is matched with * and ?, and the sixth is one part',
    source: 'fact: authorization 4 ("matched per segment with * and ?")',
    settle: (world) => mapDocuments(world, (document) => replaceIn(document, ':k*/', ':key/')),
  },
  {
    id: 'letter-case-of-an-arn',
    differs: 'ignores letter case in the first five parts of a resource',
    because: 'only actions are documented to ignore it',
    source: 'fact: authorization 4 ("actions are case-insensitive")',
    settle: (world) =>
      mapDocuments(world, (document) => replaceIn(document, 'arn:aws:KMS:', 'arn:aws:none:')),
  },
  {
    id: 'path-of-a-role',
    differs: 'finds the role of a session by its name, without its path',
    because: 'paths are part of the ARN: role/app is another role than role/team/app',
    source: 'fact: authorization 4 (row role)',
    settle: (world) => ({ ...world, resource: replaceIn(world.resource, ':role/app"', ':role/none"') }),
  },
  {
    id: 'unique-ids',
    differs: 'matches nobody with a unique id',
    because: 'it stands for the user or the role that has it',
    source: 'fact: authorization 4 (rows user and role: stored as unique id)',
    settle: renameOwnIds,
  },
  {
    id: 'not-principal-deny',
    differs: 'spares a caller from a Deny with NotPrincipal when one of its names is listed',
    because: 'the session, the role and the account must all be listed',
    source: 'fact: authorization 4 (NotPrincipal)',
    settle: (world) => ({
      ...world,
      resource: {
        ...world.resource,
        Statement: world.resource.Statement.map((statement) => {
          const { NotPrincipal, ...rest } = statement;
          if (!NotPrincipal || statement.Effect !== 'Deny' || world.boundary) return statement;
          return { ...rest, Principal: allNamesListed(NotPrincipal, world.principal) ? nobody : '*' };
        }),
      },
    }),
  },
];

/** One thing in which the verdict over the same matches differs: it is the best of what these worlds get. */
export type DecisionEntry = Omit<LedgerEntry, 'settle'> & {
  readonly settle: (world: World) => readonly World[];
};

export const decisionLedger: readonly DecisionEntry[] = [
  {
    id: 'session-named-directly',
    differs: 'caps every allow by the session policy',
    because:
      'a session that the key policy names itself, or everyone, is not capped by an implicit deny of it',
    source: 'fact: authorization 2.3',
    settle: (world) => (world.session ? [world, onlyDirectly(world)] : [world]),
  },
  {
    id: 'federated-without-session-policy',
    differs: 'gives a federated user without a session policy everything that its user may do',
    because: 'assumed: such a session has no permission of its own, only what names it or everyone',
    source: 'fact: authorization 2.3 (a federated session is capped by its session policy)',
    settle: (world) =>
      world.principal.type === 'federated' && !world.session
        ? [withoutSessionPower(world), onlyDirectly(world)]
        : [world],
  },
];
