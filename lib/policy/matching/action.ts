import type { ActionElement } from '../document/document';
import { compileWildcard, readWildcards, type Test } from './wildcard';

/** Letter case does not matter (fact: authorization 4); the subject must come in lower case. */
export function compileAction(element: ActionElement): Test {
  const tests = element.values.map((value) => compileActionPattern(value.text));
  const isListed: Test = (lowerAction) => tests.some((test) => test(lowerAction));
  return element.name === 'Action' ? isListed : (lowerAction) => !isListed(lowerAction);
}

/** One pattern alone; its subject must come in lower case too. */
export function compileActionPattern(pattern: string): Test {
  return compileWildcard(readWildcards(pattern.toLowerCase()));
}
