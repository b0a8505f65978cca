import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT } from '../../cloud';
import { allow, HOUR_MS, START_MS, wholeCloud } from '../servicequotas/whole-cloud.testkit';
import { secrets, versions } from '.';

const REGION = 'eu-west-1';
const VIA = `secretsmanager.${REGION}.amazonaws.com`;

function lab() {
  const whole = wholeCloud(REGION);
  const secret = <O = unknown>(operation: string, input: object, other = {}) =>
    whole.send<O>('secretsmanager', operation, input, other);
  const create = (input: object = {}) =>
    secret<{ ARN: string; VersionId: string }>('CreateSecret', {
      Name: 'prod/db',
      SecretString: 'hunter2',
      ...input,
    });
  const read = (SecretId = 'prod/db', other = {}) => secret('GetSecretValue', { SecretId }, other);
  return { ...whole, secret, create, read };
}

describe('a secret', () => {
  it('has a data key of its own for every value, and one Decrypt for every reading (services 1, 6)', () => {
    const { create, read, secret, kmsCalls, newKey } = lab();
    const KmsKeyId = newKey();
    kmsCalls();
    const { ARN, VersionId } = create({ KmsKeyId });
    expect(ARN).toMatch(
      new RegExp(`^arn:aws:secretsmanager:${REGION}:${HOME_ACCOUNT}:secret:prod/db-[A-Za-z0-9]{6}$`),
    );
    expect(read()).toEqual({
      ARN,
      Name: 'prod/db',
      VersionId,
      SecretBinary: undefined,
      SecretString: 'hunter2',
      VersionStages: ['AWSCURRENT'],
      CreatedDate: START_MS,
    });
    const put = secret<{ VersionId: string }>('PutSecretValue', { SecretId: ARN, SecretString: 'hunter3' });
    expect(read()).toMatchObject({ SecretString: 'hunter3', VersionId: put.VersionId });
    expect(secret('GetSecretValue', { SecretId: ARN, VersionStage: 'AWSPREVIOUS' })).toMatchObject({
      SecretString: 'hunter2',
      VersionId,
    });
    const context = (SecretVersionId: string) => ({ SecretARN: ARN, SecretVersionId });
    expect(kmsCalls()).toEqual([
      ['GenerateDataKey', context(VersionId), VIA, 'user/student'],
      ['Decrypt', context(VersionId), VIA, 'user/student'],
      ['GenerateDataKey', context(put.VersionId), VIA, 'user/student'],
      ['Decrypt', context(put.VersionId), VIA, 'user/student'],
      ['Decrypt', context(VersionId), VIA, 'user/student'],
    ]);
    expect(secret('DescribeSecret', { SecretId: ARN })).toEqual({
      ARN,
      Name: 'prod/db',
      Description: undefined,
      KmsKeyId,
      LastChangedDate: START_MS,
      DeletedDate: undefined,
      Tags: undefined,
      CreatedDate: START_MS,
      PrimaryRegion: undefined,
      ReplicationStatus: undefined,
      VersionIdsToStages: { [put.VersionId]: ['AWSCURRENT'], [VersionId]: ['AWSPREVIOUS'] },
    });
  });

  it('is really encrypted at rest', () => {
    const { cloud, create } = lab();
    create({ SecretString: 'SWORDFISH' });
    expect(JSON.stringify(cloud.world.table(versions).all())).not.toMatch(/SWORDFISH|U1dPUkRGSVNI/);
  });

  it('hides behind one sentence when KMS refuses the caller, and names the key when it cannot be used', () => {
    const { create, read, user, send, newKey } = lab();
    const KeyId = newKey();
    create({ KmsKeyId: KeyId });
    const credentials = user('bob', allow('secretsmanager:*'));
    expect(read('prod/db', { credentials })).toBe('AccessDeniedException: Access to KMS is not allowed');
    send('kms', 'DisableKey', { KeyId });
    expect(read()).toBe(
      `DecryptionFailure: Secrets Manager can't decrypt the protected secret text using the provided KMS key. ${KeyId} is disabled.`,
    );
    expect(create({ Name: 'other', KmsKeyId: KeyId })).toMatch(/^EncryptionFailure: /);
    expect(read('other')).toMatch(/^ResourceNotFoundException: /);
  });

  it('under another key opens with the new key and with the old one (services 6)', () => {
    const { create, read, secret, kmsCalls, send, newKey } = lab();
    const [oldKey, newer] = [newKey(), newKey()];
    const { ARN, VersionId } = create({ KmsKeyId: oldKey });
    kmsCalls();
    secret('UpdateSecret', { SecretId: 'prod/db', KmsKeyId: newer });
    const trial = { SecretARN: ARN, SecretVersionId: 'RequestToValidateKeyAccess' };
    const context = { SecretARN: ARN, SecretVersionId: VersionId };
    expect(kmsCalls().map(([operation, given]) => [operation, given])).toEqual([
      ['GenerateDataKey', trial],
      ['Decrypt', trial],
      ['Decrypt', context],
      ['Encrypt', context],
    ]);
    send('kms', 'DisableKey', { KeyId: newer });
    expect(read()).toMatchObject({ SecretString: 'hunter2', VersionId });
    send('kms', 'DisableKey', { KeyId: oldKey });
    expect(read()).toMatch(/^DecryptionFailure: .* is disabled\.$/);
  });

  it('is shared with another account only under a customer managed key (services 6)', () => {
    const { create, read, secret, send, newKey, cloud, wait } = lab();
    send('organizations', 'CreateOrganization', {}, { region: 'us-east-1' });
    const made = send<{ CreateAccountStatus: { Id: string } }>('organizations', 'CreateAccount', {
      AccountName: 'partner',
      Email: 'p@example.com',
    });
    wait(HOUR_MS);
    const status = send<{ CreateAccountStatus: { AccountId: string } }>(
      'organizations',
      'DescribeCreateAccountStatus',
      { CreateAccountRequestId: made.CreateAccountStatus.Id },
    );
    const partner = status.CreateAccountStatus.AccountId;
    const assumed = send<{ Credentials: { AccessKeyId: string } }>('sts', 'AssumeRole', {
      RoleArn: `arn:aws:iam::${partner}:role/OrganizationAccountAccessRole`,
      RoleSessionName: 'partner',
    });
    const credentials = assumed.Credentials.AccessKeyId;
    const { ARN } = create();
    expect(read(ARN, { credentials })).toMatch(
      /^AccessDeniedException: User: .* no resource-based policy allows/,
    );
    const Statement = [{ ...allow('secretsmanager:GetSecretValue'), Principal: { AWS: partner } }];
    const ResourcePolicy = JSON.stringify({ Version: '2012-10-17', Statement });
    expect(secret('PutResourcePolicy', { SecretId: ARN, ResourcePolicy })).toEqual({ ARN, Name: 'prod/db' });
    expect(read(ARN, { credentials })).toBe('AccessDeniedException: Access to KMS is not allowed');
    const KmsKeyId = newKey({
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { ...allow('kms:*'), Principal: { AWS: HOME_ACCOUNT } },
          { ...allow('kms:Decrypt'), Principal: { AWS: partner } },
        ],
      }),
    });
    secret('UpdateSecret', { SecretId: ARN, KmsKeyId, SecretString: 'shared' });
    expect(read(ARN, { credentials })).toMatchObject({ SecretString: 'shared' });
    expect(cloud.world.table(secrets).get(ARN)?.policy).toBe(ResourcePolicy);
  });

  it('is sealed again under a key of the replica Region (services 6)', () => {
    const { create, read, secret, kmsCalls } = lab();
    const { ARN, VersionId } = create();
    kmsCalls();
    const away = ARN.replace(REGION, 'eu-central-1');
    expect(
      secret('ReplicateSecretToRegions', { SecretId: ARN, AddReplicaRegions: [{ Region: 'eu-central-1' }] }),
    ).toEqual({
      ARN,
      ReplicationStatus: [
        {
          Region: 'eu-central-1',
          KmsKeyId: 'alias/aws/secretsmanager',
          Status: 'InSync',
          StatusMessage: undefined,
        },
      ],
    });
    expect(kmsCalls()).toEqual([
      ['Decrypt', { SecretARN: ARN, SecretVersionId: VersionId }, VIA, 'user/student'],
      [
        'GenerateDataKey',
        { SecretARN: away, SecretVersionId: VersionId },
        'secretsmanager.eu-central-1.amazonaws.com',
        'user/student',
      ],
    ]);
    secret('PutSecretValue', { SecretId: ARN, SecretString: 'next' });
    expect(read('prod/db', { region: 'eu-central-1' })).toMatchObject({ ARN: away, SecretString: 'next' });
    const write = { SecretId: 'prod/db', SecretString: 'no' };
    expect(secret('PutSecretValue', write, { region: 'eu-central-1' })).toMatch(
      /^InvalidRequestException: Operation not permitted on a replica secret/,
    );
    expect(secret('DeleteSecret', { SecretId: ARN })).toMatch(/^InvalidRequestException: .* replica regions/);
  });

  it('waits thirty days to be deleted, can be restored, and then is gone', () => {
    const { cloud, create, read, secret, wait } = lab();
    const { ARN } = create();
    expect(secret('DeleteSecret', { SecretId: ARN })).toEqual({
      ARN,
      Name: 'prod/db',
      DeletionDate: START_MS + 30 * 24 * HOUR_MS,
    });
    expect(read()).toMatch(/^InvalidRequestException: .* marked for deletion\.$/);
    expect(secret('ListSecrets', {})).toMatchObject({ SecretList: [] });
    secret('RestoreSecret', { SecretId: ARN });
    expect(read()).toMatchObject({ SecretString: 'hunter2' });
    secret('DeleteSecret', { SecretId: ARN, RecoveryWindowInDays: 7 });
    wait(7 * 24 * HOUR_MS);
    expect([secret('RestoreSecret', { SecretId: ARN }), cloud.world.table(versions).size]).toEqual([
      "ResourceNotFoundException: Secrets Manager can't find the specified secret.",
      0,
    ]);
  });

  it.each([
    ['CreateSecret', { Name: 'a b', SecretString: 'x' }, /^InvalidParameterException: Invalid name/],
    ['CreateSecret', { Name: 'prod/db', SecretString: 'x' }, /^ResourceExistsException/],
    ['PutSecretValue', { SecretId: 'prod/db' }, /^InvalidParameterException: You must provide/],
    [
      'GetSecretValue',
      { SecretId: 'prod/db', VersionStage: 'NO' },
      /^ResourceNotFoundException: .*label: NO/,
    ],
    ['DeleteSecret', { SecretId: 'prod/db', RecoveryWindowInDays: 6 }, /^InvalidParameterException/],
    ['PutResourcePolicy', { SecretId: 'prod/db', ResourcePolicy: '{' }, /^MalformedPolicyDocumentException/],
  ])('%s refuses %j', (operation, input, text) => {
    const { create, secret } = lab();
    create();
    expect(secret(operation, input)).toMatch(text);
  });

  it('replays to the same world', () => {
    const play = () => {
      const { cloud, create, read, secret, wait } = lab();
      create({ AddReplicaRegions: [{ Region: 'eu-central-1' }] });
      read();
      secret('PutSecretValue', { SecretId: 'prod/db', SecretString: 'y' });
      wait(HOUR_MS);
      return cloud.world.hash();
    };
    expect(play()).toBe(play());
  });
});
