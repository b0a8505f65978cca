import type { Shape, StructureShape } from '../../../aws';
import { isObject } from '../../../base';
import { usageText } from '../errors';
import { PythonFloat, pythonStr, pythonType } from '../python';
import { momentOf } from './moments';

/**
 * What the CLI checks before it sends: required members, unknown members, types, and the lower limits.
 * Upper limits, patterns and enumerations are left to the service.
 * @throws CliError listing every fault.
 */
export function checkInput(shape: StructureShape<unknown>, input: unknown, nowMs: number): void {
  const faults: string[] = [];
  new Check(faults, nowMs).value(shape, input, '');
  if (faults.length > 0) throw usageText(`Parameter validation failed:\n${faults.join('\n')}`);
}

const TYPES: Readonly<Record<Shape['kind'], string>> = {
  string: "<class 'str'>",
  integer: "<class 'int'>",
  long: "<class 'int'>",
  double: "<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>",
  boolean: "<class 'bool'>",
  blob: "<class 'bytes'>, <class 'bytearray'>, file-like object",
  timestamp: "<class 'datetime.datetime'>, timestamp-string",
  list: "<class 'list'>, <class 'tuple'>",
  map: "<class 'dict'>",
  structure: "<class 'dict'>",
};

class Check {
  private readonly faults: string[];
  private readonly nowMs: number;

  constructor(faults: string[], nowMs: number) {
    this.faults = faults;
    this.nowMs = nowMs;
  }

  value(shape: Shape, value: unknown, path: string): void {
    if (!this.fits(shape, value)) {
      const shown = `value: ${pythonStr(value)}, type: ${pythonType(value)}, valid types: ${TYPES[shape.kind]}`;
      this.faults.push(`Invalid type for parameter ${nameOf(path)}, ${shown}`);
      return;
    }
    switch (shape.kind) {
      case 'string':
        this.atLeast('length', [...(value as string)].length, shape.min, path);
        return;
      case 'integer':
      case 'long':
      case 'double':
        this.atLeast('value', numberOf(value), shape.min, path);
        return;
      case 'list':
        this.list(shape.member, value as readonly unknown[], shape.min, path);
        return;
      case 'map':
        for (const [key, item] of Object.entries(value as object)) {
          this.value(shape.key, key, `${path} (key: ${key})`);
          this.value(shape.value, item, `${path}.${key}`);
        }
        return;
      case 'structure':
        this.structure(shape, value as Record<string, unknown>, path);
    }
  }

  private fits(shape: Shape, value: unknown): boolean {
    switch (shape.kind) {
      case 'string':
        return typeof value === 'string';
      case 'integer':
      case 'long':
        // A Python bool is an int.
        return typeof value === 'number' || typeof value === 'boolean';
      case 'double':
        return typeof value === 'number' || typeof value === 'boolean' || value instanceof PythonFloat;
      case 'boolean':
        return typeof value === 'boolean';
      case 'blob':
        return typeof value === 'string' || value instanceof Uint8Array;
      case 'timestamp':
        return momentOf(value, this.nowMs) !== undefined;
      case 'list':
        return Array.isArray(value);
      case 'map':
      case 'structure':
        return isObject(value) && !(value instanceof PythonFloat);
    }
  }

  private list(member: Shape, items: readonly unknown[], min: number | undefined, path: string): void {
    this.atLeast('length', items.length, min, path);
    items.forEach((item, at) => {
      this.value(member, item, `${path}[${at}]`);
    });
  }

  private structure(shape: StructureShape<unknown>, value: Record<string, unknown>, path: string): void {
    const known = Object.keys(shape.members);
    const given = Object.keys(value);
    if (shape.union && given.length === 0) {
      this.faults.push(
        `Must set one of the following keys for tagged unionstructure ${nameOf(path)}: ${known.join('. ')}.`,
      );
    } else if (shape.union && given.length > 1) {
      const only = `Can only set one of the following keys: ${known.join('. ')}.`;
      this.faults.push(
        `Invalid number of parameters set for tagged union structure ${nameOf(path)}. ${only}`,
      );
    }
    for (const name of shape.required) {
      if (!Object.hasOwn(value, name))
        this.faults.push(`Missing required parameter in ${nameOf(path)}: "${name}"`);
    }
    for (const name of given) {
      if (!Object.hasOwn(shape.members, name)) {
        this.faults.push(
          `Unknown parameter in ${nameOf(path)}: "${name}", must be one of: ${known.join(', ')}`,
        );
      }
    }
    for (const name of given) {
      const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
      if (member) this.value(member, value[name], `${path}.${name}`);
    }
  }

  private atLeast(what: 'length' | 'value', size: number, min: number | undefined, path: string): void {
    if (min === undefined || size >= min) return;
    const limit = what === 'length' ? 'valid min length' : 'valid min value';
    this.faults.push(`Invalid ${what} for parameter ${nameOf(path)}, value: ${size}, ${limit}: ${min}`);
  }
}

function numberOf(value: unknown): number {
  return value instanceof PythonFloat ? value.value : Number(value);
}

function nameOf(path: string): string {
  if (path === '') return 'input';
  return path.startsWith('.') ? path.slice(1) : path;
}
