import * as client from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../aws';
import { newCloud } from './wire.testkit';

/** The client's own schema of a value: a code, a function that answers one, or a tuple that begins with its kind. */
type Schema = number | string | (() => Schema) | readonly [number | Schema, ...unknown[]];

const SIMPLE: Readonly<Record<number, string>> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'timestamp',
  21: 'blob',
};

/** A schema in the words of ours: `{ KeyId: 'string', Tags: [{ TagKey: 'string', ... }] }`. */
function ofClient(schema: Schema): unknown {
  if (schema === 'unit') return undefined;
  if (typeof schema === 'function') return ofClient(schema());
  if (typeof schema === 'number') return ofCode(schema);
  if (typeof schema === 'string') return schema;
  const [kind] = schema;
  if (typeof kind !== 'number') return ofClient(kind);
  if (kind === 0) return ofClient(schema[4] as Schema);
  if (kind === 1) return [ofClient(schema[4] as Schema)];
  if (kind === 2) return { '*': ofClient(schema[5] as Schema) };
  const [, , , , names, members] = schema as unknown as [number, string, string, unknown, string[], Schema[]];
  return Object.fromEntries(names.map((name, i) => [name, ofClient(members[i] as Schema)]));
}

function ofCode(code: number): unknown {
  if (code >= 128) return { '*': ofCode(code - 128) };
  if (code >= 64) return [ofCode(code - 64)];
  return SIMPLE[code];
}

function ofLab(shape: Shape | undefined): unknown {
  if (!shape) return undefined;
  switch (shape.kind) {
    case 'list':
      return [ofLab(shape.member)];
    case 'map':
      return { '*': ofLab(shape.value) };
    case 'structure':
      return Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, ofLab(member)]));
    case 'integer':
    case 'long':
    case 'double':
      return 'number';
    default:
      return shape.kind;
  }
}

const operations = Object.values(newCloud().operations('kms') ?? {});

describe('what goes over the wire', () => {
  it.each(operations)('is of $name what the client of AWS reads and writes', ({ name, input, output }) => {
    const schema = (client as unknown as Record<string, readonly unknown[]>)[`${name}$`];
    expect(schema).toBeDefined();
    const [, , , , request, response] = schema as [unknown, unknown, unknown, unknown, Schema, Schema];
    expect(ofLab(input)).toEqual(ofClient(request));
    expect(ofLab(output)).toEqual(ofClient(response));
  });
});
