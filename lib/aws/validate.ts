import { isObject } from '../base';
import { type Refusal, refuse } from './refusal';
import type { Shape } from './shapes';

/**
 * What AWS's front door says of values that break the model's limits.
 * fact: kms-engine 4.3 (recorded texts; several faults joined by `; `)
 */
export function validate(shape: Shape, input: unknown): Refusal | undefined {
  const faults: string[] = [];
  check(shape, input, '', faults);
  if (faults.length === 0) return undefined;
  const noun = faults.length === 1 ? 'validation error' : 'validation errors';
  return refuse('ValidationException', `${faults.length} ${noun} detected: ${faults.join('; ')}`);
}

function check(shape: Shape, value: unknown, path: string, faults: string[]): void {
  switch (shape.kind) {
    case 'string':
      return checkString(shape, value as string, path, faults);
    case 'integer':
    case 'long':
    case 'double':
      return checkRange(shape, value as number, path, 'value', value as number, faults);
    case 'blob':
      return checkRange(shape, (value as Uint8Array).length, path, 'length', undefined, faults);
    case 'list': {
      const items = value as readonly unknown[];
      checkRange(shape, items.length, path, 'length', items, faults);
      items.forEach((item, i) => check(shape.member, item, `${path}.${i + 1}.member`, faults));
      return;
    }
    case 'map':
      for (const [key, item] of Object.entries(value as object)) {
        check(shape.key, key, `${path}.key`, faults);
        check(shape.value, item, `${path}.${key}.member`, faults);
      }
      return;
    case 'structure': {
      const members = isObject(value) ? value : {};
      for (const [name, member] of Object.entries(shape.members)) {
        const at = path === '' ? lowerFirst(name) : `${path}.${lowerFirst(name)}`;
        const present = members[name];
        if (present !== undefined && present !== null) check(member, present, at, faults);
        else if (shape.required.includes(name)) faults.push(fault('null', at, 'Member must not be null'));
      }
    }
  }
}

function checkString(
  shape: Extract<Shape, { kind: 'string' }>,
  value: string,
  path: string,
  faults: string[],
): void {
  checkRange(shape, value.length, path, 'length', value, faults);
  const echo = shape.sensitive ? undefined : value;
  if (shape.pattern && !wholly(shape.pattern).test(value)) {
    faults.push(fault(echo, path, `Member must satisfy regular expression pattern: ${shape.pattern}`));
  }
  if (shape.values && !shape.values.includes(value)) {
    faults.push(fault(echo, path, `Member must satisfy enum value set: [${shape.values.join(', ')}]`));
  }
}

function checkRange(
  shape: { readonly min?: number; readonly max?: number; readonly sensitive?: boolean },
  size: number,
  path: string,
  what: 'value' | 'length',
  shown: unknown,
  faults: string[],
): void {
  const echo = shape.sensitive || shown === undefined ? undefined : show(shown);
  if (shape.min !== undefined && size < shape.min) {
    faults.push(fault(echo, path, `Member must have ${what} greater than or equal to ${shape.min}`));
  }
  if (shape.max !== undefined && size > shape.max) {
    faults.push(fault(echo, path, `Member must have ${what} less than or equal to ${shape.max}`));
  }
}

function fault(echo: string | undefined, path: string, rule: string): string {
  const value = echo === undefined ? 'Value' : echo === 'null' ? 'Value null' : `Value '${echo}'`;
  return `${value} at '${path}' failed to satisfy constraint: ${rule}`;
}

function show(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((item) => (isObject(item) ? '' : String(item))).join(', ')}]`;
  return String(value);
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

const compiled = new Map<string, RegExp>();

function wholly(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (!expression) {
    expression = new RegExp(`^(?:${pattern})$`, 'su');
    compiled.set(pattern, expression);
  }
  return expression;
}
