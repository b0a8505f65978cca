import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ValueOf } from './shapes';
import * as shape from './shapes';

describe('shapes', () => {
  it('are plain data that any consumer can ask', () => {
    expect(
      shape.structure({ KeyId: shape.string({ min: 1 }), Mode: shape.oneOf('A', 'B') }, ['KeyId']),
    ).toEqual({
      kind: 'structure',
      members: { KeyId: { kind: 'string', min: 1 }, Mode: { kind: 'string', values: ['A', 'B'] } },
      required: ['KeyId'],
    });
    expect(shape.union({ S: shape.string(), B: shape.blob({ max: 2 }) })).toEqual({
      kind: 'structure',
      members: { S: { kind: 'string' }, B: { kind: 'blob', max: 2 } },
      required: [],
      union: true,
    });
    expect(shape.map(shape.long(), shape.string({ max: 3 }))).toEqual({
      kind: 'map',
      key: { kind: 'string', max: 3 },
      value: { kind: 'long' },
    });
    expect(shape.list(shape.double(), { max: 1 })).toEqual({
      kind: 'list',
      member: { kind: 'double' },
      max: 1,
    });
  });

  it('keep their members in the order in which they were written', () => {
    const { members } = shape.structure({
      Zebra: shape.string(),
      Ant: shape.boolean(),
      Mole: shape.timestamp(),
    });
    expect(Object.keys(members)).toEqual(['Zebra', 'Ant', 'Mole']);
  });

  it('carry the type of their values', () => {
    const request = shape.structure(
      {
        KeyId: shape.string(),
        Spec: shape.oneOf('AES_128', 'AES_256'),
        Blob: shape.blob(),
        Tags: shape.list(shape.structure({ TagKey: shape.string() }, ['TagKey'])),
        Context: shape.map(shape.string()),
      },
      ['KeyId'],
    );
    expectTypeOf<ValueOf<typeof request>>().branded.toEqualTypeOf<
      { readonly KeyId: string } & {
        readonly Spec?: 'AES_128' | 'AES_256';
        readonly Blob?: Uint8Array;
        readonly Tags?: readonly ({ readonly TagKey: string } & {})[];
        readonly Context?: Readonly<Record<string, string>>;
      }
    >();
  });
});
