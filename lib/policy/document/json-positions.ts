import { JSON_ESCAPES } from '../../base';

/** `line` and `column` count from 1, `offset` from 0; all in UTF-16 code units. */
type Position = { readonly line: number; readonly column: number; readonly offset: number };

/** `to` is the place after the last character. */
export type TextRange = { readonly from: Position; readonly to: Position };

export type JsonMember = { readonly name: string; readonly nameRange: TextRange; readonly value: JsonNode };

/** Numbers keep their text: a policy compares them as written. Members keep their order and may repeat a name. */
export type JsonNode =
  | { readonly kind: 'object'; readonly range: TextRange; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly range: TextRange; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly range: TextRange; readonly value: string }
  | { readonly kind: 'number'; readonly range: TextRange; readonly text: string }
  | { readonly kind: 'boolean'; readonly range: TextRange; readonly value: boolean }
  | { readonly kind: 'null'; readonly range: TextRange };

/** The first thing that is no JSON; reading ends there. */
type JsonFault = { readonly expected: string; readonly found: string; readonly range: TextRange };

export type JsonReading =
  | { readonly ok: true; readonly root: JsonNode }
  | { readonly ok: false; readonly fault: JsonFault };

/** assumed: no policy nests deeper; the limit keeps a hostile text from exhausting the stack. */
const MAX_DEPTH = 64;
const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z]+/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings exclude exactly these
const PLAIN_CHARACTERS = /[^"\\\u0000-\u001f]*/y;

/** Reads JSON text (RFC 8259) and keeps where every value stood. Never throws, whatever the text. */
export function readJson(text: string): JsonReading {
  const reader = new JsonReader(text);
  try {
    return { ok: true, root: reader.readDocument() };
  } catch (thrown) {
    if (thrown instanceof Stop) return { ok: false, fault: thrown.fault };
    throw thrown;
  }
}

/** Ends the reading at the first fault; never leaves this file. */
class Stop extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault.expected);
    this.fault = fault;
  }
}

class JsonReader {
  private readonly text: string;
  private readonly lineStarts: readonly number[];
  private at = 0;

  constructor(text: string) {
    this.text = text;
    this.lineStarts = findLineStarts(text);
  }

  readDocument(): JsonNode {
    const root = this.readValue(0);
    this.skipBlanks();
    if (this.at < this.text.length) this.stop('the end of the text');
    return root;
  }

  private readValue(depth: number): JsonNode {
    this.skipBlanks();
    if (depth > MAX_DEPTH) this.stop(`at most ${MAX_DEPTH} levels of nesting`);
    const start = this.at;
    const character = this.text[start];
    if (character === '{') return this.readObject(depth);
    if (character === '[') return this.readArray(depth);
    if (character === '"') return { kind: 'string', value: this.readString(), range: this.rangeFrom(start) };
    const number = this.take(NUMBER);
    if (number !== '') return { kind: 'number', text: number, range: this.rangeFrom(start) };
    return this.readWord(start);
  }

  private readWord(start: number): JsonNode {
    const word = this.take(WORD);
    const range = this.rangeFrom(start);
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', range };
    if (word === 'null') return { kind: 'null', range };
    this.at = start;
    return this.stop('a JSON value');
  }

  private readObject(depth: number): JsonNode {
    const start = this.at;
    const members: JsonMember[] = [];
    this.at++;
    this.skipBlanks();
    while (this.text[this.at] !== '}') {
      if (members.length > 0) this.expect(',', '"," or "}"');
      this.skipBlanks();
      const nameStart = this.at;
      if (this.text[nameStart] !== '"') this.stop('a member name in double quotes');
      const name = this.readString();
      const nameRange = this.rangeFrom(nameStart);
      this.skipBlanks();
      this.expect(':', `":" after "${name}"`);
      members.push({ name, nameRange, value: this.readValue(depth + 1) });
      this.skipBlanks();
    }
    this.at++;
    return { kind: 'object', members, range: this.rangeFrom(start) };
  }

  private readArray(depth: number): JsonNode {
    const start = this.at;
    const items: JsonNode[] = [];
    this.at++;
    this.skipBlanks();
    while (this.text[this.at] !== ']') {
      if (items.length > 0) this.expect(',', '"," or "]"');
      items.push(this.readValue(depth + 1));
      this.skipBlanks();
    }
    this.at++;
    return { kind: 'array', items, range: this.rangeFrom(start) };
  }

  private readString(): string {
    this.at++;
    let value = this.take(PLAIN_CHARACTERS);
    while (this.text[this.at] === '\\') {
      value += this.readEscape() + this.take(PLAIN_CHARACTERS);
    }
    this.expect('"', 'the closing double quote of the string');
    return value;
  }

  private readEscape(): string {
    const letter = this.text.charAt(this.at + 1);
    const plain = JSON_ESCAPES[letter];
    if (plain !== undefined) {
      this.at += 2;
      return plain;
    }
    const digits = this.text.slice(this.at + 2, this.at + 6);
    if (letter !== 'u' || !/[0-9A-Fa-f]{4}/.test(digits)) this.stop('a valid escape after the backslash');
    this.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.text)?.[0] ?? '';
    this.at += taken.length;
    return taken;
  }

  private skipBlanks(): void {
    this.take(BLANK);
  }

  private expect(character: string, expected: string): void {
    if (this.text[this.at] !== character) this.stop(expected);
    this.at++;
  }

  private stop(expected: string): never {
    const character = this.text[this.at];
    const found = character === undefined ? 'the end of the text' : JSON.stringify(character);
    const to = Math.min(this.at + 1, this.text.length);
    throw new Stop({ expected, found, range: { from: this.positionAt(this.at), to: this.positionAt(to) } });
  }

  private rangeFrom(start: number): TextRange {
    return { from: this.positionAt(start), to: this.positionAt(this.at) };
  }

  private positionAt(offset: number): Position {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1, offset };
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
