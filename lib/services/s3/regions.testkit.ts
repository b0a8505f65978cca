import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from '../../cloud';

export const HOME = 'eu-west-1';
export const AWAY = 'eu-central-1';
export const ROLE_ARN = `arn:aws:iam::${HOME_ACCOUNT}:role/replication`;

interface Answered {
  readonly [member: string]: unknown;
}

/** The whole cloud, with shorthands. */
export function regions() {
  const cloud = new Cloud({ seed: 's3', startMs: Date.parse('2026-11-22T09:00:00Z'), quotas: false });
  const send = (
    service: string,
    operation: string,
    input: object,
    region = HOME,
    credentials = HOME_ACCESS_KEY,
  ) => cloud.send({ service, operation, region, credentials, input: { ...input } });
  /** The output; a refusal is `Name: message`. */
  const answer = (...request: Parameters<typeof send>): unknown => {
    const reply = send(...request);
    return reply.ok ? reply.output : `${reply.refusal.name}: ${reply.refusal.message ?? ''}`;
  };
  /** The output of what must work. */
  const must = (...request: Parameters<typeof send>): Answered => {
    const reply = send(...request);
    if (!reply.ok) throw new Error(`${request[1]}: ${reply.refusal.name}: ${reply.refusal.message}`);
    return reply.output;
  };
  const key = (region: string, input: object = {}) =>
    (must('kms', 'CreateKey', input, region).KeyMetadata as { Arn: string }).Arn;
  const bucket = (name: string, region: string, credentials = HOME_ACCESS_KEY) =>
    must(
      's3',
      'CreateBucket',
      { Bucket: name, CreateBucketConfiguration: { LocationConstraint: region } },
      region,
      credentials,
    );
  const wait = (seconds: number) => cloud.advanceTo(cloud.world.nowMs + seconds * 1000);
  /** KMS requests of the log since `seq`: who, what, where, under which context, carried by whom, with what result. */
  const kmsSince = (seq: number) =>
    cloud.world.log
      .since(seq)
      .filter(({ request }) => request.service === 'kms')
      .map(({ request, outcome }) => ({
        who: outcome.audit.principal?.arn.replace(/^.*:/, ''),
        operation: request.operation,
        region: request.region,
        context: request.input.EncryptionContext,
        via: request.source?.via,
        refused: outcome.refusal?.name,
      }));
  return { cloud, send, answer, must, key, bucket, wait, kmsSince };
}

export function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

export const allow = (
  action: string | readonly string[],
  resource: string | readonly string[],
  more = {},
) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});

/** Two versioned buckets, `orders` at home and `orders-copy` away, a key for each, and a role that may do all it needs. */
export function replicated({ ruleOf = (rule: object) => rule, multiRegion = false } = {}) {
  const lab = regions();
  const { must, key, bucket } = lab;
  bucket('orders', HOME);
  bucket('orders-copy', AWAY);
  for (const [Bucket, region] of [
    ['orders', HOME],
    ['orders-copy', AWAY],
  ] as const) {
    must('s3', 'PutBucketVersioning', { Bucket, VersioningConfiguration: { Status: 'Enabled' } }, region);
  }
  const homeKey = key(HOME, { MultiRegion: multiRegion });
  const awayKey = multiRegion ? replicaKey(lab, homeKey) : key(AWAY);
  const trust = { Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sts:AssumeRole' };
  must('iam', 'CreateRole', { RoleName: 'replication', AssumeRolePolicyDocument: policy(trust) });
  const rolePolicy = (...statements: readonly object[]) =>
    must('iam', 'PutRolePolicy', {
      RoleName: 'replication',
      PolicyName: 'p',
      PolicyDocument: policy(...statements),
    });
  const statements = {
    s3: allow(
      [
        's3:GetReplicationConfiguration',
        's3:ListBucket',
        's3:GetObjectVersionForReplication',
        's3:ReplicateObject',
      ],
      '*',
    ),
    decrypt: allow('kms:Decrypt', homeKey, via(HOME)),
    encrypt: allow('kms:Encrypt', awayKey, via(AWAY)),
  };
  rolePolicy(statements.s3, statements.decrypt, statements.encrypt);
  const rule = ruleOf({
    Priority: 1,
    Filter: {},
    Status: 'Enabled',
    SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
    Destination: {
      Bucket: 'arn:aws:s3:::orders-copy',
      EncryptionConfiguration: { ReplicaKmsKeyID: awayKey },
    },
    DeleteMarkerReplication: { Status: 'Disabled' },
  });
  const ReplicationConfiguration = { Role: ROLE_ARN, Rules: [rule] };
  const put = (more: object = {}) => must('s3', 'PutObject', { ...UNDER_KMS, SSEKMSKeyId: homeKey, ...more });
  const status = (Bucket = 'orders', region = HOME) =>
    must('s3', 'HeadObject', { Bucket, Key: '1.json' }, region).ReplicationStatus;
  return { ...lab, homeKey, awayKey, rolePolicy, statements, ReplicationConfiguration, put, status };
}

function replicaKey({ must, wait }: ReturnType<typeof regions>, homeKey: string): string {
  must('kms', 'ReplicateKey', { KeyId: homeKey, ReplicaRegion: AWAY });
  wait(3600);
  return homeKey.replace(HOME, AWAY);
}

const UNDER_KMS = {
  Bucket: 'orders',
  Key: '1.json',
  Body: new TextEncoder().encode('{"card":"4111"}'),
  ServerSideEncryption: 'aws:kms',
};

export function via(region: string) {
  return { Condition: { StringLike: { 'kms:ViaService': `s3.${region}.amazonaws.com` } } };
}
