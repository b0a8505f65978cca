import type { Principal } from '../../aws';
import { type ElementTrace, fitsWildcard, type StatementTrace } from '../../policy';
import type { Situation } from './edit';
import { type JsonStatement, listOf, withValue } from './json-document';
import { actionOf, caller, quoted } from './words';

type ListName = 'NotAction' | 'NotResource';

/** An edit of NotAction, NotResource or NotPrincipal, before it is known which document it is made in. */
export interface ExceptionEdit {
  readonly change: (statement: JsonStatement) => JsonStatement;
  /** Takes the place of the statement: `Take ... out of NotAction in ${where}.` */
  readonly sentence: (where: string) => string;
  readonly risks: readonly string[];
}

/** What an Allow leaves out, made to reach this request: nothing where the list would be left empty. */
export function reachedAgain(
  situation: Situation,
  { layer }: StatementTrace,
  element: ElementTrace,
): readonly ExceptionEdit[] {
  switch (element.element) {
    case 'NotAction':
      return fromList(element, 'NotAction', actionOf(situation).toLowerCase());
    case 'NotResource': {
      const { resource } = situation.check.check;
      return fromList(element, 'NotResource', resource, layer === 'resource' ? THIS_KEY : undefined);
    }
    case 'NotPrincipal':
      return fromPrincipals(situation, element);
    default:
      return [];
  }
}

/** In a key policy every statement is about the key; without exceptions it says so. */
const THIS_KEY = { Resource: '*' };

function fromList(
  { wanted }: ElementTrace,
  name: ListName,
  subject: string,
  emptied?: JsonStatement,
): readonly ExceptionEdit[] {
  const covers = (text: string) => fitsWildcard(name === 'NotAction' ? text.toLowerCase() : text, subject);
  const gone = wanted.filter(covers);
  const isEmptied = gone.length === wanted.length;
  if (gone.length === 0 || (isEmptied && !emptied)) return [];
  const change = (statement: JsonStatement): JsonStatement => {
    const { [name]: held, ...others } = statement;
    if (isEmptied) return { ...others, ...emptied };
    return { ...statement, [name]: listOf(held).filter((_, i) => !covers(wanted[i] ?? '')) };
  };
  const wide = gone.filter((text) => /[*?]/.test(text));
  return [
    {
      change,
      sentence: (where) => `Take ${quoted(gone)} out of the ${name} of ${where}.`,
      risks:
        wide.length > 0 && !isEmptied
          ? [`${quoted(wide)} covers more than this: all of it is allowed then.`]
          : [],
    },
  ];
}

function fromPrincipals(situation: Situation, { wanted }: ElementTrace): readonly ExceptionEdit[] {
  const names = new Set(namesOf(situation.principal).all);
  if (wanted.every((text) => names.has(text))) return [];
  const change = (statement: JsonStatement): JsonStatement => {
    const kept = Object.entries(byType(statement.NotPrincipal)).flatMap(([type, values]) => {
      const rest = listOf(values).filter((value) => !names.has(String(value)));
      return rest.length > 0 ? [[type, rest]] : [];
    });
    return { ...statement, NotPrincipal: Object.fromEntries(kept) };
  };
  return [
    {
      change,
      sentence: (where) => `Take ${caller(situation)} out of the NotPrincipal of ${where}.`,
      risks: ['An Allow with NotPrincipal is open to everybody whom it does not list, of every account.'],
    },
  ];
}

/** What a Deny reaches because it is not listed as an exception, listed. */
export function exceptedToo(situation: Situation, element: ElementTrace): readonly ExceptionEdit[] {
  switch (element.element) {
    case 'NotAction':
      return [intoList('NotAction', actionOf(situation))];
    case 'NotResource':
      return [intoList('NotResource', situation.check.check.resource)];
    case 'NotPrincipal':
      return intoPrincipals(situation);
    default:
      return [];
  }
}

function intoList(name: ListName, value: string): ExceptionEdit {
  return {
    change: (statement) => ({ ...statement, [name]: withValue(statement[name], value) }),
    sentence: (where) => `Add \`${value}\` to the ${name} of ${where}.`,
    risks: ['The Deny lets go of it for everyone whom it kept out.'],
  };
}

function intoPrincipals(situation: Situation): readonly ExceptionEdit[] {
  const { type, needed } = namesOf(situation.principal);
  const change = (statement: JsonStatement): JsonStatement => {
    const held = byType(statement.NotPrincipal);
    const listed = listOf(held[type]);
    const missing = needed.filter((name) => !listed.includes(name));
    return { ...statement, NotPrincipal: { ...held, [type]: [...listed, ...missing] } };
  };
  const parts =
    situation.principal.type === 'role-session' ? ', its session and its account' : ' and its account';
  return [
    {
      change,
      sentence: (where) =>
        `Add ${caller(situation)}${type === 'AWS' ? parts : ''} to the NotPrincipal of ${where}.`,
      risks: [
        'Sessions of other names stay denied, and whoever is only its account gets past: AWS advises a condition on `aws:PrincipalArn` instead.',
      ],
    },
  ];
}

function byType(element: unknown): Readonly<Record<string, unknown>> {
  return typeof element === 'object' && element !== null
    ? (element as Readonly<Record<string, unknown>>)
    : {};
}

/** How a policy can name a caller. fact: authorization 4: an exception of a Deny has to name each of `needed`. */
function namesOf(principal: Principal): {
  readonly type: 'AWS' | 'Service';
  readonly needed: readonly string[];
  readonly all: readonly string[];
} {
  const { arn, roleArn, account, userId } = principal;
  if (principal.type === 'service') return { type: 'Service', needed: [arn], all: [arn] };
  const root = `arn:aws:iam::${account}:root`;
  const own = principal.type === 'root' ? [] : [arn, ...(roleArn === undefined ? [] : [roleArn])];
  const ids = [account, userId, userId.split(':')[0] ?? ''];
  return { type: 'AWS', needed: [...own, root], all: [...own, root, ...ids] };
}
