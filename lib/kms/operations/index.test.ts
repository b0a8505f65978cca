import { readdirSync } from 'node:fs';
import * as sdk from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../../aws';
import { operations } from '.';

/** The SDK's own description of the API, as it is compiled into its client. */
type Schema = number | 'unit' | (() => Schema) | readonly unknown[];
const model = sdk as unknown as Readonly<Record<string, Schema>>;

const OPERATION = 9;
const KINDS: Readonly<Record<number, string>> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'timestamp',
  21: 'blob',
};

/** Names and kinds, lists and maps in words; members by name, the required ones marked. */
function ofSchema(schema: Schema): unknown {
  if (typeof schema === 'function') return ofSchema(schema());
  if (schema === 'unit') return 'none';
  if (typeof schema === 'number') {
    if (schema >= 128) return { map: ofSchema(schema - 128) };
    return schema >= 64 ? { list: ofSchema(schema - 64) } : KINDS[schema];
  }
  const [kind, , , , first, second, required = 0] = schema as [
    number,
    string,
    string,
    number,
    Schema,
    Schema[],
    number,
  ];
  if (typeof kind !== 'number' || typeof schema[1] !== 'string') return ofSchema(kind as Schema);
  if (kind === 0) return ofSchema(first);
  if (kind === 1) return { list: ofSchema(first) };
  const names = first as unknown as readonly string[];
  const members = names.map((name, i) => [i < required ? `${name}*` : name, ofSchema(second[i] as Schema)]);
  return Object.fromEntries(members.sort(byName));
}

function ofShape(shape: Shape | undefined): unknown {
  if (!shape) return 'none';
  switch (shape.kind) {
    case 'integer':
    case 'long':
    case 'double':
      return 'number';
    case 'list':
      return { list: ofShape(shape.member) };
    case 'map':
      return { map: ofShape(shape.value) };
    case 'structure': {
      const members = Object.entries(shape.members).map(([name, member]) => [
        shape.required.includes(name) ? `${name}*` : name,
        ofShape(member),
      ]);
      return Object.fromEntries(members.sort(byName));
    }
    default:
      return shape.kind;
  }
}

function byName([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}

function operationSchema(name: string): readonly unknown[] {
  return model[`${name}$`] as unknown as readonly unknown[];
}

describe('the table of operations', () => {
  it('holds every operation that has a file, under its own name', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((file) => /^[a-z-]+\.ts$/.test(file));
    const named = Object.keys(operations).map((name) => `${kebab(name)}.ts`);
    expect(named.sort()).toEqual(files.filter((file) => file !== 'index.ts').sort());
    expect(Object.entries(operations).filter(([name, operation]) => operation.name !== name)).toEqual([]);
    expect(
      Object.values(operations).every(({ service, about }) => service === 'kms' && about.endsWith('.')),
    ).toBe(true);
  });

  it('is the whole API', () => {
    const theirs = Object.keys(model).filter((name) => (model[name] as readonly unknown[])[0] === OPERATION);
    expect(theirs.map((name) => name.replace('$', '')).sort()).toEqual(Object.keys(operations).sort());
  });

  it.each(Object.keys(operations))('declares the members of %s as the API model does', (name) => {
    const { input, output } = operations[name] ?? {};
    const [, , , , theirInput, theirOutput] = operationSchema(name) as [0, 0, 0, 0, Schema, Schema];
    expect(ofShape(input)).toEqual(ofSchema(theirInput));
    expect(withoutMarks(ofShape(output))).toEqual(withoutMarks(ofSchema(theirOutput)));
  });
});

/** What an answer must hold is no rule for us: we make the answers. */
function withoutMarks(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name.replace(/\*$/, ''),
    withoutMarks(member),
  ]);
  return Object.fromEntries(members.sort(byName));
}

function kebab(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
