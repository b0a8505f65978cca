// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { describe, expect, it } from 'vitest';
import type { PolicyKind } from '../document/document';
import { parsePolicy } from '../document/parse-policy';
import { allow, arns, deny, OWNER, policy, type StatementInput } from '../policy.testkit';
import type { ConditionKeyInfo, LintOptions } from './finding';
import { lintPolicy } from './lint';

const keys: readonly ConditionKeyInfo[] = [
  { name: 'aws:SourceIp', type: 'IpAddress', isMultivalued: false },
  { name: 'aws:TagKeys', type: 'String', isMultivalued: true },
  { name: 'aws:PrincipalTag/*', type: 'String', isMultivalued: false },
  { name: 'aws:CurrentTime', type: 'Date', isMultivalued: false },
  { name: 'vault:Days', type: 'Numeric', isMultivalued: false },
  { name: 'vault:On', type: 'Bool', isMultivalued: false },
];

function lint(statement: StatementInput, options?: LintOptions, kind: PolicyKind = 'resource') {
  const { document } = policy(kind, statement).policy;
  return lintPolicy(document, options).map(({ code, severity, path }) => `${severity} ${code} ${path}`);
}

const named = { Principal: { AWS: arns.user() } };

describe('lintPolicy', () => {
  it('finds nothing in a narrow statement', () => {
    expect(
      lint(allow({ ...named, Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }), { keys }),
    ).toEqual([]);
  });

  it.each<[string, StatementInput, boolean]>([
    ['"*"', { Principal: '*' }, true],
    ['{"AWS": "*"}', { Principal: { AWS: [OWNER, '*'] } }, true],
    ['a named user', named, false],
    ['"*" in a Deny', { Principal: '*', Effect: 'Deny' }, false],
    [
      '"*" of one account',
      { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': OWNER } } },
      false,
    ],
    [
      '"*" of one organization',
      { Principal: '*', Condition: { 'ForAnyValue:StringLike': { 'AWS:PrincipalOrgPaths': 'o-1/*' } } },
      false,
    ],
    [
      '"*" by a key of the service',
      { Principal: '*', Condition: { StringEquals: { 'vault:CallerAccount': OWNER } } },
      false,
    ],
    [
      '"*" by a key that narrows nothing',
      { Principal: '*', Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } },
      true,
    ],
    [
      '"*" if the key exists',
      { Principal: '*', Condition: { StringEqualsIfExists: { 'aws:PrincipalAccount': OWNER } } },
      true,
    ],
    [
      '"*" with a negated operator',
      { Principal: '*', Condition: { StringNotEquals: { 'aws:PrincipalAccount': OWNER } } },
      true,
    ],
    ['"*" with Null', { Principal: '*', Condition: { Null: { 'aws:PrincipalAccount': 'false' } } }, true],
    [
      '"*" with ForAllValues',
      {
        Principal: '*',
        Condition: {
          'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': 'o-1/' },
          Null: { 'aws:PrincipalOrgPaths': 'false' },
        },
      },
      true,
    ],
    [
      '"*" with any value',
      { Principal: '*', Condition: { StringLike: { 'aws:PrincipalAccount': '*' } } },
      true,
    ],
    [
      '"*" with any address',
      { Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '0.0.0.0/0'] } } },
      true,
    ],
  ])('public principal: %s', (_name, elements, isPublic) => {
    const expected = isPublic ? ['warning public-principal Statement[0].Principal'] : [];
    expect(lint(allow(elements), { narrowingKeys: ['vault:callerAccount'] })).toEqual(expected);
  });

  it('takes "*" for granted in endpoint policies and RCPs', () => {
    expect(lint(allow({ Principal: '*' }), {}, 'endpoint')).toEqual([]);
    expect(lint(allow({ Principal: '*' }), {}, 'rcp')).toEqual([]);
    expect(lint({ Effect: 'Allow', Principal: '*', Action: 'vault:Open' }, {}, 'trust')).toEqual([
      'warning public-principal Statement[0].Principal',
    ]);
  });

  it.each<[StatementInput, string[]]>([
    [allow({ NotPrincipal: { AWS: OWNER } }), ['warning not-principal-allow Statement[0].NotPrincipal']],
    [deny({ NotPrincipal: { AWS: OWNER } }), []],
    [
      allow({ ...named, Action: undefined, NotAction: 'x:y' }),
      ['warning not-action-allow Statement[0].NotAction'],
    ],
    [deny({ ...named, Action: undefined, NotAction: 'x:y' }), []],
    [allow({ ...named, Action: '*' }), ['warning action-wildcard Statement[0].Action']],
    [allow({ ...named, Action: ['vault:Open', 'vault:*'] }), ['warning action-wildcard Statement[0].Action']],
    [allow({ ...named, Action: 'v*:Open' }), ['warning action-wildcard Statement[0].Action']],
    [allow({ ...named, Action: 'vault:Open*' }), []],
    [deny({ ...named, Action: '*' }), []],
    [{ Effect: 'Allow', ...named, Action: 'vault:Open' }, ['error no-effect Statement[0].Resource']],
    [{ Effect: 'Allow', ...named, Resource: '*' }, ['error no-effect Statement[0].Action']],
  ])('%j', (statement, expected) => {
    expect(lint(statement)).toEqual(expected);
  });

  it.each<[Record<string, unknown>, string[]]>([
    [{ StringEqual: { 'a:b': 'c' } }, ['error unknown-operator StringEqual["a:b"]']],
    [{ StringEquals: { 'a:b': 'c' } }, ['warning unknown-key StringEquals["a:b"]']],
    [{ StringEquals: { 'AWS:principaltag/x': 'c' } }, []],
    [{ StringLike: { 'aws:CurrentTime': '2026*' } }, []],
    [{ NumericEquals: { 'aws:CurrentTime': '7' } }, []],
    [{ DateLessThan: { 'vault:Days': '2026' } }, []],
    [{ Bool: { 'vault:Days': 'true' } }, ['warning operator-type Bool["vault:Days"]']],
    [{ NumericEquals: { 'vault:On': '1' } }, ['warning operator-type NumericEquals["vault:On"]']],
    [{ Null: { 'aws:TagKeys': 'true' } }, []],
    [{ StringEquals: { 'aws:TagKeys': 'c' } }, ['warning missing-set-operator StringEquals["aws:TagKeys"]']],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'c' } }, []],
    [
      { 'ForAnyValue:StringEquals': { 'aws:PrincipalTag/x': 'c' } },
      ['warning needless-set-operator ["ForAnyValue:StringEquals"]["aws:PrincipalTag/x"]'],
    ],
    [
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'c' } },
      ['warning for-all-values-empty ["ForAllValues:StringEquals"]["aws:TagKeys"]'],
    ],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'c' }, Null: { 'AWS:TagKeys': 'false' } }, []],
    [
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'c' }, Null: { 'aws:TagKeys': 'true' } },
      ['warning for-all-values-empty ["ForAllValues:StringEquals"]["aws:TagKeys"]'],
    ],
    [
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'c' }, Null: { 'vault:On': 'false' } },
      ['warning for-all-values-empty ["ForAllValues:StringEquals"]["aws:TagKeys"]'],
    ],
    [{ NumericEquals: { 'vault:Days': ['7', 'x'] } }, ['error unreadable-value NumericEquals["vault:Days"]']],
    [{ Null: { 'vault:Days': 'perhaps' } }, ['error unreadable-value Null["vault:Days"]']],
    [{ IpAddress: { 'aws:SourceIp': '10.0.0.0/99' } }, ['error unreadable-value IpAddress["aws:SourceIp"]']],
    [{ StringLike: { 'aws:PrincipalTag/x': '${aws:username}' } }, []],
    [{ NumericEquals: { 'vault:Days': '${x:y}' } }, ['error unreadable-value NumericEquals["vault:Days"]']],
  ])('condition %j', (Condition, expected) => {
    const found = lint(allow({ ...named, Condition }), { keys });
    expect(found.map((one) => one.replace(/Statement\[0\]\.Condition\.?/, ''))).toEqual(expected);
  });

  it('needs no guard for ForAllValues in a Deny', () => {
    expect(
      lint(deny({ ...named, Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'c' } } })),
    ).toEqual([]);
  });

  it('checks keys only against a catalogue', () => {
    expect(lint(allow({ ...named, Condition: { StringEquals: { 'a:b': 'c' } } }))).toEqual([]);
  });

  it('warns of variables without the version that knows them', () => {
    const statement = allow({ Condition: { StringEquals: { 'aws:PrincipalTag/x': '${aws:username}' } } });
    const find = (Version?: string) => {
      const parse = parsePolicy({ Version, Statement: [statement] }, 'identity');
      return parse.ok
        ? lintPolicy(parse.document).map(({ code, message }) => `${code}: ${message}`)
        : undefined;
    };
    const message =
      'variable-not-replaced: Without "Version": "2012-10-17" the variable in "${aws:username}" is plain text.';
    expect([find('2012-10-17'), find('2008-10-17'), find()]).toEqual([[], [message], [message]]);
  });

  it('adds the rules of a service, in the order of the text, with messages and places', () => {
    const { document } = policy(
      'resource',
      allow({ Principal: '*' }),
      allow({ ...named, Action: 'vault:*' }),
    ).policy;
    const findings = lintPolicy(document, {
      rules: [
        ({ statements }) =>
          statements.map(({ effectRange, index }) => ({
            code: 'own',
            severity: 'suggestion',
            path: `Statement[${index}].Effect`,
            message: 'own rule',
            range: effectRange,
          })),
      ],
    });
    expect(
      findings.map(({ code, message, range }) => [
        code,
        message,
        document.text.slice(range.from.offset, range.to.offset),
      ]),
    ).toEqual([
      ['own', 'own rule', '"Effect":"Allow"'],
      ['public-principal', 'The principal "*" without a condition on the caller makes this public.', '"*"'],
      ['own', 'own rule', '"Effect":"Allow"'],
      ['action-wildcard', '"vault:*" allows every action of the service, also those to come.', '"vault:*"'],
    ]);
  });

  it('says which wildcard reaches every service', () => {
    const { document } = policy('identity', allow({ Action: '*' })).policy;
    expect(lintPolicy(document).map(({ message }) => message)).toEqual([
      '"*" allows every action of every service, also those to come.',
    ]);
  });
});

describe('lintPolicy with all actions at hand', () => {
  const actions = ['vault:Open', 'vault:OpenAll', 'vault:Close'];
  const carried: readonly ConditionKeyInfo[] = [
    { name: 'vault:Purpose/*', type: 'String', isMultivalued: false, actions: ['vault:Open'] },
    { name: 'aws:ResourceTag/*', type: 'String', isMultivalued: false, kinds: ['identity'] },
  ];
  const purpose = { StringEquals: { 'vault:Purpose/x': 'a' } };

  it.each<[StatementInput, string[]]>([
    [allow({ ...named, Action: ['vault:Opem', 'vault:O*'] }), ['warning unknown-action Statement[0].Action']],
    [deny({ ...named, Action: 'VAULT:open' }), []],
    [allow({ ...named, Action: 'other:Thing' }), []],
    [allow({ ...named, Condition: purpose }), []],
    [
      allow({ ...named, Action: 'vault:Open*', Condition: purpose }),
      ['warning key-not-carried Statement[0].Condition'],
    ],
    [deny({ ...named, Action: 'vault:Close', Condition: { Null: { 'vault:Purpose/x': 'true' } } }), []],
    [
      deny({
        ...named,
        Action: 'vault:Close',
        Condition: { StringEqualsIfExists: { 'vault:Purpose/x': 'a' } },
      }),
      [],
    ],
    [
      allow({ ...named, Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } } }),
      ['error key-not-here Statement[0].Condition'],
    ],
  ])('%j', (statement, expected) => {
    expect(lint(statement, { actions, keys: carried })).toEqual(expected);
  });

  it('names the actions that never carry a key, and what that means', () => {
    const statement = deny({
      ...named,
      Action: 'vault:*',
      Condition: { StringNotEquals: { 'vault:Purpose/x': 'a' } },
    });
    const { document } = policy('resource', statement).policy;
    expect(lintPolicy(document, { actions, keys: carried }).map(({ message }) => message)).toEqual([
      'vault:OpenAll, vault:Close never carry "vault:Purpose/x"; the condition is true there.',
    ]);
  });
});

describe('lintPolicy over several statements', () => {
  const codes = (...statements: readonly StatementInput[]) =>
    lintPolicy(policy('resource', ...statements).policy.document).map(({ code, path }) => `${code} ${path}`);
  const open = allow(named);

  it.each<[string, readonly StatementInput[], readonly string[]]>([
    ['a wider Allow', [allow({ ...named, Action: 'vault:Op*' }), open], ['already-allowed Statement[1]']],
    ['the same twice', [open, open], ['already-allowed Statement[1]']],
    [
      'an Allow of everyone named',
      [open, allow({ Principal: { AWS: [arns.user(), arns.role()] } })],
      ['already-allowed Statement[0]'],
    ],
    ['a Deny of all', [deny({ Principal: '*', Action: 'vault:O??n' }), open], ['always-denied Statement[1]']],
    ['a narrower Deny', [deny({ ...named, Action: 'vault:OpenAll' }), open], []],
    [
      'a Deny with a condition',
      [deny({ Principal: '*', Condition: { Bool: { 'vault:On': 'true' } } }), open],
      [],
    ],
    ['another principal', [allow({ Principal: { AWS: arns.role() } }), open], []],
    [
      'another resource',
      [allow({ ...named, Resource: 'arn:aws:vault:*' }), allow({ ...named, Resource: 'arn:aws:safe:*' })],
      [],
    ],
  ])('%s', (_name, statements, expected) => {
    expect(codes(...statements)).toEqual(expected);
  });
});
