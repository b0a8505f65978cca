import type { StatementTrace } from '../../policy';
import type { HungDocument } from '../policies/documents';
import { valuesFor } from './conditions';
import type { Edit, Situation } from './edit';
import { exceptedToo } from './exceptions';
import {
  conditionAt,
  conditionOf,
  countStatements,
  type JsonStatement,
  withCondition,
  withStatement,
  withValue,
} from './json-document';
import { documentOf } from './places';
import { actionOf, caller, quoted, statementName } from './words';

/** A Deny that matches, made not to match. Each that matches has to go, so the first will do for now. */
export function denyEdits(situation: Situation, statements: readonly StatementTrace[]): readonly Edit[] {
  const statement = statements.find(({ effect, matched }) => effect === 'Deny' && matched === 'yes');
  const document = statement && documentOf(situation, statement);
  if (!statement || !document) return [];
  return [
    exceptCaller(situation, statement, document),
    ...otherValues(situation, statement, document),
    ...listedToo(situation, statement, document),
    ...withoutAction(situation, statement, document),
    ...removed(statement, document),
  ];
}

function changed(
  document: HungDocument,
  { index }: StatementTrace,
  change: (statement: JsonStatement) => JsonStatement | undefined,
): Edit['change'] {
  return { kind: 'document', place: document.place, text: withStatement(document.text, index, change) };
}

const EXCEPT = 'ArnNotEquals';
const BY_ARN = 'aws:PrincipalArn';

/** fact: authorization 4: an exception by aws:PrincipalArn, never by NotPrincipal. */
function exceptCaller(situation: Situation, statement: StatementTrace, document: HungDocument): Edit {
  const { principal } = situation;
  const arn = principal.roleArn ?? principal.arn;
  const held = statement.elements.find(
    ({ element, operator, key }) =>
      element === 'Condition' &&
      key?.toLowerCase() === BY_ARN.toLowerCase() &&
      /^(?:Arn|String)Not(?:Equals|Like)$/.test(operator ?? ''),
  );
  const [operator, key] = [held?.operator ?? EXCEPT, held?.key ?? BY_ARN];
  const except = (source: JsonStatement) => {
    const values = withValue(conditionOf(source, operator, key), arn);
    return withCondition(source, operator, key, values.length === 1 ? values[0] : values);
  };
  return {
    sentence: `Except ${caller(situation)} from ${name(statement, document)} by a condition on \`${BY_ARN}\`.`,
    risks: [
      'An exception by ARN also holds for a role of that name that is made anew later.',
      ...guardrailRisk(statement),
    ],
    change: changed(document, statement, except),
  };
}

/** One condition that does not hold is enough for a Deny to say nothing of this request. */
function otherValues(
  situation: Situation,
  statement: StatementTrace,
  document: HungDocument,
): readonly Edit[] {
  return statement.elements.flatMap((element) => {
    const { operator = '', key = '', found } = element;
    const isByArn = key.toLowerCase() === BY_ARN.toLowerCase();
    if (element.element !== 'Condition' || found.length !== 1) return [];
    const change = valuesFor(element, conditionAt(document.text, statement.index, operator, key), false);
    if (!change || (isByArn && change.how === 'accept')) return [];
    const texts = quoted(change.texts);
    const who = caller(situation);
    const sentences = {
      accept: `Let ${name(statement, document)} also accept \`${key}\` ${texts}, as ${who} sends it.`,
      limit: `Move the limit that ${name(statement, document)} sets for \`${key}\` to ${texts}: the request has ${quoted(found)}.`,
      without: `Take ${texts} off the values of \`${key}\` in ${name(statement, document)}.`,
    };
    return [
      {
        sentence: sentences[change.how],
        risks: ['Everyone whose requests say the same gets past this Deny.', ...guardrailRisk(statement)],
        change: changed(document, statement, (source) => withCondition(source, operator, key, change.values)),
      },
    ];
  });
}

/** A Deny of everything but what it lists. */
function listedToo(situation: Situation, statement: StatementTrace, document: HungDocument): readonly Edit[] {
  return statement.elements
    .flatMap((element) => exceptedToo(situation, element))
    .map(({ change, sentence, risks }) => ({
      sentence: sentence(name(statement, document)),
      risks: [...risks, ...guardrailRisk(statement)],
      change: changed(document, statement, change),
    }));
}

/** Where the action is listed by its own name beside others. */
function withoutAction(
  situation: Situation,
  statement: StatementTrace,
  document: HungDocument,
): readonly Edit[] {
  const action = actionOf(situation).toLowerCase();
  const listed = statement.elements.find(({ element }) => element === 'Action')?.wanted ?? [];
  if (listed.length < 2 || !listed.some((one) => one.toLowerCase() === action)) return [];
  const rest = listed.filter((one) => one.toLowerCase() !== action);
  return [
    {
      sentence: `Take \`${actionOf(situation)}\` out of ${name(statement, document)}.`,
      risks: ['It was denied to others too: they are kept out no longer.', ...guardrailRisk(statement)],
      change: changed(document, statement, (source) => ({ ...source, Action: rest })),
    },
  ];
}

function removed(statement: StatementTrace, document: HungDocument): readonly Edit[] {
  if (countStatements(document.text) < 2) return [];
  return [
    {
      sentence: `Remove ${name(statement, document)}.`,
      risks: [
        'A Deny is there to keep something out: everyone it kept out comes back.',
        ...guardrailRisk(statement),
      ],
      change: changed(document, statement, () => undefined),
    },
  ];
}

function name(statement: StatementTrace, document: HungDocument): string {
  return `the Deny in ${statementName(statement)} of the ${document.title}`;
}

function guardrailRisk({ layer }: StatementTrace): readonly string[] {
  return layer === 'scp' || layer === 'rcp' ? ['It is a guardrail of every account under it.'] : [];
}
