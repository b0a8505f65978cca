import { describe, expect, it } from 'vitest';
import { authorization, newCloud, post, postForm, postKms, REGION, START_MS } from './wire.testkit';

const JSON_TYPE = 'application/x-amz-json-1.1';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function refusal(got: { status: number; text: string }) {
  return [got.status, JSON.parse(got.text)];
}

describe('AWS JSON, fact: kms-engine 1.1', () => {
  it('answers with the request id, the content type, dates in epoch seconds and no absent member', () => {
    const got = postKms(newCloud(), 'CreateKey');
    expect([got.status, got.headers]).toEqual([
      200,
      { 'content-type': JSON_TYPE, 'x-amzn-requestid': expect.stringMatching(UUID) },
    ]);
    const { KeyMetadata } = JSON.parse(got.text) as { KeyMetadata: Record<string, unknown> };
    expect(KeyMetadata.CreationDate).toBe(START_MS / 1000);
    expect(Object.keys(KeyMetadata)).toEqual([
      'AWSAccountId',
      'KeyId',
      'Arn',
      'CreationDate',
      'Enabled',
      'Description',
      'KeyUsage',
      'KeyState',
      'Origin',
      'KeyManager',
      'CustomerMasterKeySpec',
      'KeySpec',
      'EncryptionAlgorithms',
      'MultiRegion',
      'CurrentKeyMaterialId',
    ]);
  });

  it('writes milliseconds as a fraction and blobs in base64', () => {
    const cloud = newCloud();
    cloud.advanceTo(START_MS + 123);
    expect(postKms(cloud, 'CreateKey').text).toContain(`"CreationDate":${START_MS / 1000}.123`);
    const { Plaintext } = JSON.parse(postKms(cloud, 'GenerateRandom', { NumberOfBytes: 5 }).text);
    expect(Plaintext).toMatch(/^[A-Za-z0-9+/]{7}=$/);
  });

  it('answers a void operation with nothing at all', () => {
    const cloud = newCloud();
    const { KeyMetadata } = JSON.parse(postKms(cloud, 'CreateKey').text);
    const got = postKms(cloud, 'DisableKey', { KeyId: KeyMetadata.KeyId });
    expect([got.status, got.text, got.headers['content-type']]).toEqual([200, '', JSON_TYPE]);
  });

  it('gives every request an id of its own, refused and stray ones too', () => {
    const cloud = newCloud();
    const replies = [
      postKms(cloud, 'ListKeys'),
      postKms(cloud, 'ListKeys'),
      postKms(cloud, 'DescribeKey', {}),
      postKms(cloud, 'Nothing'),
      postKms(cloud, 'Nothing'),
      postKms(cloud, 'ListKeys', '{'),
      postForm(cloud, 'sts', { Action: 'Nothing' }),
    ];
    const ids = replies.map(({ headers }) => headers['x-amzn-requestid']);
    expect(new Set(ids).size).toBe(replies.length);
    for (const id of ids) expect(id).toMatch(UUID);
  });

  it('leaves out the message where AWS sends none', () => {
    const cloud = newCloud();
    const { KeyMetadata } = JSON.parse(postKms(cloud, 'CreateKey').text);
    const sealed = JSON.parse(
      postKms(cloud, 'Encrypt', { KeyId: KeyMetadata.KeyId, Plaintext: 'AAAA' }).text,
    );
    const { CiphertextBlob } = sealed;
    const got = postKms(cloud, 'Decrypt', { CiphertextBlob, EncryptionContext: { a: 'b' } });
    expect(got.text).toBe('{"__type":"InvalidCiphertextException"}');
  });

  it('takes a request without a body as one without members', () => {
    expect(refusal(postKms(newCloud(), 'ListKeys', ''))).toEqual([200, { Keys: [], Truncated: false }]);
  });

  it.each([
    ['{', undefined],
    ['{"KeyId":"\u0000"}', undefined],
    [new Uint8Array([0xff, 0xfe]), undefined],
    ['[]', 'Start of list found where not expected'],
    ['7', 'Expected structure or null'],
    ['{"KeyId":7}', 'NUMBER_VALUE cannot be converted to String'],
    ['{"KeyId":true}', 'TRUE_VALUE cannot be converted to String'],
    ['{"KeyId":[]}', 'Start of list found where not expected'],
    ['{"KeyId":{}}', 'Start of structure or map found where not expected.'],
    ['{"NumberOfBytes":"7"}', 'STRING_VALUE cannot be converted to Integer'],
    ['{"NumberOfBytes":1.5}', 'DECIMAL_VALUE cannot be converted to Integer'],
    ['{"NumberOfBytes":1e30}', 'NUMBER_VALUE cannot be converted to Integer'],
    ['{"GrantTokens":"a"}', 'Expected list or null'],
    ['{"EncryptionContext":[]}', 'Expected map or null'],
    ['{"EncryptionContext":{"a":1}}', 'NUMBER_VALUE cannot be converted to String'],
    ['{"Recipient":{"AttestationDocument":"?"}}', 'Invalid Base64 encoding.'],
    ['{"DryRun":"true"}', 'STRING_VALUE cannot be converted to Boolean'],
  ])('refuses %s as no such JSON', (body, message) => {
    const cloud = newCloud();
    const before = cloud.world.hash();
    const headers = { 'x-amz-target': 'TrentService.GenerateDataKey', authorization: authorization() };
    const got = post(cloud, headers, body);
    const expected = message === undefined ? {} : { message };
    expect(refusal(got)).toEqual([400, { __type: 'SerializationException', ...expected }]);
    expect([cloud.world.hash(), cloud.world.log.head]).toEqual([before, 0]);
  });

  it('takes null as absent and drops members it does not know', () => {
    const body = '{"Description":null,"__proto__":{"Policy":"x"},"constructor":1,"Unknown":[{}]}';
    const got = postKms(newCloud(), 'CreateKey', body);
    expect([got.status, JSON.parse(got.text).KeyMetadata.Description]).toEqual([200, '']);
  });

  it('keeps the names of an encryption context as they are, those of JavaScript too', () => {
    const cloud = newCloud();
    const { KeyMetadata } = JSON.parse(postKms(cloud, 'CreateKey').text);
    const context = '"EncryptionContext":{"__proto__":"a","constructor":"b","toString":"c"}';
    const sealed = postKms(
      cloud,
      'Encrypt',
      `{"KeyId":"${KeyMetadata.KeyId}","Plaintext":"AAAA",${context}}`,
    );
    const { CiphertextBlob } = JSON.parse(sealed.text);
    const open = (given: string) =>
      postKms(cloud, 'Decrypt', `{"CiphertextBlob":"${CiphertextBlob}",${given}}`).status;
    expect([open(context), open(context.replace('"a"', '"x"')), open('"EncryptionContext":{}')]).toEqual([
      200, 400, 400,
    ]);
  });

  it.each([
    'TrentService.Nothing',
    'TrentService.constructor',
    'TrentService.__proto__',
    '__proto__.Encrypt',
    'constructor.name',
    'Encrypt',
    'TrentService',
    '.',
    '',
    'DynamoDB_20120810.Encrypt',
  ])('knows no operation %s', (target) => {
    const got = post(newCloud(), { 'x-amz-target': target, authorization: authorization() }, '{}');
    expect(refusal(got)).toEqual([404, { __type: 'UnknownOperationException' }]);
  });

  it('speaks to DynamoDB in the version of JSON its clients use', () => {
    const headers = {
      'x-amz-target': 'DynamoDB_20120810.ListTables',
      'content-type': 'application/x-amz-json-1.0',
      authorization: authorization({ service: 'dynamodb' }),
    };
    const got = post(newCloud(), headers, '{}');
    expect([got.text, got.headers['content-type']]).toEqual([
      '{"TableNames":[]}',
      'application/x-amz-json-1.0',
    ]);
  });

  it('does not follow an attribute value to the end of the stack', () => {
    const depth = 100_000;
    const value = `${'{"M":{"a":'.repeat(depth)}{"S":"x"}${'}}'.repeat(depth)}`;
    const headers = { 'x-amz-target': 'DynamoDB_20120810.PutItem', authorization: authorization() };
    const got = post(newCloud(), headers, `{"TableName":"orders","Item":{"id":${value}}}`);
    expect(refusal(got)).toEqual([400, { __type: 'SerializationException', message: 'Nesting is too deep' }]);
  });
});

describe('who calls, and from where', () => {
  it('takes the Region from the credential scope', () => {
    const cloud = newCloud();
    postKms(cloud, 'CreateKey', {}, { region: 'ap-southeast-2' });
    const keysIn = (region: string) => JSON.parse(postKms(cloud, 'ListKeys', {}, { region }).text).Keys;
    expect([keysIn('ap-southeast-2').length, keysIn(REGION).length]).toEqual([1, 0]);
    expect(keysIn('ap-southeast-2')[0].KeyArn).toMatch(/^arn:aws:kms:ap-southeast-2:111122223333:key\//);
  });

  it.each([
    [undefined, 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
    ['', 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
    ['Bearer x', 'IncompleteSignatureException', "Authorization header requires 'Credential' parameter."],
    [
      authorization({ region: 'mars-1' }),
      'InvalidSignatureException',
      'Credential should be scoped to a valid region.',
    ],
  ])('refuses a request signed with %s', (header, name, message) => {
    const got = post(newCloud(), { 'x-amz-target': 'TrentService.ListKeys', authorization: header }, '{}');
    expect(refusal(got)).toEqual([400, { __type: name, message }]);
  });

  it('takes an unknown access key as an administrator of 111122223333', () => {
    const got = postForm(newCloud(), 'sts', { Action: 'GetCallerIdentity' }, { key: 'AKIAWHOEVER' });
    expect(got.text).toContain('<Arn>arn:aws:iam::111122223333:user/student</Arn>');
  });

  it('takes identities made in the lab as themselves, until their key is inactive', () => {
    const cloud = newCloud();
    postForm(cloud, 'iam', { Action: 'CreateUser', UserName: 'bob' });
    const made = postForm(cloud, 'iam', { Action: 'CreateAccessKey', UserName: 'bob' }).text;
    const key = /<AccessKeyId>(\w+)</.exec(made)?.[1] ?? '';
    expect(refusal(postKms(cloud, 'CreateKey', {}, { key }))).toEqual([
      400,
      {
        __type: 'AccessDeniedException',
        message:
          'User: arn:aws:iam::111122223333:user/bob is not authorized to perform: kms:CreateKey on resource: * because no identity-based policy allows the kms:CreateKey action',
      },
    ]);
    const change = { Action: 'UpdateAccessKey', UserName: 'bob', AccessKeyId: key, Status: 'Inactive' };
    expect(postForm(cloud, 'iam', change).status).toBe(200);
    expect(refusal(postKms(cloud, 'ListKeys', {}, { key }))).toEqual([
      400,
      {
        __type: 'UnrecognizedClientException',
        message: 'The security token included in the request is invalid.',
      },
    ]);
  });
});
