import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Rehearsal } from '../rehearsal';
import type { Predicate } from '../schema';
import { smallScenario } from '../small-scenario.testkit';
import { Judge } from './judge';

const TABLE = `aws dynamodb create-table --table-name orders --billing-mode PAY_PER_REQUEST --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH
lab clock +30s`;
/** A key in an external key store. */
const KEY_OUTSIDE = `lab xks https://xks.example.org --keys vault-1
STORE=$(aws kms create-custom-key-store --custom-key-store-name outside --custom-key-store-type EXTERNAL_KEY_STORE --xks-proxy-connectivity PUBLIC_ENDPOINT --xks-proxy-uri-endpoint https://xks.example.org --xks-proxy-uri-path /kms/xks/v1 --xks-proxy-authentication-credential AccessKeyId=ABCDEFGHIJKLMNOPQRST,RawSecretAccessKey=lab/external/key/store/proxy/secret/access+key --query CustomKeyStoreId --output text)
aws kms connect-custom-key-store --custom-key-store-id $STORE
lab clock +10m
OUTSIDE=$(aws kms create-key --origin EXTERNAL_KEY_STORE --custom-key-store-id $STORE --xks-key-id vault-1 --query KeyMetadata.KeyId --output text)
aws kms create-alias --alias-name alias/outside --target-key-id $OUTSIDE`;
const POLICY = `aws iam put-role-policy --role-name app --policy-name read --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*"}]}'`;

let stage: Rehearsal;
beforeAll(async () => {
  stage = await Rehearsal.ofScenario(smallScenario());
  const run = async (source: string) => {
    const cell = await stage.run(source);
    if (cell.exitCode !== 0) throw new Error(cell.statements.map(({ stderr }) => stderr).join(''));
  };
  await run(TABLE);
  await run(POLICY);
  await run('aws kms create-alias --alias-name alias/app --target-key-id $KEY');
  await run('M=$(aws kms create-key --multi-region --query KeyMetadata.KeyId --output text)');
  await run('aws kms replicate-key --key-id $M --replica-region eu-central-1; lab clock +30s');
  await run('orders config --key $M --region eu-central-1; orders config --key $M');
  for (const [id, tenant] of [
    ['1', 'acme'],
    ['2', 'globex'],
  ]) {
    await run(
      `W=$(aws kms generate-data-key --key-id $KEY --key-spec AES_256 --encryption-context tenant=${tenant} --query CiphertextBlob --output text)
aws dynamodb put-item --table-name orders --item '{"id":{"S":"${id}"},"tenant":{"S":"${tenant}"},"v":{"N":"${id}"},"wrapped":{"B":"'$W'"}}'`,
    );
  }
  await stage.run('aws kms encrypt --key-id $KEY --plaintext aGk= --profile app');
  await run('lab traffic eu-west-1 drained');
  await run(
    'aws kms create-grant --key-id $KEY --grantee-principal arn:aws:iam::111122223333:role/app --operations Decrypt',
  );
  await run('echo -n hi > note.txt; cp note.txt copy.txt');
  await run(
    'aws kms encrypt --key-id $KEY --plaintext fileb://note.txt --query CiphertextBlob --output text | base64 --decode > note.sealed',
  );
  await run(KEY_OUTSIDE);
  await run('lab clock 2026-12-02T09:00:00Z');
  stage.answer({ 'decide name': 'moves' });
});

const holds = (predicate: Predicate) => new Judge(stage.evidence).holds(predicate);
const decrypt = {
  as: 'app',
  service: 'kms',
  operation: 'Decrypt',
  region: 'eu-west-1',
  input: { CiphertextBlob: { $item: 'wrapped' }, EncryptionContext: { tenant: { $item: 'tenant' } } },
  outcome: 'ok',
} as const;
const asStudent = { as: 'default', service: 'kms', region: 'eu-west-1', outcome: 'ok' } as const;
const opened = {
  ...asStudent,
  operation: 'Decrypt',
  input: { CiphertextBlob: { $file: 'note.sealed' } },
} as const;
const grants = { ...asStudent, operation: 'ListGrants', input: { KeyId: { $keyId: 'alias/app' } } } as const;
const policy = {
  ...asStudent,
  operation: 'GetKeyPolicy',
  input: { KeyId: { $keyArn: 'alias/app' } },
} as const;
const each = { table: 'orders', region: 'eu-west-1', which: 'all' } as const;

const TRUE: readonly Predicate[] = [
  { request: { operation: 'GenerateDataKey', times: 2 } },
  {
    request: {
      service: 'kms',
      operation: ['Encrypt', 'Decrypt'],
      caller: 'role/app',
      outcome: 'AccessDeniedException',
    },
  },
  {
    request: {
      operation: 'GenerateDataKey',
      input: { EncryptionContext: { tenant: 'globex' } },
      outcome: 'ok',
    },
  },
  { request: { operation: 'GenerateDataKey', onKey: { MultiRegion: false } } },
  { request: { operation: 'Encrypt', after: { operation: 'PutItem' } } },
  { request: { service: 'lab', operation: 'SetRegionTraffic', answer: { State: 'drained' } } },
  { never: { operation: 'Encrypt', caller: 'role/app', outcome: 'ok' } },
  { never: { operation: 'CreateTable', after: { operation: 'PutItem' } } },
  { never: { operation: 'ReplicateKey', after: { operation: 'ScheduleKeyDeletion' } } },
  { atMost: { times: 2, request: { operation: 'PutItem' } } },
  { key: { region: 'eu-west-1', alias: 'alias/app', is: { MultiRegion: false, KeyState: 'Enabled' } } },
  {
    key: {
      region: 'eu-central-1',
      application: 'orders',
      is: { MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA' } },
    },
  },
  {
    key: {
      region: 'eu-central-1',
      application: 'orders',
      sameAs: { region: 'eu-west-1', application: 'orders' },
    },
  },
  {
    key: {
      region: 'eu-west-1',
      alias: 'alias/outside',
      is: {
        Origin: 'EXTERNAL_KEY_STORE',
        CustomKeyStoreId: { $startsWith: 'cks-' },
        XksKeyConfiguration: { Id: 'vault-1' },
        ExpirationModel: { $absent: true },
        CreationDate: { $gte: Date.UTC(2026, 11, 1) },
        EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
        KeyRotationEnabled: false,
      },
    },
  },
  { key: { region: 'eu-west-1', is: { Policy: { $contains: ':root' } } } },
  { items: { table: 'orders', region: 'eu-west-1', which: 'any', is: { v: { N: '2' } } } },
  { items: { table: 'orders', region: 'eu-west-1', which: 'none', is: { v: { N: '3' } } } },
  { can: { ...decrypt, each } },
  {
    can: {
      ...decrypt,
      as: 'app',
      operation: 'Encrypt',
      input: { KeyId: { $applicationKey: 'orders' }, Plaintext: { $base64: 'aGk=' } },
      outcome: 'AccessDeniedException',
    },
  },
  {
    can: {
      ...decrypt,
      as: 'default',
      operation: 'Encrypt',
      input: { KeyId: 'alias/app', Plaintext: { $base64: 'aGk=' } },
    },
  },
  {
    request: {
      operation: 'Encrypt',
      outcome: 'refused',
      message: { $contains: 'no identity-based policy allows the kms:Encrypt action' },
    },
  },
  {
    can: {
      ...decrypt,
      as: 'app',
      operation: 'Encrypt',
      input: { KeyId: 'alias/app', Plaintext: { $base64: 'aGk=' } },
      outcome: 'refused',
      message: { $contains: 'identity-based' },
    },
  },
  { can: { ...opened, answer: { Plaintext: 'aGk=', KeyId: { $keyArn: 'alias/app' } } } },
  { can: { ...opened, answer: { Plaintext: { $file: 'note.txt' } } } },
  {
    can: {
      ...grants,
      answer: {
        Grants: {
          $some: { GranteePrincipal: { $contains: 'role/app' } },
          $none: { Operations: ['CreateGrant'] },
        },
      },
    },
  },
  {
    can: {
      ...policy,
      answer: { Policy: { $json: { Statement: { $some: { Action: { $some: 'kms:*' } } } } } },
    },
  },
  { clock: { from: '2026-12-02T09:00:00Z', until: '2026-12-02T10:00:00Z' } },
  { file: { path: 'note.txt', sameAs: '/home/student/copy.txt', text: 'hi' } },
  { file: { path: 'note.sealed', text: { $startsWith: 'AQI' } } },
  { file: { path: 'other.txt', there: false } },
  { traffic: { region: 'eu-west-1', is: 'drained' } },
  { traffic: { region: 'eu-central-1', is: 'none' } },
  { output: { source: 'lab traffic', contains: 'drained' } },
  { answered: { step: 'name', option: ['moves', 'stays'] } },
  { any: [{ answered: { step: 'name', option: 'stays' } }, { answered: { step: 'name', option: 'moves' } }] },
  { all: [{ not: { answered: { step: 'name', option: 'stays' } } }], never: { operation: 'DisableKey' } },
];

const FALSE: readonly Predicate[] = [
  { request: { operation: 'GenerateDataKey', times: 3 } },
  { request: { operation: 'CreateRole' } },
  { request: { operation: 'PutItem', after: { operation: 'Encrypt' } } },
  { atMost: { times: 1, request: { operation: 'PutItem' } } },
  { key: { region: 'eu-central-1', alias: 'alias/app' } },
  {
    key: {
      region: 'eu-central-1',
      application: 'orders',
      sameAs: { region: 'eu-west-1', alias: 'alias/app' },
    },
  },
  {
    key: {
      region: 'eu-central-1',
      application: 'orders',
      sameAs: { region: 'eu-west-1', alias: 'alias/none' },
    },
  },
  { items: { table: 'orders', region: 'eu-west-1', which: 'all', is: { v: { N: '2' } } } },
  { items: { table: 'orders', region: 'eu-central-1', which: 'all', is: {} } },
  { can: { ...decrypt, as: 'nobody', each } },
  { can: { ...decrypt, each: { ...each, region: 'eu-central-1' } } },
  { can: { ...decrypt, input: { CiphertextBlob: { $item: 'wrapped' } }, each } },
  { output: { contains: 'AccessGranted' } },
  { request: { operation: 'Encrypt', outcome: 'ok', message: {} } },
  { request: { operation: 'Encrypt', message: { $contains: 'resource-based' } } },
  { can: { ...opened, answer: { Plaintext: 'aGkh' } } },
  { can: { ...opened, answer: { Plaintext: { $file: 'none.txt' } } } },
  { can: { ...opened, input: { CiphertextBlob: { $file: 'none.txt' } } } },
  { can: { ...grants, input: { KeyId: { $keyId: 'alias/none' } } } },
  { can: { ...grants, answer: { Grants: { $none: { Operations: ['Decrypt'] } } } } },
  { can: { ...opened, outcome: 'refused', message: {} } },
  { clock: { from: '2026-12-02T10:00:00Z' } },
  { clock: { until: '2026-12-01T10:00:00Z' } },
  { file: { path: 'note.txt', there: false } },
  { file: { path: 'none.txt' } },
  { file: { path: 'note.txt', sameAs: 'note.sealed' } },
  { file: { path: 'note.txt', sameAs: 'none.txt' } },
  { file: { path: 'note.txt', text: 'ho' } },
  { answered: { step: 'look', option: 'moves' } },
];

describe('a condition', () => {
  it.each(TRUE.map((predicate) => [JSON.stringify(predicate), predicate] as const))(
    '%s holds',
    (_text, predicate) => {
      expect(holds(predicate)).toBe(true);
    },
  );

  it.each(FALSE.map((predicate) => [JSON.stringify(predicate), predicate] as const))(
    '%s does not hold',
    (_text, predicate) => {
      expect(holds(predicate)).toBe(false);
    },
  );

  it('is judged without a mark on the world, whatever it asks and in any mixture', () => {
    const { cloud } = stage.session;
    const before = [cloud.world.hash(), cloud.world.log.head, cloud.world.nowMs, cloud.quotas];
    const some = fc.constantFrom(...TRUE, ...FALSE);
    const mixed = fc.oneof(
      some,
      some.map((one): Predicate => ({ not: one })),
      fc.tuple(some, some).map((all): Predicate => ({ all })),
      fc.tuple(some, some).map((any): Predicate => ({ any })),
    );
    fc.assert(
      fc.property(mixed, (predicate) => {
        expect(holds({ not: predicate })).toBe(!holds(predicate));
        expect([cloud.world.hash(), cloud.world.log.head, cloud.world.nowMs, cloud.quotas]).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('counts requests of the learner only, and says which was the last', () => {
    expect(holds({ request: { operation: 'CreateKey', region: 'eu-west-1', times: 3 } })).toBe(false);
    const last = new Judge(stage.evidence).lastRequest({ all: [{ request: { operation: 'PutItem' } }] });
    expect(last?.request.input).toMatchObject({ Item: { id: { S: '2' } } });
    expect(new Judge(stage.evidence).lastRequest({ not: { request: {} } })).toBeUndefined();
  });
});
