/**
 * The CLI's shorthand: `Key=a,Value=b`, `k=v,w` for a list, `[a,b]`, `{k=v}`, quotes of both kinds and
 * `\,` for a comma. It knows nothing of shapes; `fit.ts` fits what it reads to them.
 */
export type ShorthandValue = string | readonly ShorthandValue[] | { readonly [key: string]: ShorthandValue };

/** The text does not parse; the message shows where. */
export class ShorthandError extends Error {}

export function parseShorthand(text: string): Record<string, ShorthandValue> {
  return new Reading(text).parameter();
}

const KEY_CHARACTERS = /[a-zA-Z0-9\-_.#/:]/;
const SINGLE_QUOTED = /'(?:\\\\|\\'|[^'])*'/y;
const DOUBLE_QUOTED = /"(?:\\\\|\\"|[^"])*"/y;
const WORD_START = String.raw`(?:\\,|[!#-&(-+\--<>-Z\\-z|-\uffff])`;
/** In a value that ends at a comma, a bracket or a brace. */
const FIRST = new RegExp(String.raw`${WORD_START}(?:\\,|[\s!#-&(-+\--\\^-|~-\uffff])*`, 'y');
/** In the further values of `a=b,c`: an equals sign shows that the next key has begun. */
const SECOND = new RegExp(String.raw`${WORD_START}(?:\\,|[\s!#-&(-+\--<>-\uffff])*`, 'y');

class Reading {
  private at = 0;

  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  parameter(): Record<string, ShorthandValue> {
    const values = new Map<string, ShorthandValue>();
    let [key, value] = this.pair();
    values.set(key, value);
    let last = this.at;
    while (this.at < this.text.length) {
      this.expect(',', true);
      [key, value] = this.pair();
      if (values.has(key)) throw this.duplicate(key, last + 1);
      values.set(key, value);
      last = this.at;
    }
    return Object.fromEntries(values);
  }

  private pair(): [string, ShorthandValue] {
    const key = this.key();
    this.expect('=', true);
    return [key, this.values()];
  }

  private key(): string {
    const start = this.at;
    while (this.at < this.text.length && KEY_CHARACTERS.test(this.current as string)) this.at += 1;
    return this.text.slice(start, this.at);
  }

  private values(): ShorthandValue {
    if (this.ended) return '';
    if (this.current === '[') return this.list();
    if (this.current === '{') return this.hash();
    return this.commaValues();
  }

  private commaValues(): ShorthandValue {
    const first = this.firstValue();
    this.blanks();
    if (this.ended || this.current !== ',') return first;
    this.expect(',', true);
    const values = [first];
    for (;;) {
      const mark = this.at;
      try {
        const value = this.secondValue();
        this.blanks();
        if (this.ended) {
          values.push(value);
          break;
        }
        this.expect(',', true);
        values.push(value);
      } catch (error) {
        if (!(error instanceof ShorthandError) || this.ended) throw error;
        // The next key has begun: back to the comma before it.
        this.at = this.text.lastIndexOf(',', Math.max(this.at, mark));
        break;
      }
    }
    return values.length === 1 ? first : values;
  }

  private list(): ShorthandValue {
    this.expect('[', true);
    const values: ShorthandValue[] = [];
    while (this.current !== ']') {
      values.push(this.nested());
      this.separator(']');
    }
    this.expect(']');
    return values;
  }

  private hash(): ShorthandValue {
    this.expect('{', true);
    const values = new Map<string, ShorthandValue>();
    while (this.current !== '}') {
      const key = this.key();
      this.expect('=', true);
      const value = this.nested();
      this.separator('}');
      values.set(key, value);
    }
    this.expect('}');
    return Object.fromEntries(values);
  }

  private nested(): ShorthandValue {
    if (this.current === '[') return this.list();
    if (this.current === '{') return this.hash();
    return this.firstValue();
  }

  private separator(end: string): void {
    this.blanks();
    if (this.current === end) return;
    this.expect(',');
    this.blanks();
  }

  private firstValue(): string {
    return this.quoted() ?? bare(this.match(FIRST) ?? '');
  }

  private secondValue(): string {
    return this.quoted() ?? bare(this.must(SECOND, 'second'));
  }

  private quoted(): string | undefined {
    if (this.current === "'")
      return this.must(SINGLE_QUOTED, 'singled quoted')
        .slice(1, -1)
        .replaceAll("\\'", "'")
        .replaceAll('\\\\', '\\');
    if (this.current === '"')
      return this.must(DOUBLE_QUOTED, 'double quoted')
        .slice(1, -1)
        .replaceAll('\\"', '"')
        .replaceAll('\\\\', '\\');
    return undefined;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private must(pattern: RegExp, name: string): string {
    const found = this.match(pattern);
    if (found === undefined) throw this.unexpected(`<${name}>`, '<none>');
    return found;
  }

  private expect(character: string, blanksAround = false): void {
    if (blanksAround) this.blanks();
    if (this.current !== character) throw this.unexpected(character, this.current ?? 'EOF');
    this.at += 1;
    if (blanksAround) this.blanks();
  }

  private blanks(): void {
    while (!this.ended && /[ \t\n\r\v\f]/.test(this.current as string)) this.at += 1;
  }

  private get current(): string | undefined {
    return this.text[this.at];
  }

  private get ended(): boolean {
    return this.at >= this.text.length;
  }

  private unexpected(expected: string, received: string): ShorthandError {
    const place = pointAt(this.text, this.at);
    return new ShorthandError(`Expected: '${expected}', received: '${received}' for input:\n${place}`);
  }

  private duplicate(key: string, at: number): ShorthandError {
    return new ShorthandError(
      `Second instance of key "${key}" encountered for input:\n${pointAt(this.text, at)}\n` +
        'This is often because there is a preceding "," instead of a space.',
    );
  }
}

function bare(word: string): string {
  return word.replaceAll('\\,', ',').replace(/\s+$/, '');
}

/** The text with a caret under the character at `at`. */
function pointAt(text: string, at: number): string {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', at);
  const consumed = newline < 0 ? text : text.slice(0, newline);
  const remaining = newline < 0 ? '' : text.slice(newline);
  return `${consumed}\n${' '.repeat(at - lineStart)}^${remaining}`;
}
