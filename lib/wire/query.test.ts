import { describe, expect, it } from 'vitest';
import { authorization, newCloud, post, postForm, postKms } from './wire.testkit';

const ID = '[0-9a-f-]{36}';
const STS = 'https://sts.amazonaws.com/doc/2011-06-15/';
const IAM = 'https://iam.amazonaws.com/doc/2010-05-08/';

function errorOf(got: { status: number; text: string }) {
  const [, code] = /<Code>(.*?)<\/Code>/.exec(got.text) ?? [];
  const [, message] = /<Message>(.*?)<\/Message>/.exec(got.text) ?? [];
  return [got.status, code, message];
}

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }],
});

describe('the query protocol', () => {
  it('says who calls', () => {
    const got = postForm(newCloud(), 'sts', { Action: 'GetCallerIdentity' });
    expect(got.headers['content-type']).toBe('text/xml');
    expect(got.text).toMatch(
      new RegExp(
        `^<GetCallerIdentityResponse xmlns="${STS}"><GetCallerIdentityResult><UserId>AIDA\\w{17}</UserId>` +
          '<Account>111122223333</Account><Arn>arn:aws:iam::111122223333:user/student</Arn></GetCallerIdentityResult>' +
          `<ResponseMetadata><RequestId>${ID}</RequestId></ResponseMetadata></GetCallerIdentityResponse>$`,
      ),
    );
  });

  it.each(['', 'aws-global', 'us-east-1', 'eu-west-1'])('takes a scope of the Region "%s"', (region) => {
    expect(postForm(newCloud(), 'sts', { Action: 'GetCallerIdentity' }, { region }).status).toBe(200);
  });

  it('reads lists of structures and writes them, with signs that XML needs to escape', () => {
    const cloud = newCloud();
    const got = postForm(cloud, 'iam', {
      Action: 'CreateUser',
      UserName: 'bob',
      'Tags.member.2.Key': 'second',
      'Tags.member.2.Value': 'b',
      'Tags.member.1.Key': 'first',
      'Tags.member.1.Value': '+ a=b:@',
    });
    expect(got.text).toMatch(
      new RegExp(
        `^<CreateUserResponse xmlns="${IAM}"><CreateUserResult><User><Path>/</Path><UserName>bob</UserName>` +
          '<UserId>AIDA\\w{17}</UserId><Arn>arn:aws:iam::111122223333:user/bob</Arn>' +
          '<CreateDate>2026-11-22T09:00:00Z</CreateDate>' +
          '<Tags><member><Key>first</Key><Value>\\+ a=b:@</Value></member>' +
          '<member><Key>second</Key><Value>b</Value></member></Tags>' +
          `</User></CreateUserResult><ResponseMetadata><RequestId>${ID}</RequestId></ResponseMetadata></CreateUserResponse>$`,
      ),
    );
  });

  it('writes maps as entries and policies with percent codes', () => {
    const cloud = newCloud();
    expect(postForm(cloud, 'iam', { Action: 'GetAccountSummary' }).text).toContain(
      '<SummaryMap><entry><key>Users</key><value>1</value></entry>',
    );
    postForm(cloud, 'iam', { Action: 'CreateRole', RoleName: 'app', AssumeRolePolicyDocument: TRUST });
    const policy = postForm(cloud, 'iam', { Action: 'GetRole', RoleName: 'app' }).text;
    const [, document = ''] = /<AssumeRolePolicyDocument>(.*)<\/AssumeRolePolicyDocument>/.exec(policy) ?? [];
    expect(document).toMatch(/^%7B%22Version%22%3A%222012-10-17%22/);
    expect(decodeURIComponent(document)).toBe(TRUST);
  });

  it('answers an operation without output with its metadata alone', () => {
    const cloud = newCloud();
    postForm(cloud, 'iam', { Action: 'CreateUser', UserName: 'bob' });
    expect(postForm(cloud, 'iam', { Action: 'DeleteUser', UserName: 'bob' }).text).toMatch(
      new RegExp(
        `^<DeleteUserResponse xmlns="${IAM}"><ResponseMetadata><RequestId>${ID}</RequestId></ResponseMetadata></DeleteUserResponse>$`,
      ),
    );
  });

  it('lends a role, whose session ends when it says', () => {
    const cloud = newCloud();
    postForm(cloud, 'iam', { Action: 'CreateRole', RoleName: 'app', AssumeRolePolicyDocument: TRUST });
    const got = postForm(cloud, 'sts', {
      Action: 'AssumeRole',
      RoleArn: 'arn:aws:iam::111122223333:role/app',
      RoleSessionName: 'one',
      DurationSeconds: '900',
    }).text;
    const key = /<AccessKeyId>(\w+)</.exec(got)?.[1] ?? '';
    expect(got).toContain('<Expiration>2026-11-22T09:15:00Z</Expiration>');
    const who = () => postForm(cloud, 'sts', { Action: 'GetCallerIdentity' }, { key });
    expect(who().text).toContain('<Arn>arn:aws:sts::111122223333:assumed-role/app/one</Arn>');
    cloud.advanceTo(cloud.world.nowMs + 900_000);
    const text = 'The security token included in the request is expired';
    expect(errorOf(who())).toEqual([403, 'ExpiredToken', text]);
    expect(JSON.parse(postKms(cloud, 'ListKeys', {}, { key }).text)).toEqual({
      __type: 'ExpiredTokenException',
      message: text,
    });
  });

  it('words refusals as the protocol does', () => {
    const cloud = newCloud();
    const ask = (members: Record<string, string>) => errorOf(postForm(cloud, 'iam', members));
    expect(ask({ Action: 'GetUser', UserName: 'no' })).toEqual([
      404,
      'NoSuchEntity',
      'The user with name no cannot be found.',
    ]);
    expect(ask({ Action: 'CreateUser', UserName: '<&>' })).toEqual([
      400,
      'ValidationError',
      "1 validation error detected: Value '&lt;&amp;&gt;' at 'userName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
    ]);
    expect(ask({ Action: 'ListUsers', MaxItems: 'many' })).toEqual([
      400,
      'MalformedInput',
      "'many' can not be converted to integer",
    ]);
    expect(ask({ Action: 'Encrypt' })).toEqual([
      400,
      'InvalidAction',
      'Could not find operation Encrypt for version 2010-05-08',
    ]);
    expect(ask({ Action: 'constructor' })[1]).toBe('InvalidAction');
    expect(ask({ Action: 'ListUsers', Version: '2011-06-15' })[1]).toBe('InvalidAction');
    expect(ask({})).toEqual([400, 'MissingAction', 'An action or operation parameter is missing.']);
  });

  it('refuses what is not signed, and services that do not speak it', () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = 'Action=GetCallerIdentity&Version=2011-06-15';
    expect(errorOf(post(newCloud(), headers, body))).toEqual([
      403,
      'MissingAuthenticationToken',
      'Missing Authentication Token',
    ]);
    const signed = { ...headers, authorization: authorization({ service: 'kms' }) };
    expect(errorOf(post(newCloud(), signed, body))[1]).toBe('InvalidAction');
  });

  it.each(['%', '%zz=%', 'Action=%E0%A4%A', '&&&==', `Action=${'a.'.repeat(50_000)}`, '\u0000\u0001=\uffff'])(
    'survives the form %j',
    (body) => {
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: authorization({ service: 'iam' }),
      };
      const got = post(newCloud(), headers, body);
      expect(got.status).toBe(400);
      expect(got.text).not.toContain('\u0000');
    },
  );
});
