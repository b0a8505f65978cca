import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as shape from './shapes';
import { validate } from './validate';

const tag = shape.structure(
  { TagKey: shape.string({ min: 1, max: 4 }), TagValue: shape.string({ max: 2 }) },
  ['TagKey', 'TagValue'],
);

const request = shape.structure(
  {
    KeyId: shape.string({ min: 1, max: 8 }),
    NumberOfBytes: shape.integer({ min: 1, max: 1024 }),
    Plaintext: shape.blob({ min: 1, max: 4, sensitive: true }),
    Algorithm: shape.oneOf('A', 'B'),
    Name: shape.string({ pattern: '^[a-z:]+$' }),
    Secret: shape.string({ max: 3, sensitive: true }),
    Tags: shape.list(tag, { max: 2 }),
    Context: shape.map(shape.string()),
    Tokens: shape.list(shape.string({ min: 1 }), { max: 2 }),
    DryRun: shape.boolean(),
    ValidTo: shape.timestamp(),
  },
  ['KeyId'],
);

function textOf(input: unknown): string | undefined {
  const refusal = validate(request, input);
  if (!refusal) return undefined;
  expect([refusal.name, refusal.status]).toEqual(['ValidationException', 400]);
  return refusal.message;
}

function one(text: string): string {
  return `1 validation error detected: ${text}`;
}

describe('validation (fact: kms-engine 4.3)', () => {
  it('lets pass whatever keeps the limits, and does not mind members it does not know', () => {
    expect(textOf({ KeyId: 'k' })).toBeUndefined();
    expect(
      textOf({
        KeyId: '12345678',
        NumberOfBytes: 1024,
        Plaintext: new Uint8Array(4),
        Algorithm: 'B',
        Name: 'a:b',
        Secret: 'abc',
        Tags: [{ TagKey: 'a', TagValue: '' }],
        Context: { '': '' },
        Tokens: [],
        DryRun: false,
        ValidTo: 0,
        Unknown: 1,
      }),
    ).toBeUndefined();
  });

  it('says which required member is null, be it absent or null', () => {
    const text = one("Value null at 'keyId' failed to satisfy constraint: Member must not be null");
    expect([textOf({}), textOf({ KeyId: null }), textOf(undefined)]).toEqual([text, text, text]);
  });

  it('shows a value that is no null in quotes, even when it is the word', () => {
    expect(textOf({ KeyId: 'k', Algorithm: 'null' })).toBe(
      one(
        "Value 'null' at 'algorithm' failed to satisfy constraint: Member must satisfy enum value set: [A, B]",
      ),
    );
  });

  it('names the bound that a number or a length breaks', () => {
    const at = (member: string, value: unknown, rule: string) =>
      one(`Value '${value}' at '${member}' failed to satisfy constraint: Member must have ${rule}`);
    expect(textOf({ KeyId: 'k', NumberOfBytes: 0 })).toBe(
      at('numberOfBytes', 0, 'value greater than or equal to 1'),
    );
    expect(textOf({ KeyId: 'k', NumberOfBytes: 1025 })).toBe(
      at('numberOfBytes', 1025, 'value less than or equal to 1024'),
    );
    expect(textOf({ KeyId: '' })).toBe(at('keyId', '', 'length greater than or equal to 1'));
    expect(textOf({ KeyId: '123456789' })).toBe(at('keyId', '123456789', 'length less than or equal to 8'));
    expect(textOf({ KeyId: 'k', Tokens: ['a', 'b', 'c'] })).toBe(
      at('tokens', '[a, b, c]', 'length less than or equal to 2'),
    );
  });

  it('does not echo bytes or secrets', () => {
    expect(textOf({ KeyId: 'k', Plaintext: new Uint8Array(5) })).toBe(
      one(
        "Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4",
      ),
    );
    expect(textOf({ KeyId: 'k', Secret: 'hush' })).toBe(
      one("Value at 'secret' failed to satisfy constraint: Member must have length less than or equal to 3"),
    );
  });

  it('wants a pattern to match the whole value, line ends included', () => {
    const text = (value: string) =>
      one(
        `Value '${value}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z:]+$`,
      );
    expect(textOf({ KeyId: 'k', Name: 'A' })).toBe(text('A'));
    expect(textOf({ KeyId: 'k', Name: 'a\n' })).toBe(text('a\n'));
  });

  it('counts list members from one in the path', () => {
    expect(
      textOf({
        KeyId: 'k',
        Tags: [
          { TagKey: 'a', TagValue: '' },
          { TagKey: 'abcde', TagValue: '' },
        ],
      }),
    ).toBe(
      one(
        "Value 'abcde' at 'tags.2.member.tagKey' failed to satisfy constraint: Member must have length less than or equal to 4",
      ),
    );
    expect(textOf({ KeyId: 'k', Tags: [{ TagKey: 'a' }] })).toBe(
      one("Value null at 'tags.1.member.tagValue' failed to satisfy constraint: Member must not be null"),
    );
  });

  it('looks into maps whose values have limits', () => {
    const labels = shape.structure({ Labels: shape.map(shape.string({ max: 1 }), shape.string({ max: 1 })) });
    expect(validate(labels, { Labels: { a: 'b' } })).toBeUndefined();
    expect(validate(labels, { Labels: { a: 'bb' } })?.message).toBe(
      one(
        "Value 'bb' at 'labels.a.member' failed to satisfy constraint: Member must have length less than or equal to 1",
      ),
    );
  });

  it('tells several faults in one sentence', () => {
    expect(textOf({ NumberOfBytes: 0, Algorithm: 'C' })).toBe(
      "3 validation errors detected: Value null at 'keyId' failed to satisfy constraint: Member must not be null; " +
        "Value '0' at 'numberOfBytes' failed to satisfy constraint: Member must have value greater than or equal to 1; " +
        "Value 'C' at 'algorithm' failed to satisfy constraint: Member must satisfy enum value set: [A, B]",
    );
  });

  it('follows a shape that holds itself', () => {
    const value = shape.union({ S: shape.string({ max: 2 }) });
    const nested = { ...value, members: { ...value.members } } as typeof value & {
      members: Record<string, shape.Shape>;
    };
    nested.members.L = shape.list(nested);
    expect(validate(nested, { L: [{ L: [{ S: 'ok' }] }] })).toBeUndefined();
    expect(validate(nested, { L: [{ L: [{ S: 'bad' }] }] })?.message).toContain("'l.1.member.l.1.member.s'");
  });

  it('finds a fault exactly where a number or a length leaves its range', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 2000 }), fc.string({ maxLength: 12 }), (count, text) => {
        const faults = Number(count < 1 || count > 1024) + Number(text.length < 1 || text.length > 8);
        const message = textOf({ KeyId: text, NumberOfBytes: count });
        expect(message?.slice(0, 1)).toBe(faults === 0 ? undefined : `${faults}`);
      }),
    );
  });
});
