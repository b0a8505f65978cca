import { type AnyOperation, type Shape, shape } from '../../aws';
import { isObject } from '../../base';
import model from './depot.model.json';

/** The invented Depot service, declared as our services are, out of the model the real CLI was given. */
export function depotOperations(): readonly AnyOperation[] {
  return Object.values(model.operations).map((operation) => {
    const output = 'output' in operation ? structureOf(operation.output.shape) : undefined;
    const input = 'input' in operation ? structureOf(operation.input.shape) : shape.structure({});
    return {
      service: 'depot',
      name: operation.name,
      about: 'Moves crates.',
      input,
      output,
    } as unknown as AnyOperation;
  });
}

type Described = {
  readonly type: string;
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly required?: readonly string[];
  readonly union?: boolean;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly member?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly key?: { readonly shape: string };
};

const shapes = model.shapes as Readonly<Record<string, Described>>;
const made = new Map<string, Shape>();

function structureOf(name: string): Shape {
  return shapeOf(name);
}

/** Shapes may hold themselves: each is made once, and filled after it is known. */
function shapeOf(name: string): Shape {
  const known = made.get(name);
  if (known) return known;
  const described = shapes[name] as Described;
  const limits = { min: described.min, max: described.max };
  const kind = described.type;
  const own: Record<string, unknown> = { kind };
  made.set(name, own as unknown as Shape);
  if (kind === 'structure') {
    const members = Object.entries(described.members ?? {}).map(
      ([key, { shape: of }]) => [key, shapeOf(of)] as const,
    );
    Object.assign(own, {
      members: Object.fromEntries(members),
      required: described.required ?? [],
      union: described.union,
    });
  } else if (kind === 'list')
    Object.assign(own, { member: shapeOf(described.member?.shape as string), ...limits });
  else if (kind === 'map') {
    Object.assign(own, {
      key: shapeOf(described.key?.shape as string),
      value: shapeOf(described.value?.shape as string),
    });
  } else Object.assign(own, { ...limits, values: described.enum });
  return own as unknown as Shape;
}

/** What the wire carries, in the engine's inner form. */
export function fromWire(of: Shape, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  switch (of.kind) {
    case 'blob':
      return Uint8Array.from(Buffer.from(value as string, 'base64'));
    case 'timestamp':
      return (value as number) * 1000;
    case 'list':
      return (value as unknown[]).map((item) => fromWire(of.member, item));
    case 'map':
      return Object.fromEntries(
        Object.entries(value as object).map(([key, item]) => [key, fromWire(of.value, item)]),
      );
    case 'structure':
      return members(value, (name) => of.members[name], fromWire);
    default:
      return value;
  }
}

/** What the wire would carry of an input in the inner form. */
export function toWire(of: Shape, value: unknown): unknown {
  switch (of.kind) {
    case 'blob':
      return Buffer.from(value as Uint8Array).toString('base64');
    case 'timestamp':
      return Math.floor((value as number) / 1000);
    case 'list':
      return (value as unknown[]).map((item) => toWire(of.member, item));
    case 'map':
      return Object.fromEntries(
        Object.entries(value as object).map(([key, item]) => [key, toWire(of.value, item)]),
      );
    case 'structure':
      return members(value, (name) => of.members[name], toWire);
    default:
      return value;
  }
}

function members(
  value: unknown,
  memberOf: (name: string) => Shape | undefined,
  convert: (of: Shape, value: unknown) => unknown,
): unknown {
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, item]) => {
    const member = memberOf(name);
    return [name, member ? convert(member, item) : item] as const;
  });
  return Object.fromEntries(entries);
}
