import { pythonFloatText } from '../python';
import { jsonText } from './json';
import { byCodePoint, isMapping } from './values';
import { BREAK, doubleQuotedForm, scalarStyle } from './yaml-scalar';

/** Lines are folded at the first blank after this column. */
const BEST_WIDTH = 80;

/** Block style, keys sorted; a scalar alone is written as JSON. */
export function yamlText(value: unknown): string {
  if (!Array.isArray(value) && !isMapping(value)) return `${jsonText(value)}\n`;
  const writer = new YamlWriter();
  writer.root(value);
  return writer.text;
}

class YamlWriter {
  text = '';
  private column = 0;

  root(value: unknown): void {
    this.block(value, 0);
    if (!this.text.endsWith('\n')) this.write('\n');
  }

  /** Writes a mapping or list of one line each, the first where the pen stands. */
  private block(value: unknown, indent: number): void {
    if (Array.isArray(value) && value.length > 0) this.items(value, indent);
    else if (isMapping(value) && Object.keys(value).length > 0) this.members(value, indent);
    else this.write(Array.isArray(value) ? '[]' : '{}');
  }

  private items(items: readonly unknown[], indent: number): void {
    items.forEach((item, at) => {
      if (at > 0) this.startLine(indent);
      this.write('- ');
      this.nested(item, indent + 2);
    });
  }

  private members(mapping: Readonly<Record<string, unknown>>, indent: number): void {
    Object.keys(mapping)
      .sort(byCodePoint)
      .forEach((key, at) => {
        if (at > 0) this.startLine(indent);
        this.key(key, indent);
        const value = mapping[key];
        if (Array.isArray(value) && value.length > 0) {
          this.startLine(indent);
          this.items(value, indent);
        } else if (isMapping(value) && Object.keys(value).length > 0) {
          this.startLine(indent + 2);
          this.members(value, indent + 2);
        } else {
          this.write(' ');
          this.nested(value, indent + 2);
        }
      });
  }

  private key(key: string, indent: number): void {
    // Long keys and keys of several lines are announced by a question mark and end on a line of their own.
    if ([...key].length > 128 || BREAK.test(key) || key.includes('\u0085')) {
      this.write('? ');
      this.scalar(key, indent + 2, false);
      this.startLine(indent);
      this.write(':');
    } else {
      this.scalar(key, indent, true);
      this.write(':');
    }
  }

  private nested(value: unknown, indent: number): void {
    if (Array.isArray(value) || isMapping(value)) this.block(value, indent);
    else if (typeof value === 'string') this.scalar(value, indent, false);
    else if (value instanceof Number) this.write(floatText(value.valueOf()));
    else if (typeof value === 'number' && !Number.isInteger(value)) this.write(floatText(value));
    else this.write(jsonText(value));
  }

  private scalar(text: string, indent: number, isKey: boolean): void {
    const style = scalarStyle(text, isKey);
    if (style === 'plain') this.plain(text, indent, !isKey);
    else if (style === 'single') this.singleQuoted(text, indent, !isKey);
    else this.doubleQuoted(text, indent, !isKey);
  }

  private plain(text: string, indent: number, folds: boolean): void {
    const blanks = /( +)/;
    for (const piece of text.split(blanks)) {
      if (piece === ' ' && folds && this.column > BEST_WIDTH) this.startLine(indent);
      else this.write(piece);
    }
  }

  private singleQuoted(text: string, indent: number, folds: boolean): void {
    this.write("'");
    const pieces = text.split(/( +|[\n\u2028\u2029]+)/).filter((piece) => piece !== '');
    pieces.forEach((piece, at) => {
      const inside = at > 0 && at < pieces.length - 1;
      if (piece === ' ' && inside && folds && this.column > BEST_WIDTH) this.startLine(indent);
      else if (piece.startsWith('\n')) {
        // One break more than the text has: a single one would be read as a blank.
        this.write(piece);
        this.startLine(indent);
      } else if (BREAK.test(piece)) this.write(`${piece}${' '.repeat(indent)}`);
      else this.write(piece.replaceAll("'", "''"));
    });
    this.write("'");
  }

  private doubleQuoted(text: string, indent: number, folds: boolean): void {
    this.write('"');
    const characters = [...text];
    let afterBlank = false;
    characters.forEach((character, at) => {
      const inside = at > 0 && at < characters.length - 1;
      if (character === ' ' && !afterBlank && inside && folds && this.column > BEST_WIDTH) {
        this.startLine(indent);
        if (characters[at + 1] === ' ') this.write('\\');
        afterBlank = true;
        return;
      }
      this.write(doubleQuotedForm(character));
      afterBlank = character === ' ';
    });
    this.write('"');
  }

  private startLine(indent: number): void {
    this.write(`\n${' '.repeat(indent)}`);
  }

  private write(piece: string): void {
    this.text += piece;
    const newline = lastBreak(piece);
    this.column = newline < 0 ? this.column + [...piece].length : [...piece.slice(newline + 1)].length;
  }
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return pythonFloatText(value);
}

function lastBreak(text: string): number {
  return Math.max(...['\n', '\u2028', '\u2029'].map((character) => text.lastIndexOf(character)));
}
