import type { Shape } from '../../../aws';
import { isObject } from '../../../base';
import { generalError } from '../errors';
import { PythonFloat, pythonRepr } from '../python';
import { pythonFloat, pythonInt } from './argument-parser';

/** Turns shorthand, which is all texts, into the kinds of values a shape wants. What does not fit stays. */
export function fitShorthand(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'structure':
      return isObject(value) ? fitMembers(value, (name) => shape.members[name]) : value;
    case 'map':
      return isObject(value) ? fitMembers(value, () => shape.value) : value;
    case 'list':
      // One value where a list is wanted stands for a list of one.
      return Array.isArray(value) ? value.map((item) => fitShorthand(shape.member, item)) : [value];
    case 'integer':
    case 'long':
      return wholeNumber(value);
    case 'double':
      return fraction(value);
    case 'boolean':
      return truth(value);
    default:
      return value;
  }
}

function fitMembers(
  value: Record<string, unknown>,
  shapeOf: (name: string) => Shape | undefined,
): Record<string, unknown> {
  const entries = Object.entries(value).map(([name, item]) => {
    const shape = shapeOf(name);
    return [name, shape ? fitShorthand(shape, item) : item] as const;
  });
  return Object.fromEntries(entries);
}

/** @throws CliError in the words of Python's `int()`. */
export function wholeNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') {
    const type = Array.isArray(value) ? 'list' : 'dict';
    throw generalError(
      `int() argument must be a string, a bytes-like object or a real number, not '${type}'`,
    );
  }
  const number = pythonInt(value);
  if (number === undefined)
    throw generalError(`invalid literal for int() with base 10: ${pythonRepr(value)}`);
  return number;
}

function fraction(value: unknown): unknown {
  if (typeof value !== 'string') {
    const type = Array.isArray(value) ? 'list' : 'dict';
    throw generalError(`float() argument must be a string or a real number, not '${type}'`);
  }
  const number = pythonFloat(value);
  if (number === undefined) throw generalError(`could not convert string to float: ${pythonRepr(value)}`);
  return new PythonFloat(number);
}

function truth(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const word = value.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : value;
}
