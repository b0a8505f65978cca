import { describe, expect, it } from 'vitest';
import { bytesToUtf8 } from '../../base';
import { HOME_ACCOUNT, REGION, realCloud } from '../ec2/real-cloud.testkit';

const ROLE = `arn:aws:iam::${HOME_ACCOUNT}:role/orders-lambda`;
const ARN = `arn:aws:lambda:${REGION}:${HOME_ACCOUNT}:function:orders`;
const CONTEXT = { 'aws:lambda:FunctionArn': ARN };
const VIA = `lambda.${REGION}.amazonaws.com`;
const Environment = { Variables: { TABLE: 'orders' } };

function lab() {
  const cloud = realCloud('functions');
  const { ok, newKey, reply, refusal } = cloud;
  const role = (RoleName = 'orders-lambda', Service = 'lambda.amazonaws.com') => {
    const Statement = [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }];
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    ok('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument });
  };
  const create = (input: object = {}) =>
    ok('lambda', 'CreateFunction', { FunctionName: 'orders', Role: ROLE, Environment, ...input });
  const update = (input: object) =>
    ok('lambda', 'UpdateFunctionConfiguration', { FunctionName: 'orders', ...input });
  const invoke = () => {
    const answer = reply('lambda', 'Invoke', { FunctionName: 'orders' });
    return answer.ok ? JSON.parse(bytesToUtf8(answer.output.Payload as Uint8Array) ?? '') : answer.refusal;
  };
  const refused = (operation: string, input: object) => refusal('lambda', operation, input);
  const KMSKeyArn = newKey();
  return { ...cloud, role, create, update, invoke, refused, KMSKeyArn };
}

const SEEN = { event: {}, environment: { TABLE: 'orders' } };

describe('a function under a key of the account’s own', () => {
  it('is configured with a grant and Encrypt, and decrypts once per execution environment (services 1, 7)', () => {
    const { role, create, invoke, asked, wait, KMSKeyArn, ok } = lab();
    role();
    asked();
    expect(create({ KMSKeyArn })).toEqual({
      FunctionName: 'orders',
      FunctionArn: ARN,
      Runtime: 'nodejs24.x',
      Role: ROLE,
      Handler: 'index.handler',
      Description: '',
      Timeout: 3,
      MemorySize: 128,
      LastModified: '2026-11-22T09:00:00.000+0000',
      Version: '$LATEST',
      Environment,
      KMSKeyArn,
      RevisionId: expect.any(String),
      State: 'Active',
      LastUpdateStatus: 'Successful',
      PackageType: 'Zip',
      Architectures: ['x86_64'],
    });
    expect(asked().slice(1)).toEqual([
      { did: 'CreateGrant', context: CONTEXT, by: 'student', via: VIA, no: undefined },
      { did: 'Encrypt', context: CONTEXT, by: 'student', via: VIA, no: undefined },
    ]);
    expect(ok<{ Grants: object[] }>('kms', 'ListGrants', { KeyId: KMSKeyArn }).Grants).toMatchObject([
      {
        GranteePrincipal: ROLE,
        RetiringServicePrincipal: 'lambda.amazonaws.com',
        Operations: ['Decrypt'],
        Constraints: { EncryptionContextSubset: CONTEXT },
      },
    ]);
    expect([invoke(), invoke()]).toEqual([SEEN, SEEN]);
    expect(asked()).toEqual([
      { did: 'AssumeRole', context: undefined, by: 'lambda.amazonaws.com', via: undefined, no: undefined },
      { did: 'Decrypt', context: CONTEXT, by: 'orders', via: VIA, no: undefined },
    ]);
    wait(600);
    invoke();
    expect(asked().map(({ did }) => did)).toEqual(['AssumeRole', 'Decrypt']);
  });

  it.each([
    [
      'DisableKey',
      {},
      'KMSDisabledException: Lambda was unable to decrypt the environment variables because the KMS key used is disabled.',
    ],
    [
      'ScheduleKeyDeletion',
      { PendingWindowInDays: 7 },
      'KMSInvalidStateException: Lambda was unable to decrypt the environment variables because the KMS key used is in an invalid state for Decrypt.',
    ],
  ])('serves while warm after %s, and does not start again', (operation, input, no) => {
    const { role, create, invoke, refused, ok, wait, KMSKeyArn } = lab();
    role();
    create({ KMSKeyArn });
    invoke();
    ok('kms', operation, { KeyId: KMSKeyArn, ...input });
    expect(invoke()).toEqual(SEEN);
    wait(600);
    expect(refused('Invoke', { FunctionName: 'orders' })).toContain(no);
    expect(invoke()).toMatchObject({ status: 502 });
  });

  it('cannot decrypt once its grant is revoked', () => {
    const { role, create, refused, ok, KMSKeyArn } = lab();
    role();
    create({ KMSKeyArn });
    const { Grants } = ok<{ Grants: { GrantId: string }[] }>('kms', 'ListGrants', { KeyId: KMSKeyArn });
    ok('kms', 'RevokeGrant', { KeyId: KMSKeyArn, GrantId: Grants[0]?.GrantId });
    expect(refused('Invoke', { FunctionName: 'orders' })).toMatch(
      /^KMSAccessDeniedException: .* because KMS access was denied.* KMS Exception: AccessDeniedException KMS Message: User: .*orders-lambda\/orders is not authorized to perform: kms:Decrypt/,
    );
  });

  it('gets a grant and ciphertext under another key, and the old grant is retired', () => {
    const { role, create, update, invoke, ok, newKey, asked, KMSKeyArn } = lab();
    role();
    create({ KMSKeyArn });
    const other = newKey();
    asked();
    update({ KMSKeyArn: other });
    expect(asked().map(({ did, by }) => [did, by])).toEqual([
      ['Decrypt', 'student'],
      ['CreateGrant', 'student'],
      ['Encrypt', 'student'],
      ['RetireGrant', 'lambda.amazonaws.com'],
    ]);
    ok('kms', 'DisableKey', { KeyId: KMSKeyArn });
    expect(invoke()).toEqual(SEEN);
    ok('lambda', 'DeleteFunction', { FunctionName: 'orders' });
    expect(ok<{ Grants: object[] }>('kms', 'ListGrants', { KeyId: other }).Grants).toEqual([]);
  });
});

describe('a function under aws/lambda', () => {
  it('needs no grant; the key comes to be with the first variables (services 7)', () => {
    const { role, create, invoke, asked, ok } = lab();
    role();
    asked();
    create();
    expect(asked().map(({ did }) => did)).toEqual(['AssumeRole', 'Encrypt']);
    expect(invoke()).toEqual(SEEN);
    expect(ok('kms', 'DescribeKey', { KeyId: 'alias/aws/lambda' })).toMatchObject({
      KeyMetadata: { KeyManager: 'AWS' },
    });
  });
});

describe('a role made anew under the old name', () => {
  it('does not start the function until the role is assigned again (services 7)', () => {
    const { role, create, update, invoke, refused, ok, KMSKeyArn } = lab();
    role();
    role('other');
    create({ KMSKeyArn });
    ok('iam', 'DeleteRole', { RoleName: 'orders-lambda' });
    role();
    expect(refused('Invoke', { FunctionName: 'orders' })).toBe(
      "KMSAccessDeniedException: Lambda was unable to decrypt the environment variables because KMS access was denied. Please check the function's KMS key settings. KMS Exception: UnrecognizedClientException KMS Message: The security token included in the request is invalid.",
    );
    update({ Role: `arn:aws:iam::${HOME_ACCOUNT}:role/other` });
    update({ Role: ROLE });
    expect(invoke()).toEqual(SEEN);
  });
});

describe('refused configurations', () => {
  it('names the KMS operation that failed, the role that Lambda cannot assume and variables that are too large', () => {
    const { role, refused, ok, KMSKeyArn } = lab();
    role();
    role('stranger', 'ec2.amazonaws.com');
    const wanted = { FunctionName: 'orders', Role: ROLE, Environment, KMSKeyArn };
    ok('kms', 'DisableKey', { KeyId: KMSKeyArn });
    expect(refused('CreateFunction', wanted)).toBe(
      `InvalidParameterValueException: Lambda was unable to configure access to your environment variables because the KMS key is invalid for CreateGrant. Please check your KMS key settings. KMS Exception: DisabledException KMS Message: ${KMSKeyArn} is disabled.`,
    );
    const stranger = `arn:aws:iam::${HOME_ACCOUNT}:role/stranger`;
    expect(refused('CreateFunction', { ...wanted, Role: stranger })).toBe(
      'InvalidParameterValueException: The role defined for the function cannot be assumed by Lambda.',
    );
    const large = { ...wanted, KMSKeyArn: '', Environment: { Variables: { A: 'x'.repeat(4096) } } };
    expect(refused('CreateFunction', large)).toMatch(/exceeded the 4KB limit/);
  });

  it('shows the rest of a configuration to those who may not decrypt the variables (services 7)', () => {
    const { role, create, ok, KMSKeyArn } = lab();
    role();
    create({ KMSKeyArn });
    ok('kms', 'DisableKey', { KeyId: KMSKeyArn });
    expect(ok('lambda', 'GetFunctionConfiguration', { FunctionName: 'orders' })).toMatchObject({
      FunctionArn: ARN,
      Environment: {
        Error: { ErrorCode: 'DisabledException', Message: expect.stringMatching(/is disabled\.$/) },
      },
    });
  });
});
