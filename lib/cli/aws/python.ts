/** How Python, in which the CLI is written, prints values in error texts. */
export function pythonRepr(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Uint8Array) return byteRepr(value);
  if (value instanceof PythonFloat) return pythonFloatText(value.value);
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  const members = Object.entries(value as object).map(([key, item]) => `${quoted(key)}: ${pythonRepr(item)}`);
  return `{${members.join(', ')}}`;
}

/** Python's `str(value)`: a text as it is, anything else as `repr` shows it. */
export function pythonStr(value: unknown): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** The name of the value's Python type: `<class 'int'>`. */
export function pythonType(value: unknown): string {
  return `<class '${typeName(value)}'>`;
}

/** A number with a fractional part in Python's eyes, even when it is whole: it prints as `2.0`. */
export class PythonFloat extends Number {
  get value(): number {
    return this.valueOf();
  }
}

/** `repr(float)`. */
export function pythonFloatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  if (value !== 0 && (exponent < -4 || exponent >= 16)) {
    const [digits, power] = value.toExponential().split('e') as [string, string];
    return `${digits}e${power.startsWith('-') ? '-' : '+'}${power.replace(/^[+-]/, '').padStart(2, '0')}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

function pythonNumber(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : pythonFloatText(value);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'string') return 'str';
  if (value instanceof PythonFloat) return 'float';
  if (value instanceof Uint8Array) return 'bytes';
  return Array.isArray(value) ? 'list' : 'dict';
}

function quoted(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = '';
  for (const character of text) out += escaped(character, mark);
  return mark + out + mark;
}

function escaped(character: string, mark: string): string {
  if (character === mark || character === '\\') return `\\${character}`;
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0) as number;
  if (code < 32 || code === 127) return `\\x${code.toString(16).padStart(2, '0')}`;
  return character;
}

function byteRepr(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) {
    if (byte > 126) out += `\\x${byte.toString(16)}`;
    else out += escaped(String.fromCharCode(byte), "'");
  }
  return `b'${out}'`;
}
