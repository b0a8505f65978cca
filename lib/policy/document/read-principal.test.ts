import { describe, expect, it } from 'vitest';
import { OWNER } from '../policy.testkit';
import { parsePolicy } from './parse-policy';

function read(Principal: unknown) {
  const statement = { Effect: 'Allow', Principal, Action: 'vault:Open', Resource: '*' };
  const parse = parsePolicy({ Version: '2012-10-17', Statement: [statement] }, 'resource');
  if (!parse.ok) return parse.problems.map(({ code, path, found }) => `${code} ${path}: ${found}`);
  return parse.document.statements[0]?.principal?.entries.map(
    ({ type, form, value }) => `${type} ${form} ${value}`,
  );
}

describe('the forms of Principal (fact: authorization 4)', () => {
  it.each<[unknown, string[]]>([
    ['*', ['AWS everyone *']],
    [{ AWS: '*' }, ['AWS everyone *']],
    [{ AWS: OWNER }, [`AWS account ${OWNER}`]],
    [{ AWS: `arn:aws:iam::${OWNER}:root` }, [`AWS account ${OWNER}`]],
    [{ AWS: `arn:aws-cn:iam::${OWNER}:root` }, [`AWS account ${OWNER}`]],
    [{ AWS: `arn:aws:iam::${OWNER}:user/alice` }, [`AWS user arn:aws:iam::${OWNER}:user/alice`]],
    [{ AWS: `arn:aws:iam::${OWNER}:user/a/b/alice` }, [`AWS user arn:aws:iam::${OWNER}:user/a/b/alice`]],
    [{ AWS: `arn:aws:iam::${OWNER}:role/team/app` }, [`AWS role arn:aws:iam::${OWNER}:role/team/app`]],
    [
      { AWS: `arn:aws:sts::${OWNER}:assumed-role/app/run` },
      [`AWS role-session arn:aws:sts::${OWNER}:assumed-role/app/run`],
    ],
    [
      { AWS: `arn:aws:sts::${OWNER}:federated-user/guest` },
      [`AWS federated-user arn:aws:sts::${OWNER}:federated-user/guest`],
    ],
    [{ AWS: 'AIDAALICEALICEALICE01' }, ['AWS unique-id AIDAALICEALICEALICE01']],
    [{ AWS: 'AROAAPPAPPAPPAPPAPP01' }, ['AWS unique-id AROAAPPAPPAPPAPPAPP01']],
    [{ Service: 'logs.amazonaws.com' }, ['Service service logs.amazonaws.com']],
    [{ Service: ['logs.eu-west-1.amazonaws.com'] }, ['Service service logs.eu-west-1.amazonaws.com']],
    [{ Federated: 'accounts.example.com' }, ['Federated identity-provider accounts.example.com']],
    [
      { Federated: `arn:aws:iam::${OWNER}:saml-provider/Corp` },
      [`Federated identity-provider arn:aws:iam::${OWNER}:saml-provider/Corp`],
    ],
    [
      { Federated: `arn:aws:iam::${OWNER}:oidc-provider/oidc.example.com/id/1` },
      [`Federated identity-provider arn:aws:iam::${OWNER}:oidc-provider/oidc.example.com/id/1`],
    ],
    [
      { Federated: `arn:aws-us-gov:iam::${OWNER}:saml-provider/Corp` },
      [`Federated identity-provider arn:aws-us-gov:iam::${OWNER}:saml-provider/Corp`],
    ],
    [{ CanonicalUser: 'ab'.repeat(32) }, [`CanonicalUser canonical-user ${'ab'.repeat(32)}`]],
    [
      { Service: 'a.amazonaws.com', AWS: [OWNER, '*'] },
      [`AWS account ${OWNER}`, 'AWS everyone *', 'Service service a.amazonaws.com'],
    ],
  ])('reads %j', (principal, entries) => {
    expect(read(principal)).toEqual(entries);
  });

  it.each<[unknown, string]>([
    [OWNER, `wrong-type Statement[0].Principal: "${OWNER}"`],
    [['*'], 'wrong-type Statement[0].Principal: a list'],
    [{}, 'empty-list Statement[0].Principal: none'],
    [{ AWS: [] }, 'empty-list Statement[0].Principal: none'],
    [{ aws: '*' }, 'unknown-element Statement[0].Principal.aws: "aws"'],
    [{ AWS: 7 }, 'wrong-type Statement[0].Principal.AWS: the number 7'],
    [{ AWS: ['*', 7] }, 'wrong-type Statement[0].Principal.AWS[1]: the number 7'],
    [{ AWS: '11111111111' }, 'invalid-principal Statement[0].Principal.AWS: "11111111111"'],
    [{ AWS: ['*', 'x'] }, 'invalid-principal Statement[0].Principal.AWS[1]: "x"'],
    ...[
      `arn:aws:iam::${OWNER}:role/*`,
      `arn:aws:iam::${OWNER}:role/ap?`,
      `arn:aws:iam::${OWNER}:group/admins`,
      `arn:aws:iam::${OWNER}:role/`,
      `arn:aws:iam::${OWNER}:role/a/`,
      `arn:aws:iam::${OWNER}:rootx`,
      `arn:aws:iam::*:root`,
      `arn:aws:sts::${OWNER}:assumed-role/app`,
      `arn:aws:sts::${OWNER}:assumed-role/team/app/run`,
      `arn:aws:sts::${OWNER}:role/app`,
      `arn:aws:iam::${OWNER}:assumed-role/app/run`,
      `arn:aws:sts::${OWNER}:federated-user/a/b`,
      `arn:aws:iam::${OWNER}:saml-provider/Corp`,
      'arn:aws:organizations::111111111111:organization/o-1',
      'AIDA1',
      'logs.amazonaws.com',
    ].map((text): [unknown, string] => [
      { AWS: text },
      `invalid-principal Statement[0].Principal.AWS: ${JSON.stringify(text)}`,
    ]),
    [{ Service: '*' }, 'invalid-principal Statement[0].Principal.Service: "*"'],
    [{ Service: 'logs' }, 'invalid-principal Statement[0].Principal.Service: "logs"'],
    [{ Federated: '*' }, 'invalid-principal Statement[0].Principal.Federated: "*"'],
    [{ CanonicalUser: 'AB' }, 'invalid-principal Statement[0].Principal.CanonicalUser: "AB"'],
  ])('refuses %j', (principal, problem) => {
    expect(read(principal)).toEqual([problem]);
  });
});
