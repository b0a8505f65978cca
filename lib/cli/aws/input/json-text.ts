import { JSON_ESCAPES } from '../../../base';
import { PythonFloat } from '../python';

/** JSON text that does not parse, in the words of the parser the CLI uses. */
export class JsonTextError extends Error {}

/** Reads JSON as the CLI does: its error texts, and `2.0` told apart from `2`. */
export function parseJsonText(text: string): unknown {
  return new Reader(text).document();
}

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const LITERALS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', new PythonFloat(Number.NaN)],
  ['Infinity', new PythonFloat(Infinity)],
  ['-Infinity', new PythonFloat(-Infinity)],
]);

class Reader {
  private at = 0;

  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  document(): unknown {
    if (this.text.startsWith('\ufeff')) throw this.fault('Unexpected UTF-8 BOM (decode using utf-8-sig)', 0);
    this.blanks();
    const value = this.value();
    this.blanks();
    if (this.at < this.text.length) throw this.fault('Extra data', this.at);
    return value;
  }

  private value(): unknown {
    const start = this.text[this.at];
    if (start === '"') return this.string();
    if (start === '{') return this.object();
    if (start === '[') return this.array();
    for (const [word, value] of LITERALS) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    return this.number();
  }

  private number(): unknown {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text);
    if (!found) throw this.fault('Expecting value', this.at);
    this.at += found[0].length;
    const number = Number(found[0]);
    return found[1] !== undefined || found[2] !== undefined ? new PythonFloat(number) : number;
  }

  private object(): Record<string, unknown> {
    const members = new Map<string, unknown>();
    this.at += 1;
    this.blanks();
    if (this.text[this.at] === '}') {
      this.at += 1;
      return {};
    }
    for (;;) {
      if (this.text[this.at] !== '"') {
        throw this.fault('Expecting property name enclosed in double quotes', this.at);
      }
      const key = this.string();
      this.blanks();
      if (this.text[this.at] !== ':') throw this.fault("Expecting ':' delimiter", this.at);
      this.at += 1;
      this.blanks();
      members.set(key, this.value());
      if (this.ended('}')) return Object.fromEntries(members);
    }
  }

  private array(): unknown[] {
    const items: unknown[] = [];
    this.at += 1;
    this.blanks();
    if (this.text[this.at] === ']') {
      this.at += 1;
      return items;
    }
    for (;;) {
      items.push(this.value());
      if (this.ended(']')) return items;
    }
  }

  /** Takes the comma to the next member, or the end. */
  private ended(end: string): boolean {
    this.blanks();
    const next = this.text[this.at];
    if (next !== ',' && next !== end) throw this.fault("Expecting ',' delimiter", this.at);
    this.at += 1;
    if (next === end) return true;
    this.blanks();
    return false;
  }

  private string(): string {
    const start = this.at;
    let out = '';
    this.at += 1;
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) throw this.fault('Unterminated string starting at', start);
      if (character === '"') {
        this.at += 1;
        return out;
      }
      if (character === '\\') out += this.escape(start);
      else if (character < ' ') throw this.fault('Invalid control character at', this.at);
      else {
        out += character;
        this.at += 1;
      }
    }
  }

  private escape(start: number): string {
    const kind = this.text[this.at + 1];
    if (kind === undefined) throw this.fault('Unterminated string starting at', start);
    if (kind === 'u') {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.fault('Invalid \\uXXXX escape', this.at + 1);
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const escaped = JSON_ESCAPES[kind];
    if (escaped === undefined) throw this.fault('Invalid \\escape', this.at);
    this.at += 2;
    return escaped;
  }

  private blanks(): void {
    while (/[ \t\n\r]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private fault(what: string, at: number): JsonTextError {
    const before = this.text.slice(0, at);
    const line = before.split('\n').length;
    const column = at - before.lastIndexOf('\n');
    return new JsonTextError(`${what}: line ${line} column ${column} (char ${at})`);
  }
}
