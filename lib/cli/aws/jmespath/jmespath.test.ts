import { describe, expect, it } from 'vitest';
import { JmespathError } from './errors';
import { evaluate } from './evaluate';
import { parseJmespath } from './parser';

const ANSWER = {
  Keys: [
    {
      KeyId: 'b',
      Tags: [
        { K: 'x', V: '1' },
        { K: 'y', V: '2' },
      ],
      Date: '2026-03-01',
      Size: 2,
    },
    { KeyId: 'a', Tags: [], Date: '2025-01-01', Size: 10 },
    { KeyId: 'c', Date: '2026-01-01', Size: 5, Nested: { Deep: [1, [2, [3]]] } },
  ],
  Empty: {},
  Truncated: false,
  Name: 'alias/日本',
};

function asked(expression: string): unknown {
  try {
    return evaluate(parseJmespath(expression), ANSWER);
  } catch (error) {
    if (error instanceof JmespathError) return `refused: ${error.message.split('\n')[0]}`;
    throw error;
  }
}

/** Expressions by what they are about; the recorded ones of the CLI stand in its own tests. */
const CASES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'fields and indexes': {
    'Keys[0].KeyId': 'b',
    'Keys[-1].KeyId': 'c',
    'Keys[9]': null,
    Nothing: null,
    '"Name"': 'alias/日本',
    'Name.x': null,
    'Keys.KeyId': null,
    '@.Truncated': false,
  },
  slices: {
    'Keys[1:].KeyId': ['a', 'c'],
    'Keys[::-1].KeyId': ['c', 'a', 'b'],
    'Keys[:-1].KeyId': ['b', 'a'],
    'Keys[::2].KeyId': ['b', 'c'],
    'Keys[5:]': [],
    'Keys[::0]': 'refused: slice step cannot be zero',
  },
  projections: {
    'Keys[].KeyId': ['b', 'a', 'c'],
    'Keys[*].Tags[*].K': [['x', 'y'], []],
    'Keys[].Tags[].K': ['x', 'y'],
    'Keys[*].Nested.Deep': [[1, [2, [3]]]],
    'Keys[*].Nested.Deep[]': [1, [2, [3]]],
    'Keys[*].Nested.Deep[][]': [1, 2, [3]],
    'Keys[0].*': [
      'b',
      [
        { K: 'x', V: '1' },
        { K: 'y', V: '2' },
      ],
      '2026-03-01',
      2,
    ],
    'Keys[*].Tags | [0]': [
      { K: 'x', V: '1' },
      { K: 'y', V: '2' },
    ],
    'Name[*]': null,
    'Keys[].[KeyId,Size]': [
      ['b', 2],
      ['a', 10],
      ['c', 5],
    ],
    'Keys[].{I:KeyId,S:Size} | [1]': { I: 'a', S: 10 },
  },
  filters: {
    "Keys[?KeyId=='a'].Size": [10],
    'Keys[?Size > `4`].KeyId': ['a', 'c'],
    "Keys[?Date >= '2026'].KeyId": ['b', 'c'],
    'Keys[?Tags].KeyId': ['b'],
    'Keys[?!Tags].KeyId': ['a', 'c'],
    'Keys[?KeyId==`a` || Size==`5`].KeyId': ['a', 'c'],
    'Keys[?Size>`1` && Size<`6`].KeyId': ['b', 'c'],
    "Keys[?Tags[?K=='y']].KeyId": ['b'],
    "Keys[?contains(KeyId,'a')] | length(@)": 1,
    'Keys[?Nested.Deep[0] == `1`].KeyId': ['c'],
    "Keys[?Size > 'x']": "refused: '>' not supported between instances of 'int' and 'str'",
    'Keys[?Tags > `1`]': [],
  },
  logic: {
    'Truncated || Name': 'alias/日本',
    'Empty || `0`': 0,
    '`0` || `1`': 0,
    'Name && Truncated': false,
    '!Empty': true,
    'Keys[0].Size == `2.0`': true,
    'Keys[0].Tags == Keys[0].Tags': true,
    '`{"a":[1]}` != `{"a":[2]}`': true,
    'Nothing < `1`': null,
  },
  functions: {
    'length(Keys)': 3,
    'length(Name)': 8,
    'length(Keys[0])': 4,
    'keys(Empty)': [],
    'sort_by(Keys,&Date)[].KeyId': ['a', 'c', 'b'],
    'max_by(Keys,&Size).KeyId': 'a',
    'max_by(Keys,&Date).KeyId': 'b',
    'min_by(Keys,&Size).KeyId': 'b',
    'sort(Keys[].KeyId)': ['a', 'b', 'c'],
    'reverse(sort(Keys[].Size))': [10, 5, 2],
    'max(Keys[].Size)': 10,
    'min(`[]`)': null,
    'sum(Keys[].Size)': 17,
    'join(`-`,Keys[].KeyId)': 'b-a-c',
    "starts_with(Name,'alias/')": true,
    "ends_with(Name,'x')": false,
    "contains(Keys[].KeyId,'a')": true,
    'not_null(Nothing,Name)': 'alias/日本',
    'type(Nothing)': 'null',
    'to_string(Keys[0].Size)': '2',
    'to_string(Name)': 'alias/日本',
    'to_string(Keys[0].Tags[0])': '{"K":"x","V":"1"}',
    "to_number('12')": 12,
    "to_number('x')": null,
    'to_array(Name)': ['alias/日本'],
    'merge(`{"a":1}`,`{"b":2}`)': { a: 1, b: 2 },
    'values(`{"a":1}`)': [1],
    'map(&Size, Keys)': [2, 10, 5],
    'ceil(`1.2`)': 2,
    'floor(`-1.2`)': -2,
    'abs(`-3`)': 3,
    'reverse(Name)': '本日/saila',
    'length(Keys[0].Size)':
      "refused: In function length(), invalid type for value: 2, expected one of: ['string', 'array', 'object'], received: \"number\"",
    'sort_by(Keys,&Nothing)':
      "refused: In function sort_by(), invalid type for value: {'KeyId': 'b', 'Tags': [{'K': 'x', 'V': '1'}, {'K': 'y', 'V': '2'}], 'Date': '2026-03-01', 'Size': 2}, expected one of: ['string', 'number'], received: \"null\"",
    'nosuch(@)': 'refused: Unknown function: nosuch()',
    'join(`-`)': 'refused: Expected 2 arguments for function join(), received 1',
    'merge()': 'refused: Expected at least 1 argument for function merge(), received 0',
    'toString(@)': 'refused: Unknown function: toString()',
  },
  literals: {
    '`"text"`': 'text',
    '`text`': 'text',
    '`[1,2]`': [1, 2],
    "'raw \\' text'": "raw ' text",
    '`a\\`b`': 'a`b',
  },
  mistakes: {
    'Keys[': 'refused: Invalid jmespath expression: Incomplete expression:',
    'Keys[0': 'refused: Invalid jmespath expression: Incomplete expression:',
    'Keys]': 'refused: Unexpected token: ]: Parse error at column 4, token "]" (RBRACKET), for expression:',
    'Keys = Name': "refused: Bad jmespath expression: Unknown token '=':",
    'Keys #': 'refused: Bad jmespath expression: Unknown token #:',
    "'open": "refused: Bad jmespath expression: Unclosed ' delimiter:",
    '"a"(@)':
      'refused: Quoted identifier not allowed for function names.: Parse error at column 3, token "(" (LPAREN), for expression:',
  },
};

describe('queries', () => {
  for (const [about, cases] of Object.entries(CASES)) {
    it(about, () => {
      const answers = Object.fromEntries(
        Object.keys(cases).map((expression) => [expression, asked(expression)]),
      );
      expect(answers).toEqual(cases);
    });
  }
});
