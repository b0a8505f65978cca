import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonNode, readJson } from './json-positions';

function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name, plain(value)]));
    case 'array':
      return node.items.map(plain);
    case 'number':
      return Number(node.text);
    case 'null':
      return null;
    default:
      return node.value;
  }
}

function read(text: string): JsonNode {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.fault));
  return reading.root;
}

describe('readJson', () => {
  it('tells line, column and offset of every value and name', () => {
    expect(read('{\n  "a": [true,\n 12]}')).toEqual({
      kind: 'object',
      range: { from: { line: 1, column: 1, offset: 0 }, to: { line: 3, column: 6, offset: 21 } },
      members: [
        {
          name: 'a',
          nameRange: { from: { line: 2, column: 3, offset: 4 }, to: { line: 2, column: 6, offset: 7 } },
          value: {
            kind: 'array',
            range: { from: { line: 2, column: 8, offset: 9 }, to: { line: 3, column: 5, offset: 20 } },
            items: [
              {
                kind: 'boolean',
                value: true,
                range: { from: { line: 2, column: 9, offset: 10 }, to: { line: 2, column: 13, offset: 14 } },
              },
              {
                kind: 'number',
                text: '12',
                range: { from: { line: 3, column: 2, offset: 17 }, to: { line: 3, column: 4, offset: 19 } },
              },
            ],
          },
        },
      ],
    });
  });

  it('reads what JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const reading = readJson(text);
        expect(reading.ok && Object.is(JSON.stringify(plain(reading.root)), JSON.stringify(value))).toBe(
          true,
        );
      }),
    );
  });

  it('refuses exactly what JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'a',
      '1',
      '-',
      '.',
      'e',
      'null',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(readJson(text).ok).toBe(isJson);
      }),
      { numRuns: 600 },
    );
  });

  it('understands every escape', () => {
    expect(plain(read('"\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e9 \\ud83d\\ude00"'))).toBe(
      '" \\ / \b \f \n \r \t é 😀',
    );
  });

  it.each([
    ['', 'a JSON value', 'the end of the text', 0],
    ['{"a" 1}', '":" after "a"', '"1"', 5],
    ['{"a":1 "b":2}', '"," or "}"', '"\\""', 7],
    ['{"a":1,}', 'a member name in double quotes', '"}"', 7],
    ['{a:1}', 'a member name in double quotes', '"a"', 1],
    ['[1 2]', '"," or "]"', '"2"', 3],
    ['[1,]', 'a JSON value', '"]"', 3],
    ['"abc', 'the closing double quote of the string', 'the end of the text', 4],
    ['"a\nb"', 'the closing double quote of the string', '"\\n"', 2],
    ['"\\x"', 'a valid escape after the backslash', '"\\\\"', 1],
    ['"\\u12g4"', 'a valid escape after the backslash', '"\\\\"', 1],
    ['nul', 'a JSON value', '"n"', 0],
    ['01', 'the end of the text', '"1"', 1],
    ['{} x', 'the end of the text', '"x"', 3],
    [`${'['.repeat(80)}`, 'at most 64 levels of nesting', '"["', 65],
  ])('says what it expected and found in %j', (text, expected, found, offset) => {
    const reading = readJson(text);
    expect(reading).toEqual({
      ok: false,
      fault: {
        expected,
        found,
        range: expect.objectContaining({ from: expect.objectContaining({ offset }) }),
      },
    });
  });

  it('reads 64 levels of nesting', () => {
    expect(readJson(`${'['.repeat(65)}${']'.repeat(65)}`).ok).toBe(true);
    expect(readJson(`${'['.repeat(66)}${']'.repeat(66)}`).ok).toBe(false);
    expect(readJson(`${'{"a":'.repeat(64)}1${'}'.repeat(64)}`).ok).toBe(true);
    expect(readJson(`${'{"a":'.repeat(65)}1${'}'.repeat(65)}`).ok).toBe(false);
  });
});
