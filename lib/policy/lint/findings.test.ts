// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { describe, expect, it } from 'vitest';
import type { PolicyKind } from '../document/document';
import { parsePolicy } from '../document/parse-policy';
import { allow, arns, deny, OTHER, OWNER, policy, type StatementInput } from '../policy.testkit';
import type { ConditionKeyInfo, LintOptions } from './finding';
import { lintPolicy } from './lint';

/** Each finding in one line: what, where, the text it points at, and what it says. */
function findings(
  options: LintOptions,
  statements: readonly StatementInput[],
  kind: PolicyKind = 'resource',
): string[] {
  const { document } = policy(kind, ...statements).policy;
  return lintPolicy(document, options).map(({ code, severity, path, message, range }) => {
    const text = document.text.slice(range.from.offset, range.to.offset);
    return `${severity} ${code} | ${path} | ${text} | ${message}`;
  });
}

const named = { Principal: { AWS: arns.user() } };
const keys: readonly ConditionKeyInfo[] = [
  { name: 'aws:SourceIp', type: 'IpAddress', isMultivalued: false },
  { name: 'aws:TagKeys', type: 'String', isMultivalued: true },
  { name: 'aws:PrincipalTag/*', type: 'String', isMultivalued: false },
  { name: 'aws:CurrentTime', type: 'Date', isMultivalued: false },
  { name: 'vault:Days', type: 'Numeric', isMultivalued: false },
  { name: 'vault:On', type: 'Bool', isMultivalued: false },
];

describe('a finding about a statement, word for word', () => {
  it.each<[string, StatementInput, string[]]>([
    [
      'NotPrincipal in an Allow',
      allow({ NotPrincipal: { AWS: OWNER } }),
      [
        `warning not-principal-allow | Statement[0].NotPrincipal | "NotPrincipal":{"AWS":"${OWNER}"} | NotPrincipal in an Allow lets in everyone in the world except the principals it lists.`,
      ],
    ],
    [
      'NotAction in an Allow',
      allow({ ...named, Action: undefined, NotAction: 'x:y' }),
      [
        'warning not-action-allow | Statement[0].NotAction | "NotAction":"x:y" | NotAction in an Allow also allows every action that will ever be added.',
      ],
    ],
    [
      'wildcards in the name of the service, behind it, and in place of both',
      allow({ ...named, Action: ['*', 'v*:Open', 'vault:**', 'vault:Op*', 'vault:Open', 'vault:*n'] }),
      [
        'warning action-wildcard | Statement[0].Action | "*" | "*" allows every action of every service, also those to come.',
        'warning action-wildcard | Statement[0].Action | "v*:Open" | "v*:Open" allows every action of every service, also those to come.',
        'warning action-wildcard | Statement[0].Action | "vault:**" | "vault:**" allows every action of the service, also those to come.',
      ],
    ],
    [
      'no Resource',
      { Effect: 'Allow', ...named, Action: 'vault:Open' },
      [
        `error no-effect | Statement[0].Resource | {"Effect":"Allow","Principal":{"AWS":"${arns.user()}"},"Action":"vault:Open"} | The statement has no Resource: it is accepted and has no effect.`,
      ],
    ],
    [
      'no Action',
      { Effect: 'Deny', ...named, Resource: '*' },
      [
        `error no-effect | Statement[0].Action | {"Effect":"Deny","Principal":{"AWS":"${arns.user()}"},"Resource":"*"} | The statement has no Action: it is accepted and has no effect.`,
      ],
    ],
  ])('%s', (_name, statement, expected) => {
    expect(findings({}, [statement])).toEqual(expected);
  });

  it('lets the own account be given every action, another one not, and a list only if all are the own', () => {
    const found = (AWS: unknown) =>
      findings({ account: OWNER }, [allow({ Principal: { AWS }, Action: 'vault:*' })]).length;
    expect([OWNER, arns.root(), OTHER, [OWNER, OTHER], [OWNER, arns.user()]].map(found)).toEqual([
      0, 0, 1, 1, 1,
    ]);
    expect(findings({}, [allow({ Principal: { AWS: OWNER }, Action: 'vault:*' })])).toHaveLength(1);
    expect(findings({ account: OWNER }, [allow({ Action: 'vault:*' })], 'identity')).toHaveLength(1);
  });

  it.each([
    'aws:PrincipalArn',
    'aws:PrincipalAccount',
    'aws:PrincipalOrgID',
    'aws:PrincipalOrgPaths',
    'aws:PrincipalServiceName',
    'aws:SourceArn',
    'aws:SourceAccount',
    'aws:SourceOrgID',
    'aws:SourceOrgPaths',
    'aws:SourceVpc',
    'aws:SourceVpce',
    'aws:userid',
  ])('"*" is not public with %s', (key) => {
    const found = (value: string) =>
      findings({}, [allow({ Principal: '*', Condition: { StringLike: { [key]: value } } })]).length;
    expect([found('a*'), found('**')]).toEqual([0, 1]);
  });

  it.each(['aws:SourceIp', 'aws:VpcSourceIp'])('"*" is not public with %s', (key) => {
    const found = (value: string) =>
      findings({}, [allow({ Principal: '*', Condition: { IpAddress: { [key]: value } } })]).length;
    expect(['10.0.0.0/8', '2001:db8::/32', '0.0.0.0/0', '::/0'].map(found)).toEqual([0, 0, 1, 1]);
  });

  it('takes an unknown operator for no narrowing', () => {
    const statement = allow({ Principal: '*', Condition: { StringEqual: { 'aws:PrincipalArn': 'a' } } });
    expect(findings({}, [statement])).toEqual([
      'warning public-principal | Statement[0].Principal | "*" | The principal "*" without a condition on the caller makes this public.',
      'error unknown-operator | Statement[0].Condition.StringEqual["aws:PrincipalArn"] | "StringEqual" | "StringEqual" is no condition operator; the statement never applies.',
    ]);
  });
});

describe('a finding about a condition, word for word', () => {
  it.each<[Record<string, Record<string, unknown>>, string[]]>([
    [
      { StringEquals: { 'a:b': 'c' } },
      ['warning unknown-key | StringEquals["a:b"] | "a:b" | "a:b" is not a known condition key.'],
    ],
    [
      { Bool: { 'vault:Days': 'true' } },
      [
        'warning operator-type | Bool["vault:Days"] | "Bool" | "vault:Days" holds Numeric values; Bool compares Bool values.',
      ],
    ],
    [
      { NumericEquals: { 'vault:On': '1' } },
      [
        'warning operator-type | NumericEquals["vault:On"] | "NumericEquals" | "vault:On" holds Bool values; NumericEquals compares Numeric values.',
      ],
    ],
    [
      { DateEquals: { 'vault:On': '2026' } },
      [
        'warning operator-type | DateEquals["vault:On"] | "DateEquals" | "vault:On" holds Bool values; DateEquals compares Date values.',
      ],
    ],
    [
      { BoolIfExists: { 'aws:CurrentTime': 'true' } },
      [
        'warning operator-type | BoolIfExists["aws:CurrentTime"] | "BoolIfExists" | "aws:CurrentTime" holds Date values; BoolIfExists compares Bool values.',
      ],
    ],
    [
      { 'ForAnyValue:NumericEquals': { 'aws:TagKeys': '1' } },
      [
        'warning operator-type | ["ForAnyValue:NumericEquals"]["aws:TagKeys"] | "ForAnyValue:NumericEquals" | "aws:TagKeys" holds String values; ForAnyValue:NumericEquals compares Numeric values.',
      ],
    ],
    [{ DateLessThan: { 'vault:Days': '2026' }, NumericLessThan: { 'aws:CurrentTime': '7' } }, []],
    [{ Bool: { 'vault:On': 'true' }, Null: { 'vault:On': 'FALSE', 'aws:TagKeys': 'True' } }, []],
    [
      { stringlikeifexists: { 'aws:TagKeys': 'c' } },
      [
        'warning missing-set-operator | stringlikeifexists["aws:TagKeys"] | "stringlikeifexists" | "aws:TagKeys" can have several values; StringLikeIfExists needs ForAnyValue or ForAllValues in front of it.',
      ],
    ],
    [
      { 'ForAnyValue:StringEquals': { 'aws:PrincipalTag/x': 'c' } },
      [
        'warning needless-set-operator | ["ForAnyValue:StringEquals"]["aws:PrincipalTag/x"] | "ForAnyValue:StringEquals" | "aws:PrincipalTag/x" has one value at most; ForAnyValue is meant for keys with several.',
      ],
    ],
    [
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'c' } },
      [
        'warning for-all-values-empty | ["ForAllValues:StringEquals"]["aws:TagKeys"] | "ForAllValues:StringEquals" | ForAllValues is true when the request has no "aws:TagKeys"; add Null "aws:TagKeys": "false" to require it.',
      ],
    ],
    [
      { 'ForAllValues:StringEquals': { 'AWS:tagkeys': 'c' }, Null: { 'aws:TagKeys': ['false', 'False'] } },
      [],
    ],
    [
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'c' }, Null: { 'aws:TagKeys': ['false', 'true'] } },
      [
        'warning for-all-values-empty | ["ForAllValues:StringEquals"]["aws:TagKeys"] | "ForAllValues:StringEquals" | ForAllValues is true when the request has no "aws:TagKeys"; add Null "aws:TagKeys": "false" to require it.',
      ],
    ],
    [
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'false' } },
      [
        'warning for-all-values-empty | ["ForAllValues:StringEquals"]["aws:TagKeys"] | "ForAllValues:StringEquals" | ForAllValues is true when the request has no "aws:TagKeys"; add Null "aws:TagKeys": "false" to require it.',
      ],
    ],
    [
      { NumericEquals: { 'vault:Days': ['7', 'x'] } },
      [
        'error unreadable-value | NumericEquals["vault:Days"] | "x" | "x" is no value that NumericEquals can compare; it matches nothing.',
      ],
    ],
    [
      { Null: { 'vault:Days': ['true', 'untrue', 'falsehood'] } },
      [
        'error unreadable-value | Null["vault:Days"] | "untrue" | "untrue" is no value that Null can compare; it matches nothing.',
        'error unreadable-value | Null["vault:Days"] | "falsehood" | "falsehood" is no value that Null can compare; it matches nothing.',
      ],
    ],
  ])('%j', (Condition, expected) => {
    const found = findings({ keys }, [allow({ ...named, Condition })]);
    expect(found.map((one) => one.replace(/Statement\[0\]\.Condition\.?/, ''))).toEqual(expected);
  });

  it('knows a key by its whole name, or by its beginning where the name ends in a star', () => {
    const found = (key: string) =>
      findings({ keys }, [allow({ ...named, Condition: { StringEquals: { [key]: 'c' } } })]).length;
    expect(
      ['aws:principaltag/TEAM', 'AWS:sourceIP', 'aws:SourceIpX', 'aws:PrincipalTa', 'x:aws:SourceIp'].map(
        found,
      ),
    ).toEqual([0, 0, 1, 1, 1]);
  });
});

describe('a finding about a text that is almost another', () => {
  it('takes a value that only contains or begins like "any" for narrow', () => {
    const found = (value: string) =>
      findings({}, [allow({ Principal: '*', Condition: { StringLike: { 'aws:PrincipalArn': value } } })]);
    expect(['*a', 'a*', '0.0.0.0/01', 'x::/0'].map(found)).toEqual([[], [], [], []]);
  });

  it('names every service where the name of the service has a wildcard anywhere', () => {
    const found = (Action: string) =>
      findings({}, [allow({ ...named, Action })]).map((one) => one.split(' | ')[3]);
    expect(['va*:Open', '*va:Open', 'v*lt:Open'].map(found)).toEqual(
      ['va*:Open', '*va:Open', 'v*lt:Open'].map((text) => [
        `"${text}" allows every action of every service, also those to come.`,
      ]),
    );
  });

  it('takes an unknown operator for no guard of ForAllValues', () => {
    const Condition = {
      StringEqual: { 'aws:TagKeys': 'false' },
      'ForAllValues:StringEquals': { 'aws:TagKeys': 'c' },
    };
    expect(findings({}, [allow({ ...named, Condition })]).map((one) => one.split(' | ')[0])).toEqual([
      'error unknown-operator',
      'warning for-all-values-empty',
    ]);
  });

  it('warns of variables, and of nothing else, in a document of the older version', () => {
    const Condition = { StringEquals: { 'aws:PrincipalTag/x': ['$a{b}', '${aws:username}'] } };
    const parse = parsePolicy({ Statement: [allow({ Condition })] }, 'identity');
    expect(parse.ok && lintPolicy(parse.document)).toEqual([
      {
        code: 'variable-not-replaced',
        severity: 'warning',
        path: 'Statement[0].Condition.StringEquals["aws:PrincipalTag/x"]',
        message: 'Without "Version": "2012-10-17" the variable in "${aws:username}" is plain text.',
        range: expect.objectContaining({ from: expect.objectContaining({ line: 11 }) }),
      },
    ]);
  });

  it('narrows "*" by the keys of the service only when they are given', () => {
    const statement = allow({ Principal: '*', Condition: { StringEquals: { 'vault:Caller': 'a' } } });
    expect(findings({ narrowingKeys: ['vault:Caller'] }, [statement])).toEqual([]);
    expect(findings({}, [statement])).toHaveLength(1);
  });
});

describe('a finding about actions, word for word', () => {
  const actions = ['vault:Open', 'vault:OpenAll', 'vault:Close', 'vault:Look', 'vault:Move', 'safe:Open'];
  const carried: readonly ConditionKeyInfo[] = [
    { name: 'vault:Purpose/*', type: 'String', isMultivalued: false, actions: ['vault:Open'] },
    { name: 'vault:Here', type: 'String', isMultivalued: false, kinds: ['identity', 'scp'] },
    { name: 'vault:Everywhere', type: 'String', isMultivalued: false },
  ];
  const options = { actions, keys: carried };
  const purpose = { StringEquals: { 'vault:Purpose/x': 'a' } };

  it('names each action that is none of its service, whatever the element', () => {
    const statements = [
      deny({
        ...named,
        Action: ['vault:Opem', 'vault:Open', 'vault:x*', 'VAULT:CLOSE', '*', 'v*:Nothing', 'v?ult:No'],
      }),
      deny({ ...named, Action: undefined, NotAction: ['vault:Shut', 'other:Thing'] }),
    ];
    expect(findings(options, statements)).toEqual([
      'warning unknown-action | Statement[0].Action | "vault:Opem" | "vault:Opem" is no action of the service; it matches nothing.',
      'warning unknown-action | Statement[0].Action | "vault:x*" | "vault:x*" is no action of the service; it matches nothing.',
      'warning unknown-action | Statement[1].NotAction | "vault:Shut" | "vault:Shut" is no action of the service; it matches nothing.',
    ]);
    expect(findings({ keys: carried }, statements)).toEqual([]);
  });

  it.each<[string, StatementInput, string[]]>([
    ['an action that carries the key', allow({ ...named, Condition: purpose }), []],
    [
      'one that does not',
      allow({ ...named, Action: 'vault:Close', Condition: purpose }),
      [
        'warning key-not-carried | Statement[0].Condition | "vault:Purpose/x" | vault:Close never carries "vault:Purpose/x"; the condition is false there.',
      ],
    ],
    [
      'three that do not',
      deny({
        ...named,
        Action: ['vault:Open', 'vault:Close', 'vault:Look', 'vault:Move'],
        Condition: { StringNotEquals: { 'vault:Purpose/x': 'a' } },
      }),
      [
        'warning key-not-carried | Statement[0].Condition | "vault:Purpose/x" | vault:Close, vault:Look, vault:Move never carry "vault:Purpose/x"; the condition is true there.',
      ],
    ],
    [
      'more than three',
      deny({ ...named, Action: undefined, NotAction: 'vault:Open', Condition: purpose }),
      [
        'warning key-not-carried | Statement[0].Condition | "vault:Purpose/x" | vault:OpenAll, vault:Close, vault:Look and 2 more never carry "vault:Purpose/x"; the condition is false there.',
      ],
    ],
    [
      'IfExists',
      allow({ ...named, Action: 'vault:Close', Condition: { StringLikeIfExists: purpose.StringEquals } }),
      [],
    ],
    [
      'Null',
      allow({ ...named, Action: 'vault:Close', Condition: { Null: { 'vault:Purpose/x': 'true' } } }),
      [],
    ],
    [
      'a key of other kinds of document',
      allow({ ...named, Condition: { StringEquals: { 'vault:Here': 'a' } } }),
      [
        'error key-not-here | Statement[0].Condition | "vault:Here" | "vault:Here" has no value here: it works in identity and scp policies only.',
      ],
    ],
    [
      'a key of all actions and documents',
      allow({ ...named, Action: 'vault:Close', Condition: { StringEquals: { 'vault:Everywhere': 'a' } } }),
      [],
    ],
  ])('%s', (_name, statement, expected) => {
    expect(findings(options, [statement])).toEqual(expected);
  });

  it('says nothing of a key in a document where it works', () => {
    const statement = allow({ Condition: { StringEquals: { 'vault:Here': 'a' } } });
    expect(findings(options, [statement], 'identity')).toEqual([]);
  });

  it('leaves keys and operators that nobody knows to the other rules', () => {
    const statement = allow({
      ...named,
      Action: 'vault:Close',
      Condition: { StringEqual: purpose.StringEquals, StringEquals: { 'x:y': 'a' } },
    });
    expect(findings(options, [statement])).toEqual([
      'error unknown-operator | Statement[0].Condition.StringEqual["vault:Purpose/x"] | "StringEqual" | "StringEqual" is no condition operator; the statement never applies.',
      'warning unknown-key | Statement[0].Condition.StringEquals["x:y"] | "x:y" | "x:y" is not a known condition key.',
    ]);
    expect(findings({ actions }, [allow({ ...named, Action: 'vault:Close', Condition: purpose })])).toEqual(
      [],
    );
    expect(
      findings({ keys: carried }, [allow({ ...named, Action: 'vault:Close', Condition: purpose })]),
    ).toEqual([]);
  });
});

describe('a finding about several statements, word for word', () => {
  const open = allow(named);
  const allowed = (index: number, other: string) =>
    `suggestion already-allowed | Statement[${index}] | "Effect":"Allow" | ${other} already allows everything that this statement allows.`;
  const denied = (index: number, other: string) =>
    `error always-denied | Statement[${index}] | "Effect":"Allow" | ${other} denies everything that this statement allows: it never allows anything.`;
  const action = (Action: string | string[]) => allow({ ...named, Action });
  const box = (Resource: string | string[]) => allow({ ...named, Resource });

  it.each<[string, readonly StatementInput[], readonly string[]]>([
    [
      'the wider one by its Sid',
      [allow({ ...named, Sid: 'Wide', Action: 'vault:O*' }), open],
      [allowed(1, 'Statement "Wide"')],
    ],
    [
      'the wider one by its number',
      [open, action(['vault:Open', 'vault:Look'])],
      [allowed(0, 'Statement 2')],
    ],
    [
      'a Deny before an Allow',
      [deny({ Principal: '*' }), open, open],
      [denied(1, 'Statement 1'), denied(2, 'Statement 1')],
    ],
    ['a Deny is not superfluous', [deny(named), deny(named)], []],
    [
      'an Allow under a condition',
      [allow({ ...named, Condition: { Bool: { 'a:b': 'true' } } }), open],
      [allowed(0, 'Statement 2')],
    ],
    ['the same in other letters', [action('vault:open'), action('VAULT:Open')], [allowed(1, 'Statement 1')]],
    ['a resource in other letters', [box('arn:aws:vault:::A'), box('arn:aws:vault:::a')], []],
    ['a longer text', [action('vault:Op'), open], []],
    ['a shorter text', [action('vault:OpenAll'), open], []],
    ['? for a letter', [action('vault:?pen'), open], [allowed(1, 'Statement 1')]],
    ['? for a ?', [action('vault:?pen'), action('vault:?pen')], [allowed(1, 'Statement 1')]],
    ['? for a *', [action('vault:Ope?'), action('vault:Ope*')], [allowed(0, 'Statement 2')]],
    ['* for nothing', [action('vault:Open*'), open], [allowed(1, 'Statement 1')]],
    ['* for a *', [action('vault:*'), action('vault:*n')], [allowed(1, 'Statement 1')]],
    [
      'NotAction',
      [allow({ ...named, Action: undefined, NotAction: 'vault:Open' }), action('vault:Open')],
      [],
    ],
    ['NotResource', [allow({ ...named, Resource: undefined, NotResource: '*' }), open], []],
    ['NotPrincipal', [deny({ NotPrincipal: { AWS: arns.user() } }), open], []],
    [
      'every resource of a list',
      [box(['arn:aws:a:::1', 'arn:aws:a:::2']), box('arn:aws:a:::2')],
      [allowed(1, 'Statement 1')],
    ],
    [
      'one resource of a list',
      [box('arn:aws:a:::1'), box(['arn:aws:a:::1', 'arn:aws:a:::2'])],
      [allowed(0, 'Statement 2')],
    ],
    [
      'principals that overlap',
      [
        allow({ Principal: { AWS: [arns.user(), OTHER] } }),
        allow({ Principal: { AWS: [arns.user(), OWNER] } }),
      ],
      [],
    ],
    [
      'a service of the same name',
      [
        allow({ Principal: { Service: 'a.example.com' } }),
        allow({ Principal: { Federated: 'a.example.com' } }),
      ],
      [],
    ],
    ['no resource', [allow({ ...named, Resource: undefined }), open], []],
  ])('%s', (_name, statements, expected) => {
    const isReach = (one: string) => /already-allowed|always-denied/.test(one);
    expect(findings({}, statements).filter(isReach)).toEqual(expected);
  });

  it.each<[string, readonly StatementInput[], readonly string[]]>([
    ['? for nothing', [action('vault:Open?'), open], []],
    ['a letter after *', [action('vault:*n'), action('vault:Close')], []],
    ['a letter after * that is there', [action('vault:*n'), open], [allowed(1, 'Statement 1')]],
    ['everyone but some', [open, allow({ NotPrincipal: { AWS: arns.user() } })], []],
    [
      'everyone beside others',
      [allow({ Principal: { AWS: [OTHER, '*'] } }), open],
      [allowed(1, 'Statement 1')],
    ],
  ])('%s, without more', (_name, statements, expected) => {
    const isReach = (one: string) => /already-allowed|always-denied/.test(one);
    expect(findings({}, statements).filter(isReach)).toEqual(expected);
  });

  it('compares identity policies without principals', () => {
    expect(findings({}, [allow({ Action: 'vault:O*' }), allow()], 'identity')).toEqual([
      allowed(1, 'Statement 1'),
    ]);
  });
});
