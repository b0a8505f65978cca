import { type ElementTrace, parseOperator, type StatementTrace } from '../../policy';
import type { HungDocument } from '../policies/documents';
import type { Edit, Situation } from './edit';
import {
  conditionOf,
  type JsonStatement,
  listOf,
  withCondition,
  withStatement,
  withValue,
} from './json-document';
import { documentOf } from './places';
import { actionOf, caller, sharedRisk, statementName } from './words';

/** An Allow of which one element alone does not match, made to match. More than one is no smaller than a new one. */
export function nearMissEdits(situation: Situation, statements: readonly StatementTrace[]): readonly Edit[] {
  return statements.flatMap((statement) => {
    const [element, second] = statement.missing;
    if (statement.effect !== 'Allow' || !element || second) return [];
    const document = documentOf(situation, statement);
    return document ? editsOf({ situation, statement, element, document }) : [];
  });
}

interface NearMiss {
  readonly situation: Situation;
  readonly statement: StatementTrace;
  readonly element: ElementTrace;
  readonly document: HungDocument;
}

function editsOf(miss: NearMiss): readonly Edit[] {
  switch (miss.element.element) {
    case 'Principal':
      return principalEdit(miss);
    case 'Action':
      return [listEdit(miss, 'Action', actionOf(miss.situation))];
    case 'Resource':
      return [listEdit(miss, 'Resource', resourceFor(miss))];
    case 'Condition':
      return conditionEdits(miss);
    default:
      return [];
  }
}

/** In a key policy "*" is the key. */
function resourceFor({ situation, statement }: NearMiss): string {
  return statement.layer === 'resource' ? '*' : situation.check.check.resource;
}

function edited(
  { statement, document }: NearMiss,
  change: (statement: JsonStatement) => JsonStatement,
  sentence: string,
  risks: readonly string[],
): Edit {
  const text = withStatement(document.text, statement.index, change);
  return { sentence, risks, change: { kind: 'document', place: document.place, text } };
}

function where({ statement, document }: NearMiss): string {
  return `${statementName(statement)} of the ${document.title}`;
}

function principalsOf({ statement }: NearMiss): readonly string[] {
  return statement.elements.find(({ element }) => element === 'Principal')?.wanted ?? [];
}

function listEdit(miss: NearMiss, element: 'Action' | 'Resource', value: string): Edit {
  const change = (statement: JsonStatement): JsonStatement =>
    element === 'Resource' && value === '*'
      ? { ...statement, Resource: '*' }
      : { ...statement, [element]: withValue(statement[element], value) };
  return edited(
    miss,
    change,
    `Add \`${value}\` to the ${element} of ${where(miss)}.`,
    sharedRisk(principalsOf(miss)),
  );
}

function principalEdit(miss: NearMiss): readonly Edit[] {
  const { principal } = miss.situation;
  const type = principal.type === 'service' ? 'Service' : 'AWS';
  const name = principal.type === 'role-session' ? (principal.roleArn ?? principal.arn) : principal.arn;
  const change = (statement: JsonStatement): JsonStatement => {
    const held = statement.Principal;
    if (typeof held !== 'object' || held === null) return statement;
    const byType = held as Readonly<Record<string, unknown>>;
    return { ...statement, Principal: { ...byType, [type]: withValue(byType[type], name) } };
  };
  const actions = miss.statement.elements.find(({ element }) => element === 'Action')?.wanted ?? [];
  const risks =
    actions.length > 1 || actions.some((action) => action.includes('*'))
      ? [`The statement also allows ${actions.join(', ')}.`]
      : [];
  const sentence = `Add ${caller(miss.situation)} to the principals of ${where(miss)}.`;
  return [edited(miss, change, sentence, risks)];
}

function conditionEdits(miss: NearMiss): readonly Edit[] {
  const { element, situation } = miss;
  const { operator = '', key = '' } = element;
  const parsed = parseOperator(operator);
  const dropped = edited(
    miss,
    (statement) => withCondition(statement, operator, key, undefined),
    `Drop the condition on \`${key}\` from ${where(miss)}.`,
    [droppedRisk(key), ...sharedRisk(principalsOf(miss))],
  );
  if (!parsed || parsed.definition.negated || parsed.definition.reads === 'presence') return [dropped];
  const values = element.found.filter((value) => !element.wanted.includes(value));
  const isEqual = ['String', 'Arn', 'Bool', 'IpAddress'].includes(parsed.definition.family);
  if (!isEqual || values.length === 0) return [dropped];
  const widened = edited(
    miss,
    (statement) => {
      const held = conditionOf(statement, operator, key);
      const all = parsed.definition.family === 'Bool' ? values : [...listOf(held), ...values];
      return withCondition(statement, operator, key, all.length === 1 ? all[0] : all);
    },
    `Let the condition on \`${key}\` in ${where(miss)} accept ${values.map((value) => `\`${value}\``).join(', ')}, as ${caller(situation)} sends it.`,
    sharedRisk(principalsOf(miss)),
  );
  return [widened, dropped];
}

function droppedRisk(key: string): string {
  return /^kms:EncryptionContext/i.test(key)
    ? "Without it the statement opens everybody's data under this key, whatever the encryption context."
    : 'Without it the statement also covers the requests it was meant to keep out.';
}
