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
      checkString(shape, value as string, path, faults);
      break;
    case 'integer':
    case 'long':
    case 'double':
      checkRange(shape, value as number, path, 'value', value as number, faults);
      break;
    case 'blob':
      checkRange(shape, (value as Uint8Array).length, path, 'length', undefined, faults);
      break;
    case 'list': {
      const items = value as readonly unknown[];
      checkRange(shape, items.length, path, 'length', items, faults);
      items.forEach((item, i) => check(shape.member, item, `${path}.${i + 1}.member`, faults));
      break;
    }
    case 'map':
      for (const [key, item] of Object.entries(value as object)) {
        check(shape.key, key, `${path}.key`, faults);
        check(shape.value, item, `${path}.${key}.member`, faults);
      }
      break;
    case 'structure':
      checkMembers(shape, isObject(value) ? value : {}, path, faults);
  }
}

type Structure = Extract<Shape, { kind: 'structure' }>;

function checkMembers(
  shape: Structure,
  members: Readonly<Record<string, unknown>>,
  path: string,
  faults: string[],
): void {
  for (const { name, label, shape: member, isRequired, isFree } of ruledMembers(shape)) {
    const value = members[name];
    if (value !== undefined && value !== null) {
      if (!isFree) check(member, value, path === '' ? label : `${path}.${label}`, faults);
    } else if (isRequired) {
      faults.push(fault('Value null', path === '' ? label : `${path}.${label}`, 'Member must not be null'));
    }
  }
}

interface RuledMember {
  readonly name: string;
  /** As error texts write it. */
  readonly label: string;
  readonly shape: Shape;
  readonly isRequired: boolean;
  readonly isFree: boolean;
}

const ruled = new WeakMap<Structure, readonly RuledMember[]>();

/** Those members that can be at fault at all; worked out once, since every request asks. */
function ruledMembers(structure: Structure): readonly RuledMember[] {
  let members = ruled.get(structure);
  if (!members) {
    members = Object.entries(structure.members)
      .map(([name, shape]) => ({
        name,
        label: name.charAt(0).toLowerCase() + name.slice(1),
        shape,
        isRequired: structure.required.includes(name),
        isFree: isFree(shape),
      }))
      .filter((member) => member.isRequired || !member.isFree);
    ruled.set(structure, members);
  }
  return members;
}

/** Whether every value of this shape is good. A shape may hold itself, so structures count as ruled. */
function isFree(shape: Shape): boolean {
  switch (shape.kind) {
    case 'string':
      return hasNoRange(shape) && shape.pattern === undefined && shape.values === undefined;
    case 'boolean':
    case 'timestamp':
      return true;
    case 'map':
      return isFree(shape.key) && isFree(shape.value);
    case 'structure':
      return false;
    case 'list':
      return hasNoRange(shape) && isFree(shape.member);
    default:
      return hasNoRange(shape);
  }
}

function hasNoRange(shape: { readonly min?: number; readonly max?: number }): boolean {
  return shape.min === undefined && shape.max === undefined;
}

function checkString(
  shape: Extract<Shape, { kind: 'string' }>,
  value: string,
  path: string,
  faults: string[],
): void {
  checkRange(shape, value.length, path, 'length', value, faults);
  if (shape.pattern && !wholly(shape.pattern).test(value)) {
    faults.push(
      fault(echo(shape, value), path, `Member must satisfy regular expression pattern: ${shape.pattern}`),
    );
  }
  if (shape.values && !shape.values.includes(value)) {
    faults.push(
      fault(echo(shape, value), path, `Member must satisfy enum value set: [${shape.values.join(', ')}]`),
    );
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
  const isSmall = shape.min !== undefined && size < shape.min;
  const isLarge = shape.max !== undefined && size > shape.max;
  if (!isSmall && !isLarge) return;
  const bound = isSmall ? `greater than or equal to ${shape.min}` : `less than or equal to ${shape.max}`;
  faults.push(fault(echo(shape, shown), path, `Member must have ${what} ${bound}`));
}

function fault(what: string, path: string, rule: string): string {
  return `${what} at '${path}' failed to satisfy constraint: ${rule}`;
}

/** The value in quotes, unless it is a secret or has no text. */
function echo(shape: { readonly sensitive?: boolean }, value: unknown): string {
  return shape.sensitive || value === undefined ? 'Value' : `Value '${show(value)}'`;
}

function show(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((item) => (isObject(item) ? '' : String(item))).join(', ')}]`;
  return String(value);
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
