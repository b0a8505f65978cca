import { explainCondition } from '../condition/explain-condition';
import { quoteAll } from '../condition/words';
import type { PolicyDocument, TextValue } from '../document/document';
import { compileActionPattern } from '../matching/action';
import { nameOf } from '../matching/principal';
import { describeWay, matchEntry, type PrincipalWay } from '../matching/principal-match';
import { compileResourcePattern, resourceTemplate, unknownResourceKeys } from '../matching/resource';
import { type Answer, fromBoolean, MAYBE, toAnswer, YES } from '../matching/tri';
import { expandText, isUnresolved } from '../matching/variables';
import { type CompiledStatement, missingElement } from './compile';
import type { PolicyRequest } from './request';
import type { ElementTrace } from './trace';

/** `matched` is the worst of its elements. */
export type ElementsTrace = {
  readonly matched: Answer;
  readonly via?: PrincipalWay;
  readonly elements: readonly ElementTrace[];
};

/** Compares every element, also behind the first that fails: a near miss needs to know that it is the only one. */
export function traceElements(
  statement: CompiledStatement,
  document: PolicyDocument,
  request: PolicyRequest,
): ElementsTrace {
  const via = statement.principal?.(request.principal, request.isBounded);
  const elements = [
    ...tracePrincipal(statement, request, via),
    traceAction(statement, request),
    ...traceResource(statement, document, request),
    ...traceConditions(statement, request),
  ];
  return { matched: worst(elements), via, elements };
}

function worst(elements: readonly ElementTrace[]): Answer {
  if (elements.some(({ result }) => result === 'no')) return 'no';
  return elements.some(({ result }) => result === 'depends') ? 'depends' : 'yes';
}

function tracePrincipal(
  { source }: CompiledStatement,
  { principal }: PolicyRequest,
  via: PrincipalWay | undefined,
): ElementTrace[] {
  const element = source.principal;
  if (!element) return [];
  const wanted = element.entries.map((entry) => entry.text);
  const name = nameOf(principal);
  const failure =
    element.name === 'NotPrincipal'
      ? `The statement leaves out ${quoteAll(wanted)}, and so \`${name}\`.`
      : `The statement names ${quoteAll(wanted)}; the caller is \`${name}\`.`;
  const entry = via && element.entries.find((one) => matchEntry(one, principal) === via);
  return [
    {
      element: element.name,
      result: toAnswer(fromBoolean(via !== undefined)),
      explain: via ? describeWay(via, principal) : failure,
      wanted,
      found: [name],
      range: entry?.range ?? element.range,
      depends: [],
    },
  ];
}

function traceAction({ source, action }: CompiledStatement, request: PolicyRequest): ElementTrace {
  const element = source.action;
  if (!element) return traceMissing('Action');
  const lowerAction = request.action.toLowerCase();
  const listed = element.values.find((value) => compileActionPattern(value.text)(lowerAction));
  return {
    element: element.name,
    result: toAnswer(fromBoolean(action(lowerAction))),
    explain: describeListed(element.name, request.action, element.values, listed),
    wanted: element.values.map((value) => value.text),
    found: [request.action],
    range: element.name === 'Action' && listed ? listed.range : element.range,
    depends: [],
  };
}

function traceResource(
  { source, resource }: CompiledStatement,
  document: PolicyDocument,
  request: PolicyRequest,
): ElementTrace[] {
  const element = source.resource;
  if (!element) return missingElement(document, source) === 'Resource' ? [traceMissing('Resource')] : [];
  const { resource: arn, context } = request;
  const result = resource(arn, context);
  const listed = element.values.find(
    (value) => compileResourcePattern(value.text, document.version)(arn, context) === YES,
  );
  const filled = element.values.map((value) => fillIn(value, document, request));
  const unresolved = filled.flatMap((value) => (value.unresolved ? [value.unresolved] : []));
  const faults = unresolved.map(({ key, state }) =>
    state === 'absent'
      ? ` The variable \`${key}\` has no single value in this request.`
      : ` \`${key}\` is not known yet.`,
  );
  return [
    {
      element: element.name,
      result: toAnswer(result),
      explain: describeListed(element.name, arn, filled, listed) + faults.join(''),
      wanted: filled.map((value) => value.text),
      found: [arn],
      range: element.name === 'Resource' && listed ? listed.range : element.range,
      depends: result === MAYBE ? unknownResourceKeys(element, document.version, context) : [],
    },
  ];
}

function fillIn({ text }: TextValue, { version }: PolicyDocument, { context }: PolicyRequest) {
  const expansion = expandText(resourceTemplate(text, version), context);
  if (isUnresolved(expansion)) return { text, unresolved: expansion };
  const fifth = /^(?:[^:]*:){5}/.exec(text)?.[0];
  return { text: fifth === undefined ? text : fifth + expansion, unresolved: undefined };
}

/** "`a:B` is covered by `a:*`", "`a:B` is none of `a:C`, `a:D`" and the same for the negated elements. */
function describeListed(
  element: ElementTrace['element'],
  subject: string,
  values: readonly { readonly text: string }[],
  listed: TextValue | undefined,
): string {
  const isNegated = element.startsWith('Not');
  const all = quoteAll(values.map((value) => value.text));
  if (!listed) {
    const sentence = `\`${subject}\` is not covered by ${all}`;
    return isNegated ? `${sentence}, which ${element} excepts.` : `${sentence}.`;
  }
  const sentence = `\`${subject}\` is covered by \`${listed.text}\``;
  return isNegated ? `${sentence}, which ${element} excepts.` : `${sentence}.`;
}

function traceConditions({ conditions }: CompiledStatement, { context }: PolicyRequest): ElementTrace[] {
  return conditions.map((condition) => {
    const { source } = condition;
    const { result, explain, wanted, found, depends } = explainCondition(condition, context);
    return {
      element: 'Condition',
      result,
      explain,
      wanted,
      found: typeof found === 'string' ? [] : found,
      range: source.range,
      operator: source.operator,
      key: source.key,
      depends,
    };
  });
}

function traceMissing(element: 'Action' | 'Resource'): ElementTrace {
  const explain = `The statement has no ${element}, so it has no effect.`;
  return { element, result: 'no', explain, wanted: [], found: [], depends: [] };
}
