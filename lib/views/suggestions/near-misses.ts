import type { ElementTrace, StatementTrace } from '../../policy';
import type { HungDocument } from '../policies/documents';
import { valuesFor } from './conditions';
import type { Edit, Situation } from './edit';
import { reachedAgain } from './exceptions';
import { conditionAt, type JsonStatement, withCondition, withStatement, withValue } from './json-document';
import { documentOf } from './places';
import { actionOf, caller, quoted, sharedRisk, statementName } from './words';

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
      return reachedAgain(miss.situation, miss.statement, miss.element).map(({ change, sentence, risks }) =>
        edited(miss, change, sentence(where(miss)), [...risks, ...sharedRisk(principalsOf(miss))]),
      );
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
  const { operator = '', key = '' } = miss.element;
  const dropped = edited(
    miss,
    (statement) => withCondition(statement, operator, key, undefined),
    `Drop the condition on \`${key}\` from ${where(miss)}.`,
    [droppedRisk(key), ...sharedRisk(principalsOf(miss))],
  );
  const mended = mendedCondition(miss, operator, key);
  return mended ? [mended, dropped] : [dropped];
}

function mendedCondition(miss: NearMiss, operator: string, key: string): Edit | undefined {
  const { document, statement, element } = miss;
  const change = valuesFor(element, conditionAt(document.text, statement.index, operator, key), true);
  if (!change) return undefined;
  const texts = quoted(change.texts);
  const who = caller(miss.situation);
  const sentences = {
    accept: `Let the condition on \`${key}\` in ${where(miss)} accept ${texts}, as ${who} sends it.`,
    limit: `Move the limit for \`${key}\` in ${where(miss)} to ${texts}: the request has ${quoted(element.found)}.`,
    without: `Take ${texts} off the values of \`${key}\` that ${where(miss)} leaves out.`,
  };
  const risks =
    change.how === 'limit'
      ? ['A limit is there on purpose: it moves for everyone the statement is for.']
      : [];
  return edited(
    miss,
    (source) => withCondition(source, operator, key, change.values),
    sentences[change.how],
    [...risks, ...sharedRisk(principalsOf(miss))],
  );
}

function droppedRisk(key: string): string {
  return /^kms:EncryptionContext/i.test(key)
    ? "Without it the statement opens everybody's data under this key, whatever the encryption context."
    : 'Without it the statement also covers the requests it was meant to keep out.';
}
