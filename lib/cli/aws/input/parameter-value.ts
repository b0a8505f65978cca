import type { Shape } from '../../../aws';
import type { CliHost } from '../cli-host';
import { generalError, parameterError } from '../errors';
import { PythonFloat } from '../python';
import { pythonFloat } from './argument-parser';
import { fitShorthand, wholeNumber } from './fit-shorthand';
import { JsonTextError, parseJsonText } from './json-text';
import { parameterFile } from './parameter-file';
import { parseShorthand, ShorthandError } from './shorthand';

/** What the words after a flag stand for: a file's content, shorthand, JSON or the plain text. */
export async function parameterValue(
  shape: Shape,
  given: string | readonly string[],
  flag: string,
  host: CliHost,
): Promise<unknown> {
  const only = typeof given === 'string' ? given : given.length === 1 ? given[0] : undefined;
  const loaded = only === undefined ? undefined : await parameterFile(only, flag, host);
  const value = loaded ?? given;
  if (takesShorthand(shape) && !looksLikeJson(value)) return fitted(shape, value, flag);
  return plain(shape, value, flag);
}

function takesShorthand(shape: Shape): boolean {
  if (shape.kind === 'list') return isComplex(shape.member);
  return isComplex(shape);
}

function isComplex(shape: Shape): boolean {
  return shape.kind === 'structure' || shape.kind === 'map' || shape.kind === 'list';
}

function looksLikeJson(value: unknown): boolean {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && /^\s*[[{]/.test(first);
}

function fitted(shape: Shape, value: unknown, flag: string): unknown {
  try {
    const parsed = Array.isArray(value)
      ? value.map((word) => parseShorthand(word))
      : parseShorthand(String(value));
    // A file holds one value: it is not made a list of one.
    return shape.kind === 'list' && !Array.isArray(parsed) ? parsed : fitShorthand(shape, parsed);
  } catch (error) {
    if (error instanceof ShorthandError) throw parameterError(flag, error.message);
    throw error;
  }
}

function plain(shape: Shape, value: unknown, flag: string): unknown {
  switch (shape.kind) {
    case 'structure':
    case 'map':
      return members(value, flag);
    case 'list':
      return items(shape.member, value, flag);
    case 'integer':
    case 'long':
      return wholeNumber(value);
    case 'double':
      return typeof value === 'number' ? new PythonFloat(value) : numberIn(value);
    case 'boolean':
      return typeof value === 'string' ? value.toLowerCase() !== 'false' && value !== '' : value;
    default:
      return value;
  }
}

function numberIn(value: unknown): PythonFloat {
  const number = pythonFloat(String(value));
  if (number === undefined) throw generalError(`could not convert string to float: '${value}'`);
  return new PythonFloat(number);
}

function members(value: unknown, flag: string): unknown {
  const text = String(value);
  const start = text.trimStart();
  if (start === '') throw generalError('string index out of range');
  if (start.startsWith('{')) return json(text, flag);
  throw parameterError(flag, `Invalid JSON:\n${text}`);
}

function items(member: Shape, value: unknown, flag: string): unknown {
  if (typeof value === 'string') {
    if (value.trimStart().startsWith('[')) return json(value, flag);
    return [...value].map((character) => plain(member, character, flag));
  }
  const words = value as readonly string[];
  if (words.length === 1 && words[0]?.trim().startsWith('[')) return json(words[0], flag);
  return words.map((word) => plain(member, word, flag));
}

function json(text: string, flag: string): unknown {
  try {
    return parseJsonText(text);
  } catch (error) {
    if (error instanceof JsonTextError)
      throw parameterError(flag, `Invalid JSON: ${error.message}\nJSON received: ${text}`);
    throw error;
  }
}
