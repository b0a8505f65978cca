import { JmespathError } from './errors';
import { type Token, tokenize } from './lexer';
import type { Node } from './node';

const BINDING: Readonly<Record<string, number>> = {
  pipe: 1,
  or: 2,
  and: 3,
  eq: 5,
  gt: 5,
  lt: 5,
  gte: 5,
  lte: 5,
  ne: 5,
  flatten: 9,
  star: 20,
  filter: 21,
  dot: 40,
  not: 45,
  lbrace: 50,
  lbracket: 55,
  lparen: 60,
};
/** What binds weaker ends a projection. */
const PROJECTION_STOP = 10;
const COMPARATORS: readonly string[] = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'];
const IDENTITY: Node = { kind: 'identity' };

/** @throws JmespathError in the words of the CLI's query library. */
export function parseJmespath(text: string): Node {
  return new Parser(text).whole();
}

class Parser {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
  }

  whole(): Node {
    const node = this.expression(0);
    if (this.type !== 'eof') throw this.fault(this.token, `Unexpected token: ${this.token.value}`);
    return node;
  }

  private expression(binding: number): Node {
    let left = this.prefix(this.advance());
    while (binding < (BINDING[this.type] ?? 0)) left = this.infix(this.advance(), left);
    return left;
  }

  private prefix(token: Token): Node {
    switch (token.type) {
      case 'literal':
        return { kind: 'literal', value: token.value };
      case 'unquoted_identifier':
        return { kind: 'field', name: token.value as string };
      case 'quoted_identifier':
        if (this.type === 'lparen') {
          throw this.fault(this.token, 'Quoted identifier not allowed for function names.');
        }
        return { kind: 'field', name: token.value as string };
      case 'star':
        return {
          kind: 'values',
          left: IDENTITY,
          right: this.type === 'rbracket' ? IDENTITY : this.projected('star'),
        };
      case 'filter':
        return this.filter(IDENTITY);
      case 'lbrace':
        return this.hash();
      case 'lparen': {
        const inner = this.expression(0);
        this.match('rparen');
        return inner;
      }
      case 'flatten':
        return {
          kind: 'projection',
          left: { kind: 'flatten', of: IDENTITY },
          right: this.projected('flatten'),
        };
      case 'not':
        return { kind: 'not', of: this.expression(BINDING.not as number) };
      case 'lbracket':
        return this.bracket();
      case 'current':
        return { kind: 'current' };
      case 'expref':
        return { kind: 'reference', of: this.expression(0) };
      default:
        throw this.fault(token, 'invalid token');
    }
  }

  private infix(token: Token, left: Node): Node {
    if (COMPARATORS.includes(token.type)) {
      return {
        kind: 'compare',
        operator: token.type,
        left,
        right: this.expression(BINDING[token.type] as number),
      };
    }
    switch (token.type) {
      case 'dot':
        if (this.type !== 'star')
          return { kind: 'subexpression', left, right: this.afterDot(BINDING.dot as number) };
        this.advance();
        return { kind: 'values', left, right: this.projected('star') };
      case 'pipe':
      case 'or':
      case 'and':
        return { kind: token.type, left, right: this.expression(BINDING[token.type] as number) };
      case 'lparen':
        return this.call(token, left);
      case 'filter':
        return this.filter(left);
      case 'flatten':
        return { kind: 'projection', left: { kind: 'flatten', of: left }, right: this.projected('flatten') };
      case 'lbracket':
        return this.indexed(left);
      default:
        throw this.fault(token, 'invalid token');
    }
  }

  /** After `[` at the start of an expression: an index, a slice, `[*]` or a list of expressions. */
  private bracket(): Node {
    if (this.type === 'number' || this.type === 'colon') return this.sliced(IDENTITY, this.indexOrSlice());
    if (this.type === 'star' && this.peek(1) === 'rbracket') {
      this.advance();
      this.advance();
      return { kind: 'projection', left: IDENTITY, right: this.projected('star') };
    }
    return this.list();
  }

  private indexed(left: Node): Node {
    if (this.type === 'number' || this.type === 'colon') return this.sliced(left, this.indexOrSlice());
    this.match('star');
    this.match('rbracket');
    return { kind: 'projection', left, right: this.projected('star') };
  }

  private sliced(left: Node, right: Node): Node {
    const node: Node = left === IDENTITY ? right : { kind: 'subexpression', left, right };
    return right.kind === 'slice' ? { kind: 'projection', left: node, right: this.projected('star') } : node;
  }

  private indexOrSlice(): Node {
    if (this.peek(0) !== 'colon' && this.peek(1) !== 'colon') {
      const index = this.advance().value as number;
      this.match('rbracket');
      return { kind: 'index', index };
    }
    const parts: (number | undefined)[] = [undefined, undefined, undefined];
    let part = 0;
    while (this.type !== 'rbracket' && part < 3) {
      if (this.type === 'colon') {
        part += 1;
        if (part === 3) throw this.fault(this.token, 'syntax error');
        this.advance();
      } else if (this.type === 'number') parts[part] = this.advance().value as number;
      else throw this.fault(this.token, 'syntax error');
    }
    this.match('rbracket');
    return { kind: 'slice', parts };
  }

  private filter(left: Node): Node {
    const condition = this.expression(0);
    this.match('rbracket');
    return {
      kind: 'filter',
      left,
      right: this.type === 'flatten' ? IDENTITY : this.projected('filter'),
      condition,
    };
  }

  /** What follows a projection and is asked of each of its elements. */
  private projected(from: string): Node {
    if ((BINDING[this.type] ?? 0) < PROJECTION_STOP) return IDENTITY;
    const binding = BINDING[from] as number;
    if (this.type === 'lbracket' || this.type === 'filter') return this.expression(binding);
    if (this.type !== 'dot') throw this.fault(this.token, 'syntax error');
    this.advance();
    return this.afterDot(binding);
  }

  private afterDot(binding: number): Node {
    if (['quoted_identifier', 'unquoted_identifier', 'star'].includes(this.type))
      return this.expression(binding);
    if (this.type === 'lbracket') {
      this.advance();
      return this.list();
    }
    if (this.type === 'lbrace') {
      this.advance();
      return this.hash();
    }
    throw this.expected("['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace']");
  }

  private list(): Node {
    const items: Node[] = [];
    for (;;) {
      items.push(this.expression(0));
      if (this.peek(0) === 'rbracket') break;
      this.match('comma');
    }
    this.match('rbracket');
    return { kind: 'list', items };
  }

  private hash(): Node {
    const members: [string, Node][] = [];
    for (;;) {
      if (this.type !== 'quoted_identifier' && this.type !== 'unquoted_identifier') {
        throw this.expected("['quoted_identifier', 'unquoted_identifier']");
      }
      const name = this.advance().value as string;
      this.match('colon');
      members.push([name, this.expression(0)]);
      if (this.peek(0) === 'rbrace') break;
      this.match('comma');
    }
    this.match('rbrace');
    return { kind: 'hash', members };
  }

  private call(token: Token, callee: Node): Node {
    if (callee.kind !== 'field') throw this.fault(token, `Invalid function name '${token.value}'`);
    const args: Node[] = [];
    while (this.type !== 'rparen') {
      args.push(this.expression(0));
      if (this.type === 'comma') this.advance();
      else if (this.type !== 'rparen') this.match('rparen');
    }
    this.match('rparen');
    return { kind: 'call', name: callee.name, args };
  }

  private get token(): Token {
    return this.tokens[this.at] as Token;
  }

  private get type(): string {
    return this.token.type;
  }

  private peek(ahead: number): string {
    return this.tokens[this.at + ahead]?.type ?? 'eof';
  }

  private advance(): Token {
    const token = this.token;
    if (this.at < this.tokens.length - 1) this.at += 1;
    return token;
  }

  private match(type: string): void {
    if (this.type !== type) throw this.expected(type);
    this.advance();
  }

  private expected(what: string): JmespathError {
    return this.fault(this.token, `Expecting: ${what}, got: ${this.type}`);
  }

  private fault(token: Token, message: string): JmespathError {
    const place = `"${this.text}"\n${' '.repeat(token.start + 1)}^`;
    if (token.type === 'eof')
      return new JmespathError(`Invalid jmespath expression: Incomplete expression:\n${place}`);
    const named = `token "${token.value}" (${token.type.toUpperCase()})`;
    return new JmespathError(
      `${message}: Parse error at column ${token.start}, ${named}, for expression:\n${place}`,
    );
  }
}
