import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT } from '../../cloud';
import { AWAY, allow, HOME, policy, regions } from './regions.testkit';

const BODY = new TextEncoder().encode('x');

/** A bucket `archive` under a key of ours, with or without a Bucket Key. */
function archive(bucketKey: boolean) {
  const lab = regions();
  const keyArn = lab.key(HOME);
  lab.bucket('archive', HOME);
  const rule = {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn },
    BucketKeyEnabled: bucketKey,
  };
  lab.must('s3', 'PutBucketEncryption', {
    Bucket: 'archive',
    ServerSideEncryptionConfiguration: { Rules: [rule] },
  });
  const user = (name: string, ...statements: readonly object[]) => {
    lab.must('iam', 'CreateUser', { UserName: name });
    const PolicyDocument = policy(...statements);
    if (statements.length > 0)
      lab.must('iam', 'PutUserPolicy', { UserName: name, PolicyName: 'p', PolicyDocument });
    const { AccessKey } = lab.must('iam', 'CreateAccessKey', { UserName: name }) as {
      AccessKey: { AccessKeyId: string };
    };
    return AccessKey.AccessKeyId;
  };
  return { ...lab, keyArn, user };
}

/** 1,000 objects written by one user and a tenth of them read, in less than the time a bucket-level key lives. */
function requestsOfThousand(bucketKey: boolean): Readonly<Record<string, number>> {
  const { must, kmsSince, cloud } = archive(bucketKey);
  const seq = cloud.world.log.head;
  for (let i = 0; i < 1000; i += 1) must('s3', 'PutObject', { Bucket: 'archive', Key: `${i}`, Body: BODY });
  for (let i = 0; i < 100; i += 1) must('s3', 'GetObject', { Bucket: 'archive', Key: `${i}` });
  const counts: Record<string, number> = {};
  for (const { operation } of kmsSince(seq)) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}

describe('KMS requests of 1,000 objects written and 100 read', () => {
  it('are one for each without a Bucket Key', () => {
    expect(requestsOfThousand(false)).toEqual({ GenerateDataKey: 1000, Decrypt: 100 });
  });

  it('are two in all with one', () => {
    expect(requestsOfThousand(true)).toEqual({ GenerateDataKey: 1, Decrypt: 1 });
  });

  it('are two for each requester and each time a bucket-level key lives', () => {
    const { must, kmsSince, cloud, user, wait } = archive(true);
    const everything = allow(['s3:*', 'kms:*'], '*');
    const callers = [user('ana', everything), user('bo', everything)];
    const seq = cloud.world.log.head;
    for (let round = 0; round < 3; round += 1) {
      for (const caller of callers) {
        for (const Key of ['1', '2', '3']) {
          must('s3', 'PutObject', { Bucket: 'archive', Key: `${round}-${Key}`, Body: BODY }, HOME, caller);
        }
      }
      wait(300);
    }
    const asked = kmsSince(seq);
    expect(asked.map(({ who }) => who)).toEqual([
      'user/ana',
      'user/bo',
      'user/ana',
      'user/bo',
      'user/ana',
      'user/bo',
    ]);
    expect(new Set(asked.map(({ context }) => JSON.stringify(context)))).toEqual(
      new Set(['{"aws:s3:arn":"arn:aws:s3:::archive"}']),
    );
  });
});

describe('a requester without the KMS permission', () => {
  it('is refused by S3 with KMS’s sentence, and CloudTrail shows why', () => {
    const { answer, user, keyArn, kmsSince, cloud, must } = archive(false);
    const nobody = user('nina', allow('s3:*', '*'));
    must('s3', 'PutObject', { Bucket: 'archive', Key: 'a', Body: BODY });
    const seq = cloud.world.log.head;
    const sentence = (action: string, what: string) =>
      `AccessDenied: User: arn:aws:iam::111122223333:user/nina is not authorized to perform: ${action} on ${what} because no identity-based policy allows the ${action} action`;
    expect(answer('s3', 'PutObject', { Bucket: 'archive', Key: 'b', Body: BODY }, HOME, nobody)).toBe(
      sentence('kms:GenerateDataKey', `resource: ${keyArn}`),
    );
    expect(answer('s3', 'GetObject', { Bucket: 'archive', Key: 'a' }, HOME, nobody)).toBe(
      sentence('kms:Decrypt', 'the resource associated with this ciphertext'),
    );
    expect(answer('s3', 'HeadObject', { Bucket: 'archive', Key: 'a' }, HOME, nobody)).toMatchObject({
      SSEKMSKeyId: keyArn,
    });
    const context = (key: string) => ({ 'aws:s3:arn': `arn:aws:s3:::archive/${key}` });
    const viaS3 = { who: 'user/nina', region: HOME, via: ['s3.eu-west-1.amazonaws.com'] };
    const refused = 'AccessDeniedException';
    expect(kmsSince(seq)).toEqual([
      { ...viaS3, operation: 'GenerateDataKey', context: context('b'), refused },
      { ...viaS3, operation: 'Decrypt', context: context('a'), refused },
    ]);
    const { Events } = must('cloudtrail', 'LookupEvents', {}) as { Events: { CloudTrailEvent: string }[] };
    expect(JSON.parse(Events[0]?.CloudTrailEvent ?? '{}')).toMatchObject({
      eventName: 'Decrypt',
      userIdentity: { type: 'IAMUser', userName: 'nina', invokedBy: 'AWS Internal' },
      sourceIPAddress: 'AWS Internal',
      errorCode: 'AccessDenied',
      requestParameters: { encryptionContext: context('a') },
    });
  });

  it('reads on with a Bucket Key until the one S3 holds for him is over', () => {
    const { answer, must, user, wait } = archive(true);
    const reader = user('rita', allow(['s3:*', 'kms:*'], '*'));
    must('s3', 'PutObject', { Bucket: 'archive', Key: 'a', Body: BODY });
    const read = () => answer('s3', 'GetObject', { Bucket: 'archive', Key: 'a' }, HOME, reader);
    expect(read()).toMatchObject({ Body: BODY, BucketKeyEnabled: true });
    must('iam', 'PutUserPolicy', {
      UserName: 'rita',
      PolicyName: 'p',
      PolicyDocument: policy(allow('s3:*', '*')),
    });
    wait(299);
    expect(read()).toMatchObject({ Body: BODY });
    wait(1);
    expect(read()).toMatch(/^AccessDenied: .* kms:Decrypt on the resource/);
  });

  it('whose policy names the object’s ARN in the context is refused once the bucket has a Bucket Key', () => {
    const context = (arn: string) => ({
      Condition: { StringLike: { 'kms:EncryptionContext:aws:s3:arn': arn } },
    });
    const tried = (bucketKey: boolean, arn: string) => {
      const { answer, user } = archive(bucketKey);
      const writer = user('wim', allow('s3:*', '*'), allow('kms:*', '*', context(arn)));
      return answer('s3', 'PutObject', { Bucket: 'archive', Key: 'a', Body: BODY }, HOME, writer);
    };
    const ofObjects = 'arn:aws:s3:::archive/*';
    expect(tried(false, ofObjects)).toMatchObject({ ServerSideEncryption: 'aws:kms' });
    expect(tried(true, ofObjects)).toMatch(/^AccessDenied: .* kms:GenerateDataKey on resource/);
    expect(tried(true, 'arn:aws:s3:::archive')).toMatchObject({ BucketKeyEnabled: true });
  });
});

describe('keys that do not serve', () => {
  it.each([
    ['that is disabled', 'DisableKey', {}, /^KMS\.DisabledException: arn:.* is disabled\.$/],
    [
      'that waits for its deletion',
      'ScheduleKeyDeletion',
      {},
      /^KMS\.KMSInvalidStateException: arn:.* is pending deletion\.$/,
    ],
  ])('refuse reading under a key %s', (_which, operation, more, refusal) => {
    const { answer, must, keyArn } = archive(false);
    must('s3', 'PutObject', { Bucket: 'archive', Key: 'a', Body: BODY });
    must('kms', operation, { KeyId: keyArn, ...more });
    expect(answer('s3', 'GetObject', { Bucket: 'archive', Key: 'a' })).toMatch(refusal);
    expect(answer('s3', 'PutObject', { Bucket: 'archive', Key: 'b', Body: BODY })).toMatch(refusal);
  });

  it('of another Region, or none at all, are not found', () => {
    const { answer, key } = archive(false);
    const put = (SSEKMSKeyId: string) =>
      answer('s3', 'PutObject', {
        Bucket: 'archive',
        Key: 'a',
        Body: BODY,
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId,
      });
    expect(put(key(AWAY))).toBe('KMS.NotFoundException: Invalid arn eu-central-1');
    expect(put('alias/none')).toMatch(/^KMS\.NotFoundException: Alias arn:.*:alias\/none is not found\.$/);
  });

  it('that are asymmetric are refused by KMS itself', () => {
    const { answer, key } = archive(false);
    const SSEKMSKeyId = key(HOME, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    const put = { Bucket: 'archive', Key: 'a', Body: BODY, ServerSideEncryption: 'aws:kms', SSEKMSKeyId };
    expect(answer('s3', 'PutObject', put)).toMatch(/^KMS\.\w+Exception: /);
  });
});

describe('another account', () => {
  /** A member account whose administrator the bucket policy lets in, and the key's policy too where it is asked. */
  function invited({ byKey }: { readonly byKey: boolean }) {
    const lab = archive(false);
    const { must, wait, keyArn } = lab;
    must('organizations', 'CreateOrganization', { FeatureSet: 'ALL' });
    const { CreateAccountStatus } = must('organizations', 'CreateAccount', {
      AccountName: 'guest',
      Email: 'g@example.com',
    });
    wait(3600);
    const { Id } = CreateAccountStatus as { Id: string };
    const status = must('organizations', 'DescribeCreateAccountStatus', { CreateAccountRequestId: Id });
    const { AccountId } = status.CreateAccountStatus as { AccountId: string };
    const session = must('sts', 'AssumeRole', {
      RoleArn: `arn:aws:iam::${AccountId}:role/OrganizationAccountAccessRole`,
      RoleSessionName: 'guest',
    });
    const guest = (session.Credentials as { AccessKeyId: string }).AccessKeyId;
    const Principal = { AWS: `arn:aws:iam::${AccountId}:root` };
    const Policy = policy({ Effect: 'Allow', Principal, Action: 's3:*', Resource: 'arn:aws:s3:::archive/*' });
    must('s3', 'PutBucketPolicy', { Bucket: 'archive', Policy });
    const own = { AWS: `arn:aws:iam::${HOME_ACCOUNT}:root` };
    const statements = [
      { Effect: 'Allow', Principal: own, Action: 'kms:*', Resource: '*' },
      { Effect: 'Allow', Principal, Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '*' },
    ];
    must('kms', 'PutKeyPolicy', {
      KeyId: keyArn,
      Policy: policy(...(byKey ? statements : statements.slice(0, 1))),
    });
    return { ...lab, guest, AccountId };
  }

  it('reads and writes where bucket policy, key policy and its own policies all allow', () => {
    const { answer, must, guest, keyArn } = invited({ byKey: true });
    must('s3', 'PutObject', { Bucket: 'archive', Key: 'a', Body: BODY });
    expect(answer('s3', 'GetObject', { Bucket: 'archive', Key: 'a' }, HOME, guest)).toMatchObject({
      Body: BODY,
    });
    const put = {
      Bucket: 'archive',
      Key: 'b',
      Body: BODY,
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: keyArn,
    };
    expect(answer('s3', 'PutObject', put, HOME, guest)).toMatchObject({ SSEKMSKeyId: keyArn });
  });

  it('is stopped by the key’s policy though the bucket’s lets it in', () => {
    const { answer, must, guest } = invited({ byKey: false });
    must('s3', 'PutObject', { Bucket: 'archive', Key: 'a', Body: BODY });
    expect(answer('s3', 'GetObject', { Bucket: 'archive', Key: 'a' }, HOME, guest)).toMatch(
      /^AccessDenied: .* kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access/,
    );
  });

  it('cannot read what is under aws/s3: nobody can open that key’s policy', () => {
    const { answer, must, guest } = invited({ byKey: true });
    must('s3', 'DeleteBucketEncryption', { Bucket: 'archive' });
    const put = { Bucket: 'archive', Key: 'a', Body: BODY, ServerSideEncryption: 'aws:kms' };
    const { SSEKMSKeyId } = must('s3', 'PutObject', put);
    expect(answer('s3', 'GetObject', { Bucket: 'archive', Key: 'a' })).toMatchObject({ Body: BODY });
    expect(answer('s3', 'GetObject', { Bucket: 'archive', Key: 'a' }, HOME, guest)).toMatch(
      /^AccessDenied: .* kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access/,
    );
    expect(answer('kms', 'PutKeyPolicy', { KeyId: SSEKMSKeyId, Policy: policy() })).not.toEqual({});
  });

  it('that names no key writes under its own aws/s3, which the bucket’s owner cannot read', () => {
    const { answer, must, guest, AccountId } = invited({ byKey: true });
    must('s3', 'DeleteBucketEncryption', { Bucket: 'archive' });
    const put = { Bucket: 'archive', Key: 'a', Body: BODY, ServerSideEncryption: 'aws:kms' };
    const { SSEKMSKeyId } = must('s3', 'PutObject', put, HOME, guest);
    expect(SSEKMSKeyId).toContain(`:${AccountId}:key/`);
    expect(answer('s3', 'GetObject', { Bucket: 'archive', Key: 'a' })).toMatch(
      /^AccessDenied: .* kms:Decrypt/,
    );
  });
});

describe('a bucket policy that demands SSE-KMS', () => {
  const deny = (Condition: object) => ({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: 'arn:aws:s3:::archive/*',
    Condition,
  });
  const HEADER = 's3:x-amz-server-side-encryption';
  const KEY_HEADER = 's3:x-amz-server-side-encryption-aws-kms-key-id';

  it.each([
    ['refuses another algorithm', deny({ StringNotEquals: { [HEADER]: 'aws:kms' } }), 'AES256', true],
    [
      'refuses silence, though the default would do',
      deny({ StringNotEquals: { [HEADER]: 'aws:kms' } }),
      undefined,
      true,
    ],
    [
      'lets silence pass when it looks only at what is said',
      deny({ StringNotEqualsIfExists: { [HEADER]: 'aws:kms' }, Null: { [HEADER]: 'false' } }),
      undefined,
      false,
    ],
    ['lets the algorithm pass', deny({ StringNotEquals: { [HEADER]: 'aws:kms' } }), 'aws:kms', false],
    ['refuses a key that is not named', deny({ Null: { [KEY_HEADER]: 'true' } }), 'aws:kms', true],
  ] as const)('%s', (_what, statement, algorithm, isRefused) => {
    const { answer, must } = archive(false);
    must('s3', 'PutBucketPolicy', { Bucket: 'archive', Policy: policy(statement) });
    const put = { Bucket: 'archive', Key: 'a', Body: BODY, ServerSideEncryption: algorithm };
    if (isRefused) {
      expect(answer('s3', 'PutObject', put)).toMatch(
        /^AccessDenied: .* with an explicit deny in a resource-based policy$/,
      );
    } else expect(answer('s3', 'PutObject', put)).toMatchObject({ ServerSideEncryption: 'aws:kms' });
  });

  it('can demand one key, by its ARN', () => {
    const { answer, must, key, keyArn } = archive(false);
    const statement = deny({ StringNotEqualsIfExists: { [KEY_HEADER]: keyArn } });
    must('s3', 'PutBucketPolicy', { Bucket: 'archive', Policy: policy(statement) });
    const put = (SSEKMSKeyId: string) =>
      answer('s3', 'PutObject', {
        Bucket: 'archive',
        Key: 'a',
        Body: BODY,
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId,
      });
    expect(put(key(HOME))).toMatch(/^AccessDenied: /);
    expect(put(keyArn)).toMatchObject({ SSEKMSKeyId: keyArn });
  });
});
