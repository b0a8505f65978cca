import { isObject } from '../../../base';
import { compileStars } from '../../../policy';

/** Whether an event's text fits a filter pattern. */
export type Matcher = (message: string) => boolean;

/**
 * Reads a filter pattern: terms (`ERROR -debug ?a ?b "two words"`) or a JSON condition (`{ $.eventName = "Decrypt" }`).
 * Answers nothing for one that cannot be read.
 * differs: no space-delimited fields, no array members, no regular expressions
 */
export function compilePattern(pattern: string): Matcher | undefined {
  const text = pattern.trim();
  if (text.startsWith('{')) return jsonMatcher(text);
  const terms = text.match(/[-?]?(?:"[^"]*"|\S+)/g) ?? [];
  const bare = (term: string) => term.replace(/^[-?]/, '').replace(/^"(.*)"$/, '$1');
  const any = terms.filter((term) => term.startsWith('?')).map(bare);
  const none = terms.filter((term) => term.startsWith('-')).map(bare);
  const all = terms.filter((term) => !/^[-?]/.test(term)).map(bare);
  return (message) =>
    all.every((term) => message.includes(term)) &&
    none.every((term) => !message.includes(term)) &&
    (any.length === 0 || any.some((term) => message.includes(term)));
}

type Test = (event: unknown) => boolean;

function jsonMatcher(text: string): Matcher | undefined {
  const inner = /^\{(.*)\}$/s.exec(text)?.[1];
  const tokens = inner?.match(TOKENS);
  if (
    !inner ||
    !tokens ||
    tokens.join('').length !== inner.replace(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '').length
  ) {
    return undefined;
  }
  const reader = new Reader(tokens);
  const test = reader.either();
  if (!test || !reader.isDone) return undefined;
  return (message) => {
    const event = parsed(message);
    return event !== undefined && test(event);
  };
}

/** Parentheses, connectives, comparisons, selectors, strings, and bare words. */
const TOKENS = /\(|\)|&&|\|\||!=|<=|>=|=|<|>|\$(?:\.[\w-]+)+|"[^"]*"|[^\s()&|=<>!"]+/g;

function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

class Reader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  get isDone(): boolean {
    return this.at === this.tokens.length;
  }

  either(): Test | undefined {
    const tests = this.list('||', () => this.both());
    return tests && ((event) => tests.some((test) => test(event)));
  }

  private both(): Test | undefined {
    const tests = this.list('&&', () => this.one());
    return tests && ((event) => tests.every((test) => test(event)));
  }

  private list(connective: string, part: () => Test | undefined): readonly Test[] | undefined {
    const tests: Test[] = [];
    do {
      const test = part();
      if (!test) return undefined;
      tests.push(test);
    } while (this.takes(connective));
    return tests;
  }

  private one(): Test | undefined {
    if (this.takes('(')) {
      const test = this.either();
      return this.takes(')') ? test : undefined;
    }
    const selector = this.next();
    if (!selector?.startsWith('$.')) return undefined;
    const path = selector.slice(2).split('.');
    const operator = this.next()?.toUpperCase();
    const given = this.next();
    if (operator === undefined || given === undefined) return undefined;
    return testOf(path, operator, given);
  }

  private next(): string | undefined {
    return this.tokens[this.at++];
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }
}

function testOf(path: readonly string[], operator: string, given: string): Test | undefined {
  const word = given.toUpperCase();
  if (operator === 'NOT' && word === 'EXISTS') return (event) => memberOf(event, path) === undefined;
  if (operator === 'IS') {
    const wanted = { NULL: null, TRUE: true, FALSE: false }[word];
    return wanted === undefined ? undefined : (event) => memberOf(event, path) === wanted;
  }
  if (operator === '=' || operator === '!=') {
    const isEqual = equals(given.replace(/^"(.*)"$/, '$1'));
    // What is not there is neither equal nor unequal.
    return (event) => {
      const member = memberOf(event, path);
      return member !== undefined && member !== null && isEqual(member) === (operator === '=');
    };
  }
  const compare = COMPARE[operator];
  const bound = Number(given);
  if (!compare || Number.isNaN(bound)) return undefined;
  return (event) => {
    const member = memberOf(event, path);
    return typeof member === 'number' && compare(member, bound);
  };
}

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** A star stands for any characters. */
function equals(wanted: string): (member: unknown) => boolean {
  const fits = compileStars(wanted);
  return (member) => fits(String(member));
}

function memberOf(event: unknown, path: readonly string[]): unknown {
  let member = event;
  for (const name of path) {
    if (!isObject(member) || !Object.hasOwn(member, name)) return undefined;
    member = member[name];
  }
  return member;
}
