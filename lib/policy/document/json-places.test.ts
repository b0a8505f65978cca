import { describe, expect, it } from 'vitest';
import { type JsonNode, readJson } from './json-positions';

/** Every node with the text it stands for, in the order of the text. */
function pieces(node: JsonNode, text: string): string[] {
  const own = `${node.kind} ${text.slice(node.range.from.offset, node.range.to.offset)}`;
  if (node.kind === 'array') return [own, ...node.items.flatMap((item) => pieces(item, text))];
  if (node.kind !== 'object') return [own];
  const named = node.members.flatMap(({ name, nameRange, value }) => [
    `name ${name} ${text.slice(nameRange.from.offset, nameRange.to.offset)}`,
    ...pieces(value, text),
  ]);
  return [own, ...named];
}

const read = (text: string) => {
  const reading = readJson(text);
  return reading.ok ? pieces(reading.root, text) : reading.fault;
};

describe('where JSON stands in its text', () => {
  it('is told of every value, with blanks wherever they may be', () => {
    expect(read(' { "a" : [ ] , "b\\n" : { } , "c" : [ -1.5e+3 , 2E10 , 0 , null , false ] } ')).toEqual([
      'object { "a" : [ ] , "b\\n" : { } , "c" : [ -1.5e+3 , 2E10 , 0 , null , false ] }',
      'name a "a"',
      'array [ ]',
      'name b\n "b\\n"',
      'object { }',
      'name c "c"',
      'array [ -1.5e+3 , 2E10 , 0 , null , false ]',
      'number -1.5e+3',
      'number 2E10',
      'number 0',
      'null null',
      'boolean false',
    ]);
  });

  it('is told by line and column, also right behind a line break', () => {
    const reading = readJson('[\n\n1,\n22\n]\n');
    expect(
      reading.ok && reading.root.kind === 'array' && reading.root.items.map(({ range }) => range),
    ).toEqual([
      { from: { line: 3, column: 1, offset: 3 }, to: { line: 3, column: 2, offset: 4 } },
      { from: { line: 4, column: 1, offset: 6 }, to: { line: 4, column: 3, offset: 8 } },
    ]);
    expect(reading.ok && reading.root.range.to).toEqual({ line: 5, column: 2, offset: 10 });
  });

  it.each([
    ['-', 'a JSON value', 0],
    ['1.', 'the end of the text', 1],
    ['1e', 'the end of the text', 1],
    ['+1', 'a JSON value', 0],
    ['nullx', 'a JSON value', 0],
    ['"\\u00e"', 'a valid escape after the backslash', 1],
    ['"\\u00e9', 'the closing double quote of the string', 7],
    ['"\\ug00e9"', 'a valid escape after the backslash', 1],
    ['"\\U00e9"', 'a valid escape after the backslash', 1],
    ['"\u0000"', 'the closing double quote of the string', 1],
    ['"a\\', 'a valid escape after the backslash', 2],
    ['{', 'a member name in double quotes', 1],
    ['{"a":1', '"," or "}"', 6],
    ['[1', '"," or "]"', 2],
    ['\u00a01', 'a JSON value', 0],
  ])('the fault in %j', (text, expected, offset) => {
    expect(read(text)).toMatchObject({ expected, range: { from: { line: 1, column: offset + 1, offset } } });
  });

  it('covers the escapes of a string, which count as what they stand for in its value', () => {
    const text = '"\\u0041b\\u00E9c\\uD83D\\uDE00\\t"';
    expect(read(text)).toEqual([`string ${text}`]);
    const reading = readJson(text);
    expect(reading.ok && reading.root.kind === 'string' && reading.root.value).toBe(
      'Ab\u00e9c\ud83d\ude00\t',
    );
  });
});
