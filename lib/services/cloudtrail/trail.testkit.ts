import { type AnyOperation, define, type Principal, refuse, shape } from '../../aws';
import { operations as dynamodb } from '../dynamodb';
import { type FakeOptions, fakeCloud, fakeKms, outcome, user } from '../dynamodb/fake-cloud.testkit';
import { operations as s3 } from '../s3';
import { createCloudTrailOperations, type TrailFacts, trailRecords } from '.';

export const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/k-1';

/** An operation on a key with what its record is made of. */
const encrypt = define({
  service: 'kms',
  name: 'Encrypt',
  about: '',
  input: shape.structure(
    {
      KeyId: shape.string(),
      Plaintext: shape.blob({ sensitive: true }),
      EncryptionContext: shape.map(shape.string()),
      EncryptionAlgorithm: shape.string(),
    },
    ['KeyId'],
  ),
  readOnly: true,
  permissions: ({ input }) => [{ action: 'kms:Encrypt', resource: input.KeyId }],
  resources: ({ input }) => [input.KeyId],
  handle: ({ input }) =>
    input.KeyId.endsWith('disabled') ? refuse('DisabledException', `${input.KeyId} is disabled.`) : {},
});

const scheduleKeyDeletion = define({
  service: 'kms',
  name: 'ScheduleKeyDeletion',
  about: '',
  input: shape.structure({ KeyId: shape.string(), PendingWindowInDays: shape.integer() }, ['KeyId']),
  output: shape.structure({ KeyId: shape.string(), DeletionDate: shape.timestamp() }),
  readOnly: false,
  permissions: () => [],
  resources: ({ input }) => [input.KeyId],
  responseElements: ({ KeyId, DeletionDate }) => ({ keyId: KeyId, deletionDate: DeletionDate }),
  handle: ({ input, nowMs }) => ({ KeyId: input.KeyId, DeletionDate: nowMs + 7 * 86_400_000 }),
});

export const session: Principal = {
  ...user('payments'),
  type: 'role-session',
  arn: 'arn:aws:sts::111122223333:assumed-role/payments-app/pod-1',
  roleArn: 'arn:aws:iam::111122223333:role/service/payments-app',
  userId: 'AROAPAYMENTS:pod-1',
  userName: undefined,
  sessionIssuedAtMs: Date.parse('2026-11-22T08:30:00.500Z'),
};

/** A small cloud whose commits become records. */
export function trail(options: Partial<FakeOptions> & Pick<TrailFacts, 'serviceEvents'> = {}) {
  const facts: TrailFacts = {
    operation: (service, name) => operations[service]?.[name],
    serviceEvents: options.serviceEvents,
  };
  const kms: Readonly<Record<string, AnyOperation>> = {
    ...fakeKms(),
    Encrypt: encrypt,
    ScheduleKeyDeletion: scheduleKeyDeletion,
  };
  const operations: FakeOptions['operations'] = {
    cloudtrail: createCloudTrailOperations(facts),
    dynamodb,
    kms,
    s3,
  };
  const { world, ask } = fakeCloud({ ...options, operations });
  /** Records of the newest request, and of those it made. */
  const records = (from = world.log.head) =>
    world.log.since(from - 1).flatMap((commit) => trailRecords(commit, world, facts));
  const lookup = (input: Record<string, unknown> = {}, where = {}) =>
    outcome(ask('cloudtrail', 'LookupEvents', input, where)) as {
      Events: { EventName: string; CloudTrailEvent: string; [member: string]: unknown }[];
      NextToken?: string;
    };
  return { world, ask, records, lookup, facts };
}
