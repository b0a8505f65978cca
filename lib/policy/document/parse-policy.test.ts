import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OWNER } from '../policy.testkit';
import type { PolicyKind } from './document';
import { documentRules } from './document-rules';
import { parsePolicy } from './parse-policy';
import type { PolicyProblem } from './problems';

const identityStatement = { Effect: 'Allow', Action: 'vault:Open', Resource: '*' };
const resourceStatement = { ...identityStatement, Principal: '*' };

function problemsOf(source: unknown, kind: PolicyKind = 'identity', rules = documentRules[kind]) {
  const parse = parsePolicy(source, kind, rules);
  return parse.ok
    ? []
    : parse.problems.map(({ code, path, message }: PolicyProblem) => [code, path, message]);
}

function withStatement(changes: Record<string, unknown>, base: Record<string, unknown> = identityStatement) {
  const statement = Object.fromEntries(
    Object.entries({ ...base, ...changes }).filter(([, value]) => value !== undefined),
  );
  return { Version: '2012-10-17', Statement: [statement] };
}

describe('parsePolicy', () => {
  it('reads a whole document with the place of every element', () => {
    const text = `{
  "Version": "2012-10-17",
  "Id": "default",
  "Statement": {
    "Sid": "one two",
    "Effect": "Deny",
    "Principal": { "AWS": ["111111111111", "*"] },
    "NotAction": "vault:Open",
    "Resource": ["*"],
    "Condition": { "NumericLessThan": { "vault:Days": [7, "8"] }, "Bool": { "x:Y": true } }
  }
}`;
    const at = (line: number, from: number, to: number) =>
      expect.objectContaining({
        from: expect.objectContaining({ line, column: from }),
        to: expect.objectContaining({ line, column: to }),
      });
    expect(parsePolicy(text, 'resource')).toEqual({
      ok: true,
      document: {
        kind: 'resource',
        text,
        version: '2012-10-17',
        id: 'default',
        statements: [
          {
            index: 0,
            sid: 'one two',
            effect: 'Deny',
            effectRange: at(6, 5, 21),
            range: {
              from: expect.objectContaining({ line: 4, column: 16 }),
              to: expect.objectContaining({ line: 11, column: 4 }),
            },
            principal: {
              name: 'Principal',
              range: at(7, 5, 50),
              entries: [
                {
                  type: 'AWS',
                  form: 'account',
                  value: OWNER,
                  text: OWNER,
                  range: at(7, 28, 42),
                },
                { type: 'AWS', form: 'everyone', value: '*', text: '*', range: at(7, 44, 47) },
              ],
            },
            action: {
              name: 'NotAction',
              range: at(8, 5, 30),
              values: [{ text: 'vault:Open', range: at(8, 18, 30) }],
            },
            resource: {
              name: 'Resource',
              range: at(9, 5, 22),
              values: [{ text: '*', range: at(9, 18, 21) }],
            },
            conditions: [
              {
                operator: 'NumericLessThan',
                key: 'vault:Days',
                operatorRange: at(10, 20, 37),
                keyRange: at(10, 41, 53),
                range: at(10, 41, 63),
                values: [
                  { text: '7', range: at(10, 56, 57) },
                  { text: '8', range: at(10, 59, 62) },
                ],
              },
              {
                operator: 'Bool',
                key: 'x:Y',
                operatorRange: at(10, 67, 73),
                keyRange: at(10, 77, 82),
                range: at(10, 77, 88),
                values: [{ text: 'true', range: at(10, 84, 88) }],
              },
            ],
          },
        ],
      },
    });
  });

  it('takes a value as well as a text, and then places everything in the text it writes', () => {
    const parse = parsePolicy(withStatement({}), 'identity');
    expect(parse.ok && parse.document.text).toBe(JSON.stringify(withStatement({}), undefined, 2));
    expect(parse.ok && parse.document.statements[0]?.range.from).toEqual({ line: 4, column: 5, offset: 50 });
  });

  it('treats a document without Version as 2008-10-17', () => {
    const versions = [undefined, '2008-10-17', '2012-10-17'].map((Version) => {
      const parse = parsePolicy({ Version, Statement: [identityStatement] }, 'identity');
      return parse.ok && parse.document.version;
    });
    expect(versions).toEqual(['2008-10-17', '2008-10-17', '2012-10-17']);
  });

  it.each([
    [
      '{',
      'not-json',
      '',
      'The policy document needs a member name in double quotes; found the end of the text.',
    ],
    ['[]', 'wrong-type', '', 'The policy document needs an object; found an empty list.'],
    ['7', 'wrong-type', '', 'The policy document needs an object; found the number 7.'],
    [
      undefined,
      'not-json',
      '',
      'The policy document needs a JSON text or a value that JSON can express; found undefined.',
    ],
    [{}, 'missing-element', 'Statement', 'Statement needs the element Statement; found nothing.'],
    [
      { Statement: 'x' },
      'wrong-type',
      'Statement',
      'Statement needs a statement or a list of statements; found "x".',
    ],
    [
      { Statement: [] },
      'empty-list',
      'Statement',
      'Statement needs at least one statement; found an empty list.',
    ],
    [
      { Version: '2012-10-18', Statement: identityStatement },
      'bad-value',
      'Version',
      'Version needs "2012-10-17" or "2008-10-17"; found "2012-10-18".',
    ],
    [
      { Version: 2012, Statement: identityStatement },
      'bad-value',
      'Version',
      'Version needs "2012-10-17" or "2008-10-17"; found the number 2012.',
    ],
    [
      { Id: 'x', Statement: identityStatement },
      'prohibited-element',
      'Id',
      'Id needs no such element in an identity-based policy; found "Id".',
    ],
    [
      { statement: 1, Statement: identityStatement },
      'unknown-element',
      'statement',
      'statement needs one of the elements Version, Id, Statement; found "statement".',
    ],
    [{ Statement: [null] }, 'wrong-type', 'Statement[0]', 'Statement[0] needs an object; found null.'],
    [
      { Statement: { ...identityStatement, Action: true } },
      'wrong-type',
      'Statement.Action',
      'Statement.Action needs a string or a list of strings; found true.',
    ],
  ])('refuses the document %j', (source, code, path, message) => {
    expect(problemsOf(source)).toEqual([[code, path, message]]);
  });

  it('refuses a value that cannot be written as JSON', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    expect(problemsOf(circular)).toEqual([
      [
        'not-json',
        '',
        'The policy document needs a JSON text or a value that JSON can express; found object.',
      ],
    ]);
  });

  it('refuses an Id that is no string', () => {
    expect(problemsOf({ Id: 1, Statement: resourceStatement }, 'resource')).toEqual([
      ['wrong-type', 'Id', 'Id needs a string; found the number 1.'],
    ]);
  });

  it.each<[Record<string, unknown>, string, string, string]>([
    [{ Effect: undefined }, 'missing-element', 'Effect', 'needs the element Effect; found nothing.'],
    [{ Effect: 'allow' }, 'bad-value', 'Effect', 'needs "Allow" or "Deny"; found "allow".'],
    [{ Effect: ['Allow'] }, 'bad-value', 'Effect', 'needs "Allow" or "Deny"; found a list.'],
    [{ Action: undefined }, 'missing-element', 'Action', 'needs the element Action; found nothing.'],
    [{ Action: [] }, 'empty-list', 'Action', 'needs at least one value; found an empty list.'],
    [
      { Action: 'Open' },
      'invalid-action',
      'Action',
      'needs "*", or a service prefix, a colon and the name of an action; found "Open".',
    ],
    [
      { Action: ['vault:Open', 'vault:'] },
      'invalid-action',
      'Action[1]',
      'needs "*", or a service prefix, a colon and the name of an action; found "vault:".',
    ],
    [{ Action: ['vault:Open', 1] }, 'wrong-type', 'Action[1]', 'needs a string; found the number 1.'],
    [
      { NotAction: 'vault:Open' },
      'conflicting-elements',
      'NotAction',
      'needs either Action or NotAction; found both.',
    ],
    [{ Resource: undefined }, 'missing-element', 'Resource', 'needs the element Resource; found nothing.'],
    [{ Resource: [] }, 'empty-list', 'Resource', 'needs at least one value; found an empty list.'],
    [
      { Resource: 'box/1' },
      'invalid-resource',
      'Resource',
      'needs "*" or an ARN of six parts (fewer when it ends in "*"); found "box/1".',
    ],
    [
      { Resource: ['*', 'arn:aws:vault'] },
      'invalid-resource',
      'Resource[1]',
      'needs "*" or an ARN of six parts (fewer when it ends in "*"); found "arn:aws:vault".',
    ],
    [
      { NotResource: '*' },
      'conflicting-elements',
      'NotResource',
      'needs either Resource or NotResource; found both.',
    ],
    [
      { Principal: '*' },
      'prohibited-element',
      'Principal',
      'needs no such element in an identity-based policy; found "Principal".',
    ],
    [
      { NotPrincipal: '*' },
      'prohibited-element',
      'NotPrincipal',
      'needs no such element in an identity-based policy; found "NotPrincipal".',
    ],
    [{ Sid: 'a b' }, 'invalid-sid', 'Sid', 'needs letters and digits only; found "a b".'],
    [{ Sid: 1 }, 'wrong-type', 'Sid', 'needs a string; found the number 1.'],
    [
      { Conditions: {} },
      'unknown-element',
      'Conditions',
      'needs one of the elements Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition; found "Conditions".',
    ],
    [{ Condition: [] }, 'wrong-type', 'Condition', 'needs an object; found an empty list.'],
    [
      { Condition: { StringEqual: {} } },
      'unknown-operator',
      'Condition.StringEqual',
      'needs a known condition operator; found "StringEqual".',
    ],
    [{ Condition: { Bool: 'true' } }, 'wrong-type', 'Condition.Bool', 'needs an object; found "true".'],
    [
      { Condition: { Bool: { nokey: 'true' } } },
      'invalid-condition-key',
      'Condition.Bool.nokey',
      'needs a condition key with its prefix, such as "aws:SourceIp"; found "nokey".',
    ],
    [
      { Condition: { Bool: { 'a:b': null } } },
      'wrong-type',
      'Condition.Bool["a:b"]',
      'needs a string, a number, a boolean or a list of these; found null.',
    ],
    [
      { Condition: { Bool: { 'a:b': [[]] } } },
      'wrong-type',
      'Condition.Bool["a:b"][0]',
      'needs a string, a number or a boolean; found an empty list.',
    ],
  ])('refuses a statement with %j', (changes, code, element, message) => {
    const path = `Statement[0].${element}`;
    expect(problemsOf(withStatement(changes))).toEqual([[code, path, `${path} ${message}`]]);
  });

  it('names all problems of a document', () => {
    const document = { Statement: [{ Effect: 'Maybe' }, { Effect: 'Deny', Action: 'x', Resource: 'y' }] };
    expect(problemsOf(document).map(([code, path]) => `${code} ${path}`)).toEqual([
      'bad-value Statement[0].Effect',
      'missing-element Statement[0].Action',
      'missing-element Statement[0].Resource',
      'invalid-action Statement[1].Action',
      'invalid-resource Statement[1].Resource',
    ]);
  });

  it('points at the line of the problem', () => {
    const parse = parsePolicy(
      '{\n "Statement": {\n  "Effect": "No",\n  "Action": "*", "Resource": "*" } }',
      'identity',
    );
    expect(!parse.ok && parse.problems[0]?.range).toEqual({
      from: { line: 3, column: 13, offset: 30 },
      to: { line: 3, column: 17, offset: 34 },
    });
  });

  it('refuses a member that stands there twice', () => {
    const text = '{"Statement": {"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}}';
    expect(problemsOf(text)).toEqual([
      [
        'duplicate-member',
        'Statement.Effect',
        'Statement.Effect needs one value; found the same member twice.',
      ],
    ]);
  });

  it('shortens what it quotes', () => {
    const [problem] = problemsOf(withStatement({ Action: 'x'.repeat(100) }));
    expect(problem?.[2]).toContain(`found "${'x'.repeat(80)}…".`);
  });

  it.each(['*', '*:*', 'vault:Open', 'vault:*', 'va?lt:O*n', 'my-vault:List_All'])(
    'accepts the action %s',
    (Action) => {
      expect(problemsOf(withStatement({ Action }))).toEqual([]);
    },
  );

  it.each(['*', 'arn:aws:vault:eu-west-1:1:box/x', 'arn:aws:vault:*', 'arn:*', 'arn:aws:vault:::box/a:b'])(
    'accepts the resource %s',
    (Resource) => {
      expect(problemsOf(withStatement({ Resource }))).toEqual([]);
    },
  );

  it('accepts an empty Condition and an empty list of values', () => {
    expect(problemsOf(withStatement({ Condition: {} }))).toEqual([]);
    expect(problemsOf(withStatement({ Condition: { Bool: { 'a:b': [] } } }))).toEqual([]);
  });

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom<PolicyKind>('identity', 'resource', 'trust', 'rcp'),
        (value, kind) => {
          expect(typeof parsePolicy(value, kind).ok).toBe('boolean');
        },
      ),
    );
  });

  it('never throws, whatever stands in the elements of a policy', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom('*', 'Allow', 'vault:Open', { AWS: ['*', 1] }, { Bool: { 'a:b': [true] } }, [], {}),
    );
    const statement = fc.dictionary(
      fc.constantFrom(
        'Sid',
        'Effect',
        'Principal',
        'NotPrincipal',
        'Action',
        'NotAction',
        'Resource',
        'NotResource',
        'Condition',
      ),
      value,
    );
    fc.assert(
      fc.property(
        statement,
        fc.constantFrom<PolicyKind>('identity', 'resource', 'trust', 'rcp'),
        (one, kind) => {
          const parse = parsePolicy({ Version: '2012-10-17', Statement: [one] }, kind);
          expect(parse.ok || parse.problems.length > 0).toBe(true);
        },
      ),
    );
  });
});

describe('the kinds of documents', () => {
  const sidTwice = [
    { ...identityStatement, Sid: 'A' },
    { ...identityStatement, Sid: 'A' },
  ];

  it.each<[PolicyKind, Record<string, unknown>, string[]]>([
    ['identity', identityStatement, []],
    ['boundary', identityStatement, []],
    ['session', identityStatement, []],
    ['scp', identityStatement, []],
    ['scp', { ...identityStatement, NotAction: 'a:b', Action: undefined }, []],
    ['scp', resourceStatement, ['prohibited-element Statement[0].Principal']],
    ['rcp', resourceStatement, []],
    ['rcp', identityStatement, ['missing-element Statement[0].Principal']],
    ['rcp', { ...resourceStatement, Principal: { AWS: '*' } }, []],
    [
      'rcp',
      { ...resourceStatement, Principal: { AWS: OWNER } },
      ['invalid-principal Statement[0].Principal'],
    ],
    ['rcp', { ...identityStatement, NotPrincipal: '*' }, ['prohibited-element Statement[0].NotPrincipal']],
    [
      'rcp',
      { ...resourceStatement, Action: undefined, NotAction: 'a:b' },
      ['prohibited-element Statement[0].NotAction'],
    ],
    ['resource', resourceStatement, []],
    ['resource', { ...identityStatement, NotPrincipal: { AWS: OWNER } }, []],
    ['resource', identityStatement, ['missing-element Statement[0].Principal']],
    ['resource', { ...resourceStatement, Sid: 'with blanks' }, []],
    ['trust', { ...resourceStatement, Resource: undefined }, []],
    ['trust', resourceStatement, ['prohibited-element Statement[0].Resource']],
    ['trust', { ...resourceStatement, Resource: undefined, Sid: 'a b' }, ['invalid-sid Statement[0].Sid']],
    ['endpoint', resourceStatement, []],
    ['endpoint', identityStatement, ['missing-element Statement[0].Principal']],
  ])('%s: %j gives %j', (kind, statement, expected) => {
    expect(problemsOf(withStatement(statement, {}), kind).map(([code, path]) => `${code} ${path}`)).toEqual(
      expected,
    );
  });

  it('wants Sids of its own in identity policies, and not in resource policies', () => {
    expect(problemsOf({ Statement: sidTwice })).toEqual([
      [
        'duplicate-sid',
        'Statement[1].Sid',
        'Statement[1].Sid needs a Sid of its own; found "A", which Statement[0] has too.',
      ],
    ]);
    const inResource = sidTwice.map((statement) => ({ ...statement, Principal: '*' }));
    expect(problemsOf({ Statement: inResource }, 'resource')).toEqual([]);
  });

  it('lets a service accept statements without Action or Resource', () => {
    const rules = { ...documentRules.resource, action: 'optional', resource: 'optional' } as const;
    const statements = [
      { Effect: 'Allow', Principal: '*', Action: 'vault:Open' },
      { Effect: 'Allow', Principal: '*', Resource: [], Action: [] },
    ];
    expect(problemsOf({ Statement: statements }, 'resource', rules)).toEqual([]);
  });

  it('lets a service restrict the effects and accept unknown operators', () => {
    const rules = { ...documentRules.rcp, effects: ['Deny'], unknownOperators: 'accept' } as const;
    const Condition = { StringEqual: { 'a:b': 'c' } };
    expect(problemsOf(withStatement({ Condition }, resourceStatement), 'rcp', rules)).toEqual([
      ['bad-value', 'Statement[0].Effect', 'Statement[0].Effect needs "Deny"; found "Allow".'],
    ]);
  });
});
