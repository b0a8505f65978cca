import type { Refusal } from '../../../aws';
import type { StoredValue } from '../records/item';
import { validation } from '../rules/errors';
import { isReserved } from '../rules/reserved-words';
import type { Bindings } from './bindings';
import type { Path } from './paths';
import { type Token, tokenize } from './tokens';

const END: Token = { kind: 'end', text: '<EOF>', at: 0 };

/**
 * Reads one expression from left to right. The first fault stops it: from then on every token is the end,
 * and whoever asked for the reading is told the fault instead.
 */
export class Parser {
  fault: string | undefined;
  private readonly tokens: readonly Token[];
  private at = 0;
  private readonly text: string;
  private readonly bindings: Bindings;

  constructor(text: string, bindings: Bindings) {
    this.text = text;
    this.bindings = bindings;
    const tokens = tokenize(text);
    this.tokens = 'strange' in tokens ? [] : tokens;
    if (text === '') this.fault = 'The expression can not be empty;';
    else if ('strange' in tokens) {
      const near = text.slice(Math.max(0, tokens.at - 5), tokens.at + 5);
      this.fault = `Syntax error; token: "${tokens.strange}", near: "${near}"`;
    }
  }

  peek(ahead = 0): Token {
    return this.fault ? END : (this.tokens[this.at + ahead] ?? END);
  }

  take(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  /** Takes the next token when it is this mark or keyword. */
  accept(text: string): boolean {
    if (!this.sees(text)) return false;
    this.at += 1;
    return true;
  }

  expect(text: string): void {
    if (!this.accept(text)) this.stumble();
  }

  sees(text: string): boolean {
    const token = this.peek();
    if (token.kind === 'end' || token.kind === 'name' || token.kind === 'value') return false;
    return token.text.toUpperCase() === text.toUpperCase();
  }

  /** Stops at the next token, which nobody expected. */
  stumble(): void {
    const token = this.peek();
    const before = this.tokens[this.at - 1] ?? token;
    const after = this.tokens[this.at + 1] ?? token;
    const end = after.kind === 'end' ? this.text.length : after.at + after.text.length;
    this.stop(`Syntax error; token: "${token.text}", near: "${this.text.slice(before.at, end)}"`);
  }

  stop(fault: string): void {
    this.fault ??= fault;
  }

  finish(): void {
    if (this.peek().kind !== 'end') this.stumble();
  }

  /** `a.b[0].#c`. */
  path(): Path {
    const path: (string | number)[] = [this.pathName()];
    for (;;) {
      if (this.accept('.')) path.push(this.pathName());
      else if (this.accept('[')) {
        const index = this.take();
        if (index.kind !== 'number') this.stumble();
        path.push(Number(index.text));
        this.expect(']');
      } else return path;
    }
  }

  value(): StoredValue {
    const { text } = this.take();
    const value = this.bindings.values[text];
    this.bindings.used.add(text);
    if (value) return value;
    this.stop(`An expression attribute value used in expression is not defined; attribute value: ${text}`);
    return { NULL: true };
  }

  private pathName(): string {
    const { kind, text } = this.peek();
    if (kind !== 'word' && kind !== 'name') {
      this.stumble();
      return '';
    }
    this.take();
    if (kind === 'word') {
      if (isReserved(text)) this.stop(`Attribute name is a reserved keyword; reserved keyword: ${text}`);
      return text;
    }
    this.bindings.used.add(text);
    const name = this.bindings.names[text];
    if (name === undefined) {
      this.stop(
        `An expression attribute name used in the document path is not defined; attribute name: ${text}`,
      );
    }
    return name ?? '';
  }
}

/** Reads a whole expression, or says what is wrong with it in DynamoDB's words. */
export function parseWhole<T>(
  member: string,
  text: string,
  bindings: Bindings,
  read: (parser: Parser) => T,
): T | Refusal {
  const parser = new Parser(text, bindings);
  const result = read(parser);
  parser.finish();
  return parser.fault ? validation(`Invalid ${member}: ${parser.fault}`) : result;
}
