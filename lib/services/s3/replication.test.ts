import { describe, expect, it } from 'vitest';
import { refuse } from '../../aws';
import { HOME_ACCOUNT } from '../../cloud';
import { dueHandlers, objects, travelling } from '.';
import { AWAY, allow, HOME, policy, ROLE_ARN, regions, replicated, via } from './regions.testkit';

const BODY = new TextEncoder().encode('{"card":"4111"}');
const SESSION = 'assumed-role/replication/s3-replication';
const objectContext = (bucket: string) => ({ 'aws:s3:arn': `arn:aws:s3:::${bucket}/1.json` });

/** Configured, with one object under KMS on its way. */
function underWay(options: Parameters<typeof replicated>[0] = {}) {
  const lab = replicated(options);
  lab.must('s3', 'PutBucketReplication', {
    Bucket: 'orders',
    ReplicationConfiguration: lab.ReplicationConfiguration,
  });
  const put = lab.put();
  return { ...lab, written: put, seq: lab.cloud.world.log.head };
}

describe('replication of objects under SSE-KMS', () => {
  it('decrypts at home and encrypts away, each in its own Region, as the role', () => {
    const { answer, must, wait, status, seq, kmsSince, written, awayKey, homeKey } = underWay();
    expect(status()).toBe('PENDING');
    expect(answer('s3', 'HeadObject', { Bucket: 'orders-copy', Key: '1.json' }, AWAY)).toBe('404: Not Found');
    wait(60);
    expect(kmsSince(seq)).toEqual([
      {
        who: SESSION,
        operation: 'Decrypt',
        region: HOME,
        context: objectContext('orders'),
        via: ['s3.eu-west-1.amazonaws.com'],
      },
      {
        who: SESSION,
        operation: 'Encrypt',
        region: AWAY,
        context: objectContext('orders-copy'),
        via: ['s3.eu-central-1.amazonaws.com'],
      },
    ]);
    expect([status(), status('orders-copy', AWAY)]).toEqual(['COMPLETED', 'REPLICA']);
    expect(must('s3', 'GetObject', { Bucket: 'orders-copy', Key: '1.json' }, AWAY)).toMatchObject({
      Body: BODY,
      VersionId: written.VersionId,
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: awayKey,
    });
    expect(written.SSEKMSKeyId).toBe(homeKey);
  });

  it('takes a multi-Region key in both Regions for two keys: it re-encrypts all the same', () => {
    const { wait, status, seq, kmsSince } = underWay({ multiRegion: true });
    wait(60);
    expect(status()).toBe('COMPLETED');
    expect(kmsSince(seq).map(({ operation, region }) => [operation, region])).toEqual([
      ['Decrypt', HOME],
      ['Encrypt', AWAY],
    ]);
  });

  it('asks STS for the role once, and each object costs two KMS requests', () => {
    const { put, wait, cloud, seq } = underWay();
    put({ Key: '2.json' });
    put({ Key: '3.json' });
    const before = cloud.world.log.head;
    wait(60);
    const made = cloud.world.log.since(before).map(({ request }) => request.operation);
    expect(made.filter((name) => name === 'AssumeRole')).toHaveLength(1);
    expect(made.filter((name) => name === 'ReplicateObject')).toHaveLength(3);
    expect(made.filter((name) => name === 'Decrypt' || name === 'Encrypt')).toHaveLength(6);
    expect(seq).toBeLessThan(before);
  });

  it('leaves objects under KMS keys at home where the rule does not speak of them, without a word', () => {
    const plain = (rule: object) => ({
      ...rule,
      SourceSelectionCriteria: undefined,
      Destination: { Bucket: 'arn:aws:s3:::orders-copy' },
    });
    const { put, wait, status, answer, seq, kmsSince } = underWay({ ruleOf: plain });
    put({ Key: 'plain', ServerSideEncryption: 'AES256', SSEKMSKeyId: undefined });
    wait(60);
    expect(status()).toBeUndefined();
    expect(answer('s3', 'HeadObject', { Bucket: 'orders-copy', Key: '1.json' }, AWAY)).toBe('404: Not Found');
    expect(answer('s3', 'HeadObject', { Bucket: 'orders-copy', Key: 'plain' }, AWAY)).toMatchObject({
      ServerSideEncryption: 'AES256',
      ReplicationStatus: 'REPLICA',
    });
    expect(kmsSince(seq)).toEqual([]);
  });

  it('wraps a bucket-level key away where the other bucket asks for one, and has KMS decrypt it once', () => {
    const { must, put, wait, seq, kmsSince, rolePolicy, statements, awayKey, status } = underWay();
    const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' }, BucketKeyEnabled: true };
    const encryption = { Bucket: 'orders-copy', ServerSideEncryptionConfiguration: { Rules: [rule] } };
    must('s3', 'PutBucketEncryption', encryption, AWAY);
    rolePolicy(statements.s3, statements.decrypt, allow(['kms:Encrypt', 'kms:Decrypt'], awayKey, via(AWAY)));
    put({ Key: '2.json' });
    const before = seq + 2;
    wait(60);
    expect(status('orders-copy', AWAY)).toBe('REPLICA');
    const away = kmsSince(before).filter(({ region }) => region === AWAY);
    const context = { 'aws:s3:arn': 'arn:aws:s3:::orders-copy' };
    expect(away.map(({ operation, context: pairs }) => [operation, pairs])).toEqual([
      ['Encrypt', context],
      ['Decrypt', context],
    ]);
  });
});

describe('replication fails in silence', () => {
  type Lab = ReturnType<typeof underWay>;
  const deny = (principal: string) =>
    policy(
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${HOME_ACCOUNT}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      { Effect: 'Deny', Principal: { AWS: principal }, Action: 'kms:*', Resource: '*' },
    );
  const cases: readonly [string, (lab: Lab) => unknown, string][] = [
    [
      'the role may not decrypt under the source key',
      ({ rolePolicy, statements: { s3, encrypt } }) => rolePolicy(s3, encrypt),
      'kms Decrypt AccessDeniedException',
    ],
    [
      'the role may not encrypt under the replica key',
      ({ rolePolicy, statements: { s3, decrypt } }) => rolePolicy(s3, decrypt),
      'kms Encrypt AccessDeniedException',
    ],
    [
      'the policy of the replica key denies the role',
      ({ must, awayKey }) => must('kms', 'PutKeyPolicy', { KeyId: awayKey, Policy: deny(ROLE_ARN) }, AWAY),
      'kms Encrypt AccessDeniedException',
    ],
    [
      'the source key is disabled',
      ({ must, homeKey }) => must('kms', 'DisableKey', { KeyId: homeKey }),
      'kms Decrypt DisabledException',
    ],
    [
      'the replica key is disabled',
      ({ must, awayKey }) => must('kms', 'DisableKey', { KeyId: awayKey }, AWAY),
      'kms Encrypt DisabledException',
    ],
    [
      'the role may not write to the other bucket',
      ({ rolePolicy, statements: { decrypt, encrypt } }) =>
        rolePolicy(
          allow(['s3:GetReplicationConfiguration', 's3:GetObjectVersionForReplication'], '*'),
          decrypt,
          encrypt,
        ),
      's3 ReplicateObject AccessDenied',
    ],
    [
      'the role does not trust S3',
      ({ must }) =>
        must('iam', 'UpdateAssumeRolePolicy', {
          RoleName: 'replication',
          PolicyDocument: policy({
            Effect: 'Allow',
            Principal: { Service: 'ec2.amazonaws.com' },
            Action: 'sts:AssumeRole',
          }),
        }),
      'sts AssumeRole AccessDenied',
    ],
  ];

  it.each(cases)('when %s', (_why, spoil, refused) => {
    const lab = underWay();
    spoil(lab);
    const before = lab.cloud.world.log.head;
    lab.wait(60);
    const refusals = lab.cloud.world.log.since(before).filter(({ outcome }) => outcome.refusal);
    const innermost = refusals.at(-1);
    expect(
      `${innermost?.request.service} ${innermost?.request.operation} ${innermost?.outcome.refusal?.name}`,
    ).toBe(refused);
    expect(lab.status()).toBe('FAILED');
    expect(lab.answer('s3', 'HeadObject', { Bucket: 'orders-copy', Key: '1.json' }, AWAY)).toBe(
      '404: Not Found',
    );
  });

  it('when the rule names a key of another Region, which PutBucketReplication took', () => {
    const wrong = (rule: object) => rule;
    const lab = replicated({ ruleOf: wrong });
    const [rule] = lab.ReplicationConfiguration.Rules as [Record<string, unknown>];
    const Destination = {
      Bucket: 'arn:aws:s3:::orders-copy',
      EncryptionConfiguration: { ReplicaKmsKeyID: lab.homeKey },
    };
    const ReplicationConfiguration = { Role: ROLE_ARN, Rules: [{ ...rule, Destination }] };
    expect(lab.answer('s3', 'PutBucketReplication', { Bucket: 'orders', ReplicationConfiguration })).toEqual(
      {},
    );
    lab.put();
    const before = lab.cloud.world.log.head;
    lab.wait(60);
    expect(
      lab.kmsSince(before).map(({ operation, region, refused }) => [operation, region, refused]),
    ).toEqual([
      ['Decrypt', HOME, undefined],
      ['Encrypt', AWAY, 'NotFoundException'],
    ]);
    expect(lab.status()).toBe('FAILED');
  });

  it('and can be looked into: each request of the clock shows its gates', () => {
    const { wait, cloud, rolePolicy, statements } = underWay();
    rolePolicy(statements.s3, statements.decrypt);
    const before = cloud.world.log.head;
    wait(60);
    const hash = cloud.world.hash();
    const commits = cloud.world.log.since(before);
    const refused = commits.find(({ request }) => request.operation === 'Encrypt');
    const trace = cloud.explain(refused?.seq ?? 0);
    expect(trace?.stages.find(({ verdict }) => verdict === 'refused')).toMatchObject({
      stage: 'authorization',
      refusal: { name: 'AccessDeniedException' },
    });
    expect(trace?.decisions).toHaveLength(1);
    expect(cloud.world.hash()).toBe(hash);
  });

  it('but waits when KMS throttles', () => {
    const { cloud } = underWay();
    const { world } = cloud;
    const [record] = world.table(travelling).all();
    const call = () => ({ ok: false as const, refusal: refuse('SlowDown') });
    world.trial(() =>
      world.collect(() => {
        dueHandlers[travelling.name]?.(world, record as object, { call });
        expect(world.table(travelling).all()).toMatchObject([{ arrivesAtMs: world.nowMs + 60_000 }]);
        expect(world.table(objects).get('orders/1.json')?.replication).toBe('PENDING');
      }),
    );
  });
});

describe('a delete marker', () => {
  const COPY = { Bucket: 'orders-copy', Key: '1.json' };
  const marking = (status: string) => (rule: object) => ({
    ...rule,
    DeleteMarkerReplication: { Status: status },
  });
  /** An object that has arrived, and what is away some time after it was deleted at home. */
  function deleted(options: Parameters<typeof replicated>[0], spoil: (lab: Lab) => unknown = () => {}) {
    const lab = underWay(options);
    lab.wait(60);
    spoil(lab);
    const { VersionId } = lab.must('s3', 'DeleteObject', { Bucket: 'orders', Key: '1.json' });
    const { head } = lab.cloud.world.log;
    lab.wait(60);
    const listed = lab.must('s3', 'ListObjectVersions', { Bucket: 'orders-copy' }, AWAY);
    return { ...lab, head, VersionId, listed, shown: lab.answer('s3', 'HeadObject', COPY, AWAY) };
  }
  type Lab = ReturnType<typeof underWay>;
  const mayMark = ({ rolePolicy, statements: { s3, decrypt, encrypt } }: Lab) =>
    rolePolicy(s3, decrypt, encrypt, allow('s3:ReplicateDelete', 'arn:aws:s3:::orders-copy/*'));

  it('travels where the rule asks for it, under its version id, and uses no key', () => {
    const { listed, shown, VersionId, kmsSince, head, must, answer } = deleted(
      { ruleOf: marking('Enabled') },
      mayMark,
    );
    expect(shown).toBe('404: Not Found');
    expect(listed).toMatchObject({
      DeleteMarkers: [{ Key: '1.json', VersionId, IsLatest: true }],
      Versions: [{ Key: '1.json', IsLatest: false }],
    });
    expect(kmsSince(head)).toEqual([]);
    must('s3', 'DeleteObject', { ...COPY, VersionId }, AWAY);
    expect(answer('s3', 'HeadObject', COPY, AWAY)).toMatchObject({ ReplicationStatus: 'REPLICA' });
  });

  it.each([
    ['the rule says no', { ruleOf: marking('Disabled') }, mayMark],
    ['the role lacks s3:ReplicateDelete', { ruleOf: marking('Enabled') }, undefined],
    [
      'it is of another prefix',
      { ruleOf: (rule: object) => marking('Enabled')({ ...rule, Filter: { Prefix: 'other/' } }) },
      mayMark,
    ],
  ])('stays at home where %s', (_why, options, spoil) => {
    const { listed } = deleted(options, spoil);
    expect(listed.DeleteMarkers).toBeUndefined();
  });

  it('stays at home where a version is deleted for good, which sets none', () => {
    const lab = underWay({ ruleOf: marking('Enabled') });
    mayMark(lab);
    lab.wait(60);
    lab.must('s3', 'DeleteObject', { Bucket: 'orders', Key: '1.json', VersionId: lab.written.VersionId });
    lab.wait(60);
    expect(lab.answer('s3', 'HeadObject', COPY, AWAY)).toMatchObject({ ReplicationStatus: 'REPLICA' });
  });

  it('goes nowhere if it is gone itself before it left', () => {
    const lab = underWay({ ruleOf: marking('Enabled') });
    mayMark(lab);
    lab.wait(60);
    const { VersionId } = lab.must('s3', 'DeleteObject', { Bucket: 'orders', Key: '1.json' });
    lab.must('s3', 'DeleteObject', { Bucket: 'orders', Key: '1.json', VersionId });
    lab.wait(60);
    expect([lab.status(), lab.status('orders-copy', AWAY)]).toEqual(['COMPLETED', 'REPLICA']);
  });
});

describe('a replication configuration', () => {
  it('is kept as given, with an id for each rule, shown and deleted', () => {
    const { must, answer, ReplicationConfiguration } = replicated();
    expect(answer('s3', 'GetBucketReplication', { Bucket: 'orders' })).toBe(
      'ReplicationConfigurationNotFoundError: The replication configuration was not found',
    );
    must('s3', 'PutBucketReplication', { Bucket: 'orders', ReplicationConfiguration });
    const [rule] = ReplicationConfiguration.Rules;
    expect(answer('s3', 'GetBucketReplication', { Bucket: 'orders' })).toEqual({
      ReplicationConfiguration: {
        Role: ROLE_ARN,
        Rules: [{ ...rule, ID: expect.stringMatching(/^.{48}$/) }],
      },
    });
    const suspended = { Bucket: 'orders', VersioningConfiguration: { Status: 'Suspended' } };
    expect(answer('s3', 'PutBucketVersioning', suspended)).toMatch(/^InvalidBucketState: A replication/);
    must('s3', 'DeleteBucketReplication', { Bucket: 'orders' });
    expect(answer('s3', 'PutBucketVersioning', suspended)).toEqual({});
  });

  const kms = { SseKmsEncryptedObjects: { Status: 'Enabled' } };
  const to = { Bucket: 'arn:aws:s3:::orders-copy' };
  const encrypted = { ...to, EncryptionConfiguration: { ReplicaKmsKeyID: 'alias/x' } };
  it.each([
    [
      { SourceSelectionCriteria: kms, Destination: to },
      'InvalidRequest: ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present.',
    ],
    [
      { SourceSelectionCriteria: undefined, Destination: encrypted },
      'InvalidRequest: SseKmsEncryptedObjects must be specified if EncryptionConfiguration is present.',
    ],
    [
      { Destination: { ...encrypted, Bucket: 'arn:aws:s3:::nowhere' } },
      'InvalidRequest: Destination bucket must exist.',
    ],
    [
      { Destination: { ...encrypted, Bucket: 'arn:aws:s3:::plain' } },
      'InvalidRequest: Destination bucket must have versioning enabled.',
    ],
    [{ Destination: { ...encrypted, Bucket: 'orders-copy' } }, 'InvalidArgument: Invalid bucket ARN'],
    [
      { Priority: undefined },
      'InvalidRequest: Priority must be specified for this version of Cross Region Replication configuration schema. Please refer to S3 Developer Guide for more information.',
    ],
    [
      { DeleteMarkerReplication: undefined },
      'InvalidRequest: DeleteMarkerReplication must be specified for this version of Cross Region Replication configuration schema. Please refer to S3 Developer Guide for more information.',
    ],
    [
      { Filter: undefined },
      'MalformedXML: The XML you provided was not well-formed or did not validate against our published schema',
    ],
  ])('with %j is refused', (change, refusal) => {
    const { answer, bucket, ReplicationConfiguration } = replicated({
      ruleOf: (rule) => ({ ...rule, ...change }),
    });
    bucket('plain', AWAY);
    expect(answer('s3', 'PutBucketReplication', { Bucket: 'orders', ReplicationConfiguration })).toBe(
      refusal,
    );
  });

  it('needs versions at home, and the permission to hand the role on', () => {
    const { answer, bucket, must, ReplicationConfiguration } = replicated();
    bucket('plain', HOME);
    expect(answer('s3', 'PutBucketReplication', { Bucket: 'plain', ReplicationConfiguration })).toBe(
      "InvalidRequest: Versioning must be 'Enabled' on the bucket to apply a replication configuration",
    );
    must('iam', 'CreateUser', { UserName: 'olga' });
    const PolicyDocument = policy(allow('s3:*', '*'));
    must('iam', 'PutUserPolicy', { UserName: 'olga', PolicyName: 'p', PolicyDocument });
    const { AccessKey } = must('iam', 'CreateAccessKey', { UserName: 'olga' }) as {
      AccessKey: { AccessKeyId: string };
    };
    const request = { Bucket: 'orders', ReplicationConfiguration };
    expect(answer('s3', 'PutBucketReplication', request, HOME, AccessKey.AccessKeyId)).toMatch(
      /^AccessDenied: User: .*olga is not authorized to perform: iam:PassRole on resource: .*role\/replication/,
    );
  });

  it('is nobody else’s to use: no client can ask S3 to replicate', () => {
    const { cloud } = regions();
    const names = Object.keys(cloud.operations('s3') ?? {});
    expect(names.filter((name) => name.startsWith('Replicate'))).toEqual([]);
  });
});
