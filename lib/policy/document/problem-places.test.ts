import { describe, expect, it } from 'vitest';
import { OTHER, OWNER } from '../policy.testkit';
import type { PolicyKind } from './document';
import { documentRules } from './document-rules';
import { parsePolicy } from './parse-policy';

const identityStatement = { Effect: 'Allow', Action: 'vault:Open', Resource: '*' };
const resourceStatement = { ...identityStatement, Principal: '*' };

/** Each problem in one line: what, where, the text it points at, and what it says. */
function problemsOf(source: unknown, kind: PolicyKind = 'identity', rules = documentRules[kind]): string[] {
  const text = typeof source === 'string' ? source : JSON.stringify(source);
  const parse = parsePolicy(text, kind, rules);
  if (parse.ok) return [];
  return parse.problems.map(({ code, path, message, range }) => {
    const place = parse.text.slice(range.from.offset, range.to.offset);
    return `${code} | ${path} | ${place} | ${message}`;
  });
}

describe('a problem points at the text it is about', () => {
  it.each<[string, unknown, PolicyKind, string[]]>([
    [
      'the document',
      { Version: 'new', Id: 'x', Extra: 1, Statement: [] },
      'identity',
      [
        'unknown-element | Extra | "Extra" | Extra needs one of the elements Version, Id, Statement; found "Extra".',
        'bad-value | Version | "new" | Version needs "2012-10-17" or "2008-10-17"; found "new".',
        'prohibited-element | Id | "Id" | Id needs no such element in an identity-based policy; found "Id".',
        'empty-list | Statement | [] | Statement needs at least one statement; found an empty list.',
      ],
    ],
    [
      'what is missing in it',
      {},
      'resource',
      ['missing-element | Statement | {} | Statement needs the element Statement; found nothing.'],
    ],
    [
      'what is missing in a statement',
      { Statement: {} },
      'resource',
      [
        'missing-element | Statement.Effect | {} | Statement.Effect needs the element Effect; found nothing.',
        'missing-element | Statement.Principal | {} | Statement.Principal needs the element Principal; found nothing.',
        'missing-element | Statement.Action | {} | Statement.Action needs the element Action; found nothing.',
        'missing-element | Statement.Resource | {} | Statement.Resource needs the element Resource; found nothing.',
      ],
    ],
    [
      'elements that exclude each other',
      { Statement: { ...resourceStatement, NotPrincipal: '*', NotAction: 'a:b', NotResource: '*' } },
      'resource',
      [
        'conflicting-elements | Statement.NotPrincipal | "NotPrincipal" | Statement.NotPrincipal needs either Principal or NotPrincipal; found both.',
        'conflicting-elements | Statement.NotAction | "NotAction" | Statement.NotAction needs either Action or NotAction; found both.',
        'conflicting-elements | Statement.NotResource | "NotResource" | Statement.NotResource needs either Resource or NotResource; found both.',
      ],
    ],
    [
      'values of an element',
      {
        Statement: {
          ...identityStatement,
          Action: ['vault:Open', 'no', 'a:b:c'],
          Resource: ['*', 'x*', 'arn:a:b:c:d'],
        },
      },
      'identity',
      [
        'invalid-action | Statement.Action[1] | "no" | Statement.Action[1] needs "*", or a service prefix, a colon and the name of an action; found "no".',
        'invalid-action | Statement.Action[2] | "a:b:c" | Statement.Action[2] needs "*", or a service prefix, a colon and the name of an action; found "a:b:c".',
        'invalid-resource | Statement.Resource[1] | "x*" | Statement.Resource[1] needs "*" or an ARN of six parts (fewer when it ends in "*"); found "x*".',
        'invalid-resource | Statement.Resource[2] | "arn:a:b:c:d" | Statement.Resource[2] needs "*" or an ARN of six parts (fewer when it ends in "*"); found "arn:a:b:c:d".',
      ],
    ],
    [
      'values of the wrong type',
      { Statement: { ...identityStatement, Action: {}, Resource: ['*', { a: 1 }, null] } },
      'identity',
      [
        'wrong-type | Statement.Action | {} | Statement.Action needs a string or a list of strings; found an empty object.',
        'wrong-type | Statement.Resource[1] | {"a":1} | Statement.Resource[1] needs a string; found an object.',
        'wrong-type | Statement.Resource[2] | null | Statement.Resource[2] needs a string; found null.',
      ],
    ],
    [
      'empty lists',
      { Statement: { ...identityStatement, Action: [], Resource: [] } },
      'identity',
      [
        'empty-list | Statement.Action | [] | Statement.Action needs at least one value; found an empty list.',
        'empty-list | Statement.Resource | [] | Statement.Resource needs at least one value; found an empty list.',
      ],
    ],
    [
      'a Sid',
      {
        Statement: [
          { ...identityStatement, Sid: '-a' },
          { ...identityStatement, Sid: 'a-' },
          { ...identityStatement, Sid: {} },
        ],
      },
      'identity',
      [
        'invalid-sid | Statement[0].Sid | "-a" | Statement[0].Sid needs letters and digits only; found "-a".',
        'invalid-sid | Statement[1].Sid | "a-" | Statement[1].Sid needs letters and digits only; found "a-".',
        'wrong-type | Statement[2].Sid | {} | Statement[2].Sid needs a string; found an empty object.',
      ],
    ],
    [
      'Sids that repeat',
      {
        Statement: ['A', 'B', '', '', 'B', 'A'].map((Sid) => ({
          Effect: 'Deny',
          Action: '*',
          Resource: '*',
          Sid,
        })),
      },
      'identity',
      [
        'duplicate-sid | Statement[4].Sid | {"Effect":"Deny","Action":"*","Resource":"*","Sid":"B"} | Statement[4].Sid needs a Sid of its own; found "B", which Statement[1] has too.',
        'duplicate-sid | Statement[5].Sid | {"Effect":"Deny","Action":"*","Resource":"*","Sid":"A"} | Statement[5].Sid needs a Sid of its own; found "A", which Statement[0] has too.',
      ],
    ],
    [
      'conditions',
      {
        Statement: {
          ...identityStatement,
          Condition: {
            StringEqual: { 'a:b': 'c' },
            Bool: { ':b': 'true', 'a:': 'true', 'a b:c': 'true', 'x:y': ['true', {}] },
          },
        },
      },
      'identity',
      [
        'unknown-operator | Statement.Condition.StringEqual | "StringEqual" | Statement.Condition.StringEqual needs a known condition operator; found "StringEqual".',
        'invalid-condition-key | Statement.Condition.Bool[":b"] | ":b" | Statement.Condition.Bool[":b"] needs a condition key with its prefix, such as "aws:SourceIp"; found ":b".',
        'invalid-condition-key | Statement.Condition.Bool["a:"] | "a:" | Statement.Condition.Bool["a:"] needs a condition key with its prefix, such as "aws:SourceIp"; found "a:".',
        'invalid-condition-key | Statement.Condition.Bool["a b:c"] | "a b:c" | Statement.Condition.Bool["a b:c"] needs a condition key with its prefix, such as "aws:SourceIp"; found "a b:c".',
        'wrong-type | Statement.Condition.Bool["x:y"][1] | {} | Statement.Condition.Bool["x:y"][1] needs a string, a number or a boolean; found an empty object.',
      ],
    ],
    [
      'a member that stands there twice',
      '{"Version":"2012-10-17","Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
      'identity',
      ['duplicate-member | Version | "Version" | Version needs one value; found the same member twice.'],
    ],
  ])('%s', (_name, source, kind, expected) => {
    expect(problemsOf(source, kind)).toEqual(expected);
  });

  it('is where the text stops being JSON', () => {
    const faults = ['', ' {"a": tru}', '{"a":1}\n7', '{"a":"b'].map((text) => {
      const parse = parsePolicy(text, 'identity');
      return !parse.ok && parse.problems.map(({ range: { from, to } }) => [from, to]);
    });
    const at = (line: number, column: number, offset: number) => ({ line, column, offset });
    expect(faults).toEqual([
      [[at(1, 1, 0), at(1, 1, 0)]],
      [[at(1, 8, 7), at(1, 9, 8)]],
      [[at(2, 1, 8), at(2, 2, 9)]],
      [[at(1, 8, 7), at(1, 8, 7)]],
    ]);
  });

  it('keeps the text it refused, and has none for a value without a text', () => {
    const of = (source: unknown) => {
      const parse = parsePolicy(source, 'identity');
      return parse.ok || [parse.text, parse.problems[0]?.range];
    };
    const start = { line: 1, column: 1, offset: 0 };
    expect(of('7')).toEqual(['7', { from: start, to: { line: 1, column: 2, offset: 1 } }]);
    expect(of({})).toEqual(['{}', { from: start, to: { line: 1, column: 3, offset: 2 } }]);
    expect(of(undefined)).toEqual(['', { from: start, to: start }]);
  });

  it('quotes a value of 80 characters whole and shortens a longer one', () => {
    const found = (length: number) =>
      problemsOf({ Statement: { ...identityStatement, Effect: 'x'.repeat(length) } });
    const message = (value: string, shown: string) =>
      `bad-value | Statement.Effect | "${value}" | Statement.Effect needs "Allow" or "Deny"; found "${shown}".`;
    expect(found(80)).toEqual([message('x'.repeat(80), 'x'.repeat(80))]);
    expect(found(81)).toEqual([message('x'.repeat(81), `${'x'.repeat(80)}…`)]);
  });
});

describe('a problem with a principal, word for word', () => {
  const expectations = {
    AWS: '"*", a 12-digit account id, a unique id, or the full ARN of an account root, user, role, role session or federated user',
    Service: 'the name of a service principal such as "logs.amazonaws.com"',
    Federated: 'the ARN of an identity provider, or the domain name of a web identity provider',
    CanonicalUser: 'a canonical user id of 64 hexadecimal digits',
  };

  it.each<[keyof typeof expectations, string[]]>([
    [
      'AWS',
      [
        `x${OWNER}`,
        `${OWNER}1`,
        'xAIDAALICEALICEALICE01',
        'AIDAALICEALICEALICE01x',
        'ABDAALICEALICEALICE01',
        `xarn:aws:iam::${OWNER}:root`,
        `arn:AWS:iam::${OWNER}:root`,
        `arn:aws:s3::${OWNER}:root`,
        `arn:aws:iam::${OWNER}:xroot`,
        `arn:aws:iam::${OWNER}:xuser/a`,
        `arn:aws:iam::${OWNER}:user/a/`,
        `arn:aws:iam::${OWNER}:user//a`,
        `arn:aws:iam::${OWNER}:xrole/a`,
        `arn:aws:iam::${OWNER}:role/a b`,
        `arn:aws:sts::${OWNER}:xassumed-role/a/b`,
        `arn:aws:sts::${OWNER}:assumed-role/a/b/c`,
        `arn:aws:sts::${OWNER}:xfederated-user/a`,
        `arn:aws:sts::${OWNER}:root`,
        `arn:aws:iam::${OWNER}x:root`,
        '',
      ],
    ],
    ['Service', ['.com', 'logs.', 'Logs.com', 'a..com', ' logs.com', 'logs.com ', 'logs-com']],
    [
      'Federated',
      [
        `xarn:aws:iam::${OWNER}:saml-provider/Corp`,
        `arn:aws:iam::${OWNER}:saml-provider/`,
        `arn:aws:iam::${OWNER}:saml-provider/C*`,
        `arn:aws:iam::${OWNER}:x-provider/Corp`,
        `arn:aws:iam::${OWNER}1:saml-provider/Corp`,
        'example',
      ],
    ],
    ['CanonicalUser', ['ab'.repeat(31), 'ab'.repeat(33), `${'ab'.repeat(31)}aB`, `x${'ab'.repeat(32)}`]],
  ])('%s', (type, values) => {
    const found = (value: string) =>
      problemsOf({ Statement: { ...identityStatement, Principal: { [type]: value } } }, 'resource');
    const path = `Statement.Principal.${type}`;
    expect(values.map(found)).toEqual(
      values.map((value) => [
        `invalid-principal | ${path} | "${value}" | ${path} needs ${expectations[type]}; found "${value}".`,
      ]),
    );
  });

  it.each<[unknown, string]>([
    [
      [],
      'wrong-type | Statement.Principal | [] | Statement.Principal needs "*" or an object with AWS, Service, Federated, CanonicalUser; found an empty list.',
    ],
    [
      'x',
      'wrong-type | Statement.Principal | "x" | Statement.Principal needs "*" or an object with AWS, Service, Federated, CanonicalUser; found "x".',
    ],
    [
      {},
      'empty-list | Statement.Principal | {} | Statement.Principal needs at least one principal; found none.',
    ],
    [
      { Aws: '*' },
      'unknown-element | Statement.Principal.Aws | "Aws" | Statement.Principal.Aws needs one of the elements AWS, Service, Federated, CanonicalUser; found "Aws".',
    ],
  ])('%j', (Principal, expected) => {
    expect(problemsOf({ Statement: { ...identityStatement, Principal } }, 'resource')).toEqual([expected]);
  });

  it('names the first principal that a policy for everyone may not name', () => {
    const Principal = { AWS: ['*', OTHER, OWNER] };
    expect(problemsOf({ Statement: { ...identityStatement, Principal } }, 'rcp')).toEqual([
      `invalid-principal | Statement.Principal | "${OTHER}" | Statement.Principal needs "*", the only principal of a resource control policy; found "${OTHER}".`,
    ]);
  });
});

describe('the kinds of documents, by the names of their messages', () => {
  it.each<[PolicyKind, string]>([
    ['identity', 'an identity-based policy'],
    ['boundary', 'a permissions boundary'],
    ['session', 'a session policy'],
    ['scp', 'a service control policy'],
  ])('%s has no principal and no Id', (kind, name) => {
    expect(problemsOf({ Id: 'x', Statement: resourceStatement }, kind)).toEqual([
      `prohibited-element | Id | "Id" | Id needs no such element in ${name}; found "Id".`,
      `prohibited-element | Statement.Principal | "Principal" | Statement.Principal needs no such element in ${name}; found "Principal".`,
    ]);
  });

  it('a resource control policy and a trust policy have less than others', () => {
    const NotPrincipal = '*';
    const rcp = { Effect: 'Deny', NotPrincipal, NotAction: 'a:b', NotResource: '*' };
    const prohibited = (element: string, name: string) =>
      `prohibited-element | Statement.${element} | "${element}" | Statement.${element} needs no such element in ${name}; found "${element}".`;
    expect(problemsOf({ Statement: rcp }, 'rcp')).toEqual([
      prohibited('NotPrincipal', 'a resource control policy'),
      prohibited('NotAction', 'a resource control policy'),
    ]);
    expect(problemsOf({ Id: 'x', Statement: { ...rcp } }, 'trust')).toEqual([
      prohibited('NotResource', 'a trust policy'),
    ]);
  });

  it('a trust policy names a statement once', () => {
    const statement = { Sid: 'a', Effect: 'Allow', Principal: '*', Action: 'a:b' };
    expect(problemsOf({ Statement: [statement, statement] }, 'trust')).toEqual([
      `duplicate-sid | Statement[1].Sid | ${JSON.stringify(statement)} | Statement[1].Sid needs a Sid of its own; found "a", which Statement[0] has too.`,
    ]);
    expect(problemsOf({ Statement: [statement, { ...statement, Sid: 'b' }] }, 'trust')).toEqual([]);
  });

  it('a service may forbid NotPrincipal', () => {
    const rules = { ...documentRules.resource, notPrincipal: false };
    const statement = { Effect: 'Deny', NotPrincipal: '*', Action: '*', Resource: '*' };
    expect(problemsOf({ Statement: statement }, 'resource', rules)).toEqual([
      'prohibited-element | Statement.NotPrincipal | "NotPrincipal" | Statement.NotPrincipal needs no such element in a resource-based policy; found "NotPrincipal".',
    ]);
    expect(problemsOf({ Statement: resourceStatement }, 'resource', rules)).toEqual([]);
  });

  it('a list with a value of the wrong type is not read further', () => {
    expect(problemsOf({ Statement: { ...identityStatement, Action: [7, 'open'] } })).toEqual([
      'wrong-type | Statement.Action[0] | 7 | Statement.Action[0] needs a string; found the number 7.',
    ]);
  });

  it('a service may forbid NotResource', () => {
    const rules = { ...documentRules.endpoint, notResource: false };
    const statement = { Effect: 'Allow', Principal: '*', Action: '*', NotResource: '*' };
    expect(problemsOf({ Statement: statement }, 'endpoint', rules)).toEqual([
      'prohibited-element | Statement.NotResource | "NotResource" | Statement.NotResource needs no such element in a VPC endpoint policy; found "NotResource".',
    ]);
    expect(problemsOf({ Id: 'x', Statement: statement }, 'endpoint')).toEqual([]);
    expect(problemsOf({ Statement: resourceStatement }, 'endpoint', rules)).toEqual([]);
  });
});
