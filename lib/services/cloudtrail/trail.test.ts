import { describe, expect, it } from 'vitest';
import { user } from '../dynamodb/fake-cloud.testkit';
import { KEY, session, trail } from './trail.testkit';

const UUID = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const tls = {
  tlsVersion: 'TLSv1.3',
  cipherSuite: 'TLS_AES_256_GCM_SHA384',
  clientProvidedHostHeader: 'kms.eu-west-1.amazonaws.com',
  keyExchange: 'X25519MLKEM768',
};

describe('the record of a KMS request', () => {
  it('is the whole JSON of CloudTrail, in its order, without plaintext (services 9)', () => {
    const { ask, records } = trail();
    const reply = ask('kms', 'Encrypt', {
      KeyId: KEY,
      Plaintext: Uint8Array.of(1, 2, 3),
      EncryptionContext: { Tenant: 'acme' },
    });
    const record = {
      eventVersion: '1.11',
      userIdentity: {
        type: 'IAMUser',
        principalId: 'AIDASTUDENT',
        arn: 'arn:aws:iam::111122223333:user/student',
        accountId: '111122223333',
        accessKeyId: 'student',
        userName: 'student',
      },
      eventTime: '2026-11-22T09:00:00Z',
      eventSource: 'kms.amazonaws.com',
      eventName: 'Encrypt',
      awsRegion: 'eu-west-1',
      sourceIPAddress: '203.0.113.12',
      userAgent: 'aws-cli/2.31.0',
      requestParameters: {
        keyId: KEY,
        encryptionContext: { Tenant: 'acme' },
        encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      },
      responseElements: null,
      requestID: reply.requestId,
      eventID: UUID,
      readOnly: true,
      resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: KEY }],
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: '111122223333',
      eventCategory: 'Management',
      tlsDetails: tls,
    };
    const [made] = records();
    expect(made).toEqual(record);
    expect(Object.keys(JSON.parse(JSON.stringify(made)))).toEqual(Object.keys(record));
  });

  it('names the role behind a session and when the session began', () => {
    const { ask, records } = trail({ principals: [session] });
    ask('kms', 'Encrypt', { KeyId: KEY }, { as: 'payments' });
    expect(records()[0]?.userIdentity).toEqual({
      type: 'AssumedRole',
      principalId: 'AROAPAYMENTS:pod-1',
      arn: 'arn:aws:sts::111122223333:assumed-role/payments-app/pod-1',
      accountId: '111122223333',
      accessKeyId: 'payments',
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId: 'AROAPAYMENTS',
          arn: 'arn:aws:iam::111122223333:role/service/payments-app',
          accountId: '111122223333',
          userName: 'payments-app',
        },
        attributes: { creationDate: '2026-11-22T08:30:00Z', mfaAuthenticated: 'false' },
      },
    });
  });

  it('names the root user', () => {
    const root = {
      ...user('root'),
      type: 'root' as const,
      arn: 'arn:aws:iam::111122223333:root',
      userId: '111122223333',
      userName: undefined,
    };
    const { ask, records } = trail({ principals: [root] });
    ask('kms', 'Encrypt', { KeyId: KEY }, { as: 'root' });
    expect(records()[0]?.userIdentity).toEqual({
      type: 'Root',
      principalId: '111122223333',
      arn: 'arn:aws:iam::111122223333:root',
      accountId: '111122223333',
      accessKeyId: 'root',
    });
  });

  it.each([
    [
      'an authorization failure as AccessDenied',
      KEY,
      'AccessDenied',
      /^User: .* is not authorized to perform: kms:Encrypt/,
    ],
    ['any other failure by its name', 'k-disabled', 'DisabledException', /is disabled\.$/],
  ])('shows %s (authorization 11)', (_what, KeyId, errorCode, message) => {
    const { ask, records } = trail({ denied: KeyId === KEY ? ['student kms:Encrypt'] : [] });
    ask('kms', 'Encrypt', { KeyId });
    expect(records()[0]).toMatchObject({
      errorCode,
      errorMessage: expect.stringMatching(message),
      responseElements: null,
    });
  });

  it('writes what a change answered, with moments as CloudTrail writes them', () => {
    const { ask, records } = trail();
    ask('kms', 'ScheduleKeyDeletion', { KeyId: KEY, PendingWindowInDays: 7 });
    expect(records()[0]).toMatchObject({
      readOnly: false,
      requestParameters: { keyId: KEY, pendingWindowInDays: 7 },
      responseElements: { keyId: KEY, deletionDate: 'Nov 29, 2026, 9:00:00 AM' },
    });
  });

  it('made through S3 keeps the caller and hides where it came from; the object itself is a data event', () => {
    const { ask, records, world } = trail();
    ask('s3', 'CreateBucket', { Bucket: 'photos' }, { region: 'us-east-1' });
    const first = world.log.head + 1;
    ask('s3', 'PutObject', { Bucket: 'photos', Key: 'cat', ServerSideEncryption: 'aws:kms' });
    const [record, more] = records(first);
    expect(more).toBeUndefined();
    expect(record).toMatchObject({
      eventName: 'GenerateDataKey',
      userIdentity: { type: 'IAMUser', userName: 'student', invokedBy: 'AWS Internal' },
      sourceIPAddress: 'AWS Internal',
      userAgent: 'AWS Internal',
      requestParameters: { encryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::photos/cat' } },
    });
    expect(record).not.toHaveProperty('tlsDetails', expect.anything());
    expect(JSON.stringify(record)).not.toContain('plaintext');
  });

  it('of another account goes to both accounts with one shared id, and only to the caller when denied', () => {
    const eve = user('eve', '444455556666');
    const { ask, records } = trail({ principals: [eve] });
    ask('kms', 'Encrypt', { KeyId: KEY }, { as: 'eve' });
    const [caller, owner, third] = records();
    expect(third).toBeUndefined();
    expect(caller).toMatchObject({
      recipientAccountId: '444455556666',
      userIdentity: { type: 'IAMUser', userName: 'eve' },
      sharedEventID: UUID,
    });
    expect(owner).toMatchObject({
      recipientAccountId: '111122223333',
      userIdentity: { type: 'AWSAccount', principalId: 'AIDAEVE', accountId: '444455556666' },
      sharedEventID: caller?.sharedEventID,
      requestID: caller?.requestID,
    });
    expect(owner?.eventID).not.toBe(caller?.eventID);

    const refused = trail({ principals: [eve], denied: ['eve kms:Encrypt'] });
    refused.ask('kms', 'Encrypt', { KeyId: KEY }, { as: 'eve' });
    expect(refused.records().map(({ recipientAccountId }) => recipientAccountId)).toEqual(['444455556666']);
  });

  it('is the same whenever it is made', () => {
    const { ask, records } = trail();
    ask('kms', 'Encrypt', { KeyId: KEY });
    const [first] = records();
    ask('kms', 'Encrypt', { KeyId: KEY });
    expect(records(1)[0]).toEqual(first);
    expect(records(2)[0]?.eventID).not.toBe(first?.eventID);
  });

  it('is made of the clock, too: what a key did by itself', () => {
    const { ask, records } = trail({
      serviceEvents: ({ request }) =>
        request.operation === 'Encrypt'
          ? [
              {
                service: 'kms',
                eventName: 'RotateKey',
                region: 'eu-west-1',
                account: '111122223333',
                resources: [KEY],
                serviceEventDetails: { rotationType: 'AUTOMATIC', keyId: 'k-1' },
              },
            ]
          : [],
    });
    ask('kms', 'Encrypt', { KeyId: KEY });
    expect(records()).toEqual([
      {
        eventVersion: '1.11',
        userIdentity: { accountId: '111122223333', invokedBy: 'AWS Internal' },
        eventTime: '2026-11-22T09:00:00Z',
        eventSource: 'kms.amazonaws.com',
        eventName: 'RotateKey',
        awsRegion: 'eu-west-1',
        sourceIPAddress: 'AWS Internal',
        userAgent: 'AWS Internal',
        requestParameters: null,
        responseElements: null,
        eventID: UUID,
        readOnly: false,
        resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: KEY }],
        eventType: 'AwsServiceEvent',
        managementEvent: true,
        recipientAccountId: '111122223333',
        serviceEventDetails: { rotationType: 'AUTOMATIC', keyId: 'k-1' },
        eventCategory: 'Management',
      },
    ]);
  });
});
