import type { PolicyVersion, ResourceElement } from '../document/document';
import { compileArnPattern } from './arn-pattern';
import { type Context, mergeKeys } from './context';
import { rememberLast } from './remember';
import { both, either, fromBoolean, MAYBE, NO, not, type Tri, YES } from './tri';
import {
  expandPattern,
  expandText,
  isUnresolved,
  noContext,
  parseTemplate,
  type Template,
} from './variables';
import { readWildcards, type Test } from './wildcard';

/** A whole Resource or NotResource element against one ARN; MAYBE where a variable is not known yet. */
export type ResourceMatcher = (resource: string, context: Context) => Tri;

/** One pattern of the element; undefined when a variable has no value, so that neither it nor its negation holds. */
export type ResourcePattern = (resource: string, context: Context) => Tri | undefined;

/** Letter case matters. fact: authorization 4: part by part; 5: variables with Version 2012-10-17. */
export function compileResource(element: ResourceElement, version: PolicyVersion): ResourceMatcher {
  const patterns = element.values.map((value) => compileResourcePattern(value.text, version));
  const match = element.name === 'Resource' ? matchAny : matchNone;
  return (resource, context) => match(patterns, resource, context);
}

/** One pattern alone, for an explanation that has to name the one that matched. */
export function compileResourcePattern(text: string, version: PolicyVersion): ResourcePattern {
  const { head, tail } = splitArn(text);
  const template = parseTemplate(tail, version);
  if (template.isConstant) {
    const test = rememberLast(compileTail(head, template));
    return (resource) => fromBoolean(test(resource));
  }
  return (resource, context) => {
    const tokens = expandPattern(template, context);
    if (isUnresolved(tokens)) return tokens.state === 'unknown' ? MAYBE : undefined;
    return fromBoolean(compileArnPattern([...readWildcards(head), ...tokens])(resource));
  };
}

/** The keys that would settle an element that depends. */
export function unknownResourceKeys(
  element: ResourceElement,
  version: PolicyVersion,
  context: Context,
): readonly string[] {
  const keys = element.values.flatMap(({ text }) => {
    const expansion = expandText(resourceTemplate(text, version), context);
    return isUnresolved(expansion) && expansion.state === 'unknown' ? [expansion.key] : [];
  });
  return mergeKeys([keys]);
}

/** The variables of a pattern, for an explanation. */
export function resourceTemplate(text: string, version: PolicyVersion): Template {
  return parseTemplate(splitArn(text).tail, version);
}

/** assumed: as documented, variables are replaced only behind the fifth colon; before it they are plain text. */
function splitArn(text: string): { readonly head: string; readonly tail: string } {
  const fifth = /^(?:[^:]*:){5}/.exec(text)?.[0] ?? text;
  return { head: fifth, tail: text.slice(fifth.length) };
}

function compileTail(head: string, template: Template): Test {
  const tokens = expandPattern(template, noContext);
  return compileArnPattern([...readWildcards(head), ...(isUnresolved(tokens) ? [] : tokens)]);
}

function matchAny(patterns: readonly ResourcePattern[], resource: string, context: Context): Tri {
  let result: Tri = NO;
  for (const pattern of patterns) result = either(result, pattern(resource, context) ?? NO);
  return result;
}

/** assumed: a variable without a value spoils the comparison, so the statement does not apply. */
function matchNone(patterns: readonly ResourcePattern[], resource: string, context: Context): Tri {
  let result: Tri = YES;
  for (const pattern of patterns) {
    const one = pattern(resource, context);
    result = one === undefined ? NO : both(result, not(one));
  }
  return result;
}
