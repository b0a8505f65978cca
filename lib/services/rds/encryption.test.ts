import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT, REGION, realCloud, STANDBY } from '../ec2/real-cloud.testkit';

const HOUR = 3600;
const VIA = `rds.${REGION}.amazonaws.com`;
const RDS = `rds.${REGION}.amazonaws.com`;
const ARN = `arn:aws:rds:${REGION}:${HOME_ACCOUNT}:db:orders`;

interface Instance {
  readonly DBInstanceStatus: string;
  readonly DbiResourceId: string;
  readonly KmsKeyId?: string;
}

function lab() {
  const cloud = realCloud('databases');
  const { ok, wait, asked, newKey } = cloud;
  const create = (input: object = {}): Instance =>
    ok<{ DBInstance: Instance }>('rds', 'CreateDBInstance', {
      DBInstanceIdentifier: 'orders',
      DBInstanceClass: 'db.m7g.large',
      Engine: 'postgres',
      MasterUserPassword: 'correct horse',
      ...input,
    }).DBInstance;
  const status = (DBInstanceIdentifier = 'orders') =>
    ok<{ DBInstances: Instance[] }>('rds', 'DescribeDBInstances', { DBInstanceIdentifier }).DBInstances[0]
      ?.DBInstanceStatus;
  const snapshot = (DBSnapshotIdentifier = 'nightly') => {
    ok('rds', 'CreateDBSnapshot', { DBInstanceIdentifier: 'orders', DBSnapshotIdentifier });
    wait(60);
  };
  const copy = (input: object, from = {}) => {
    const request = { SourceDBSnapshotIdentifier: 'nightly', TargetDBSnapshotIdentifier: 'copy', ...input };
    return ok<{ DBSnapshot: object }>('rds', 'CopyDBSnapshot', request, from).DBSnapshot;
  };
  const KmsKeyId = newKey();
  asked();
  return { ...cloud, create, status, snapshot, copy, KmsKeyId };
}

describe('an encrypted instance', () => {
  it('lives on a grant that its creator makes and RDS uses (services 1, 5)', () => {
    const { create, wait, ok, asked, KmsKeyId } = lab();
    const { DbiResourceId } = create({ StorageEncrypted: true, KmsKeyId });
    const context = { 'aws:rds:db-id': DbiResourceId };
    expect(asked()).toEqual([
      { did: 'DescribeKey', context: undefined, by: 'student', via: VIA, no: undefined },
      { did: 'CreateGrant', context, by: 'student', via: VIA, no: undefined },
      { did: 'GenerateDataKeyWithoutPlaintext', context, by: RDS, via: undefined, no: undefined },
    ]);
    wait(120);
    expect(ok('rds', 'DescribeDBInstances')).toEqual({
      DBInstances: [
        {
          DBInstanceIdentifier: 'orders',
          DBInstanceClass: 'db.m7g.large',
          Engine: 'postgres',
          DBInstanceStatus: 'available',
          MasterUsername: 'admin',
          AllocatedStorage: 20,
          InstanceCreateTime: Date.UTC(2026, 10, 22, 9),
          BackupRetentionPeriod: 1,
          StorageEncrypted: true,
          KmsKeyId,
          DbiResourceId: expect.stringMatching(/^db-[A-Z2-7]{26}$/),
          DBInstanceArn: ARN,
        },
      ],
    });
    const { Grants } = ok<{ Grants: object[] }>('kms', 'ListGrants', { KeyId: KmsKeyId });
    expect(Grants).toMatchObject([
      {
        GranteeServicePrincipal: RDS,
        RetiringServicePrincipal: RDS,
        Constraints: { EncryptionContextSubset: context, SourceArn: ARN },
      },
    ]);
    ok('rds', 'DeleteDBInstance', { DBInstanceIdentifier: 'orders' });
    expect(ok<{ Grants: object[] }>('kms', 'ListGrants', { KeyId: KmsKeyId }).Grants).toEqual([]);
  });

  it('is not made under a key that cannot be used', () => {
    const { refusal, ok, KmsKeyId } = lab();
    ok('kms', 'DisableKey', { KeyId: KmsKeyId });
    const wanted = { DBInstanceIdentifier: 'orders', DBInstanceClass: 'db.m7g.large', Engine: 'postgres' };
    expect(refusal('rds', 'CreateDBInstance', { ...wanted, StorageEncrypted: true, KmsKeyId })).toBe(
      `KMSKeyNotAccessibleFault: The specified KMS key [${KmsKeyId}] does not exist, is not enabled or you do not have permissions to access it.`,
    );
    expect(refusal('rds', 'CreateDBInstance', { ...wanted, KmsKeyId })).toMatch(
      /^InvalidParameterCombination/,
    );
  });

  it('stops when its key is disabled, and comes back within seven days (services 5)', () => {
    const { create, status, wait, ok, refusal, KmsKeyId } = lab();
    create({ StorageEncrypted: true, KmsKeyId });
    wait(120);
    ok('kms', 'DisableKey', { KeyId: KmsKeyId });
    wait(4 * HOUR);
    expect(status()).toBe('available');
    wait(2 * HOUR);
    expect(status()).toBe('inaccessible-encryption-credentials-recoverable');
    const start = { DBInstanceIdentifier: 'orders' };
    expect(refusal('rds', 'StartDBInstance', start)).toMatch(/^KMSKeyNotAccessibleFault/);
    ok('kms', 'EnableKey', { KeyId: KmsKeyId });
    wait(HOUR);
    expect(status()).toBe('inaccessible-encryption-credentials-recoverable');
    ok('rds', 'StartDBInstance', start);
    expect(status()).toBe('starting');
    wait(60);
    expect(status()).toBe('available');
  });

  it.each([
    [1, 'inaccessible-encryption-credentials-recoverable'],
    [0, 'inaccessible-encryption-credentials'],
  ])(
    'with %d days of backups is %s first, and lost in the end (services 5)',
    (BackupRetentionPeriod, first) => {
      const { create, status, wait, ok, refusal, KmsKeyId } = lab();
      create({ StorageEncrypted: true, KmsKeyId, BackupRetentionPeriod });
      wait(120);
      ok('kms', 'DisableKey', { KeyId: KmsKeyId });
      wait(6 * HOUR);
      expect(status()).toBe(first);
      wait(7 * 24 * HOUR);
      ok('kms', 'EnableKey', { KeyId: KmsKeyId });
      expect(status()).toBe('inaccessible-encryption-credentials');
      expect(refusal('rds', 'StartDBInstance', { DBInstanceIdentifier: 'orders' })).toMatch(
        /^InvalidDBInstanceState/,
      );
    },
  );

  it('stops when its grant is revoked (services 5)', () => {
    const { create, status, wait, ok, KmsKeyId } = lab();
    create({ StorageEncrypted: true, KmsKeyId });
    wait(120);
    const [grant] = ok<{ Grants: { GrantId: string }[] }>('kms', 'ListGrants', { KeyId: KmsKeyId }).Grants;
    ok('kms', 'RevokeGrant', { KeyId: KmsKeyId, GrantId: grant?.GrantId });
    wait(6 * HOUR);
    expect(status()).toBe('inaccessible-encryption-credentials-recoverable');
  });
});

describe('a database snapshot', () => {
  it('encrypts an unencrypted database by a copy under a key and a restore (services 5)', () => {
    const { create, snapshot, copy, wait, ok, KmsKeyId } = lab();
    expect(create()).toMatchObject({ StorageEncrypted: false, KmsKeyId: undefined });
    wait(120);
    snapshot();
    expect(copy({ KmsKeyId })).toMatchObject({ Encrypted: true, KmsKeyId, Status: 'copying' });
    wait(60);
    ok('rds', 'RestoreDBInstanceFromDBSnapshot', {
      DBInstanceIdentifier: 'sealed',
      DBSnapshotIdentifier: 'copy',
    });
    expect(ok('rds', 'DescribeDBInstances', { DBInstanceIdentifier: 'sealed' })).toMatchObject({
      DBInstances: [{ StorageEncrypted: true, KmsKeyId }],
    });
  });

  it('under aws/rds is not shared; a copy under a key of the account’s own is (services 5)', () => {
    const { create, snapshot, copy, wait, ok, refusal, KmsKeyId } = lab();
    create({ StorageEncrypted: true });
    wait(120);
    snapshot();
    const share = (DBSnapshotIdentifier: string, account: string) => ({
      DBSnapshotIdentifier,
      AttributeName: 'restore',
      ValuesToAdd: [account],
    });
    expect(refusal('rds', 'ModifyDBSnapshotAttribute', share('nightly', '444455556666'))).toBe(
      'InvalidDBSnapshotState: Sharing snapshots encrypted with the default service key for RDS is currently not supported.',
    );
    copy({ KmsKeyId });
    wait(60);
    expect(ok('rds', 'ModifyDBSnapshotAttribute', share('copy', '444455556666'))).toEqual({
      DBSnapshotAttributesResult: {
        DBSnapshotIdentifier: 'copy',
        DBSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: ['444455556666'] }],
      },
    });
    expect(refusal('rds', 'ModifyDBSnapshotAttribute', share('copy', 'all'))).toMatch(
      /^InvalidDBSnapshotState/,
    );
  });

  it('needs a key of the other Region to be copied there (services 5)', () => {
    const { create, snapshot, copy, wait, refusal, newKey, asked, KmsKeyId } = lab();
    create({ StorageEncrypted: true, KmsKeyId });
    wait(120);
    snapshot();
    const there = { region: STANDBY };
    const SourceDBSnapshotIdentifier = `arn:aws:rds:${REGION}:${HOME_ACCOUNT}:snapshot:nightly`;
    const wanted = { SourceDBSnapshotIdentifier, TargetDBSnapshotIdentifier: 'copy' };
    expect(refusal('rds', 'CopyDBSnapshot', wanted, there)).toMatch(/^InvalidParameterCombination/);
    expect(refusal('rds', 'CopyDBSnapshot', { ...wanted, KmsKeyId }, there)).toMatch(/^KMSKeyNotAccessible/);
    const target = newKey({}, there);
    asked();
    expect(copy({ SourceDBSnapshotIdentifier, KmsKeyId: target }, there)).toMatchObject({ KmsKeyId: target });
    expect(asked().map(({ did, via }) => [did, via])).toEqual([
      ['CreateGrant', VIA],
      ['Decrypt', undefined],
      ['RetireGrant', undefined],
      ['DescribeKey', `rds.${STANDBY}.amazonaws.com`],
      ['CreateGrant', `rds.${STANDBY}.amazonaws.com`],
      ['GenerateDataKeyWithoutPlaintext', undefined],
      ['RetireGrant', undefined],
    ]);
  });
});
