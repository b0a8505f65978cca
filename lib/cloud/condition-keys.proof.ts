import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessCheck, AnyOperation, Principal, RequestSource } from '../aws';
import { needs } from '../base';
import { enclave } from '../kms/attestation.testkit';
import { writeDrafts } from '../views/policies/drafts';
import { someoneOf } from '../views/policies/principals';
import { sampleInput } from '../views/policies/sample-input';
import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from '.';
import { type ConditionKeyFact, KMS_CONDITION_KEYS } from './policy-facts/condition-key-data';

const REGION = 'eu-west-1';
const APP = `arn:aws:iam::${HOME_ACCOUNT}:role/app`;
const ALIAS = 'alias/app';
const IMAGE = 'ab'.repeat(48);
const cloud = new Cloud({ seed: 'conditions', startMs: Date.UTC(2026, 10, 22), quotas: false });
const operations: Readonly<Record<string, AnyOperation>> = cloud.operations('kms') ?? {};
const world: { key: string; app: Principal | undefined; grantToken: string; recipient: Uint8Array } = {
  key: '',
  app: undefined,
  grantToken: '',
  recipient: new Uint8Array(),
};

function make<T>(service: string, operation: string, input: Record<string, unknown>): T {
  const reply = cloud.send({ service, operation, region: REGION, credentials: HOME_ACCESS_KEY, input });
  needs(reply.ok, `${operation} is answered`);
  return reply.output as T;
}

const document = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

beforeAll(() => {
  const trust = { Effect: 'Allow', Principal: { AWS: HOME_ACCOUNT }, Action: 'sts:AssumeRole' };
  make('iam', 'CreateRole', { RoleName: 'app', AssumeRolePolicyDocument: document(trust) });
  const created = make<{ KeyMetadata: { Arn: string } }>('kms', 'CreateKey', {
    MultiRegion: true,
    Tags: [{ TagKey: 'team', TagValue: 'blue' }],
  });
  world.key = created.KeyMetadata.Arn;
  make('kms', 'CreateAlias', { AliasName: ALIAS, TargetKeyId: world.key });
  const grant = make<{ GrantToken: string }>('kms', 'CreateGrant', {
    KeyId: world.key,
    GranteePrincipal: APP,
    RetiringPrincipal: `arn:aws:iam::${HOME_ACCOUNT}:user/student`,
    Operations: ['Decrypt'],
    Constraints: { EncryptionContextEquals: { a: '1' } },
  });
  world.grantToken = grant.GrantToken;
  world.app = someoneOf(cloud.world, APP)?.principal;
  world.recipient = enclave(IMAGE).document;
});

/** Members beyond those that every operation needs, so that each condition key has something to say. */
function furtherInput(name: string): Record<string, unknown> {
  const tags = [{ TagKey: 'team', TagValue: 'blue' }];
  const by: Readonly<Record<string, Record<string, unknown>>> = {
    CreateAlias: { AliasName: 'alias/new' },
    DeleteAlias: { AliasName: ALIAS },
    UpdateAlias: { AliasName: ALIAS },
    CreateGrant: {
      Constraints: { EncryptionContextSubset: { a: '1' }, SourceArn: 'arn:aws:s3:::b' },
      GranteePrincipal: APP,
      GranteeServicePrincipal: 'x.amazonaws.com',
      RetiringPrincipal: APP,
      RetiringServicePrincipal: 'x.amazonaws.com',
    },
    CreateKey: { MultiRegion: true, Tags: tags },
    ReplicateKey: { ReplicaRegion: 'eu-central-1', Tags: tags },
    ImportKeyMaterial: { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: 1e12 },
    RetireGrant: { GrantToken: world.grantToken },
    EnableKeyRotation: { RotationPeriodInDays: 180 },
  };
  return by[name] ?? {};
}

function inputOf(operation: AnyOperation, byAlias: boolean): Record<string, unknown> {
  const { members } = operation.input;
  const named = {
    KeyId: byAlias ? ALIAS : world.key,
    SourceKeyId: byAlias ? ALIAS : world.key,
    DestinationKeyId: byAlias ? ALIAS : world.key,
    TargetKeyId: world.key,
    EncryptionContext: { a: '1' },
    SourceEncryptionContext: { a: '1' },
    DestinationEncryptionContext: { a: '1' },
    Recipient: { KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256', AttestationDocument: world.recipient },
  };
  const known = Object.entries(named).filter(([name]) => name in members);
  return { ...sampleInput(operation.input), ...Object.fromEntries(known), ...furtherInput(operation.name) };
}

/** Checks of a request of the role, and what is decided with these documents stored. */
function judged(
  operation: AnyOperation,
  key: string,
  stored?: { readonly policy: string; readonly own: string },
) {
  const principal = world.app;
  needs(principal, 'the role is there');
  const source: RequestSource = { via: ['s3.eu-west-1.amazonaws.com'] };
  const input = inputOf(operation, key === 'kms:RequestAlias' || operation.name === 'RetireGrant');
  if (operation.name === 'RetireGrant') delete input.KeyId;
  return cloud.supposing((judge) => {
    if (stored) {
      writeDrafts(cloud.world, [
        { place: { kind: 'key', key: world.key }, text: stored.policy },
        { place: { kind: 'inline', holder: APP, name: 'own' }, text: stored.own },
      ]);
    }
    return judge(operation, { principal, region: REGION, input, source, isOpen: () => false }).checks;
  });
}

const isOfKey = ({ action, resource }: AccessCheck) =>
  action.startsWith('kms:') && resource.includes(':key/');

const delegation = { Effect: 'Allow', Principal: { AWS: HOME_ACCOUNT }, Action: 'kms:*', Resource: '*' };
const nothing = { Effect: 'Allow', Action: 'sts:GetCallerIdentity', Resource: '*' };

/** Whether a request is allowed by a statement that hangs on one condition, first met and then not. */
function verdicts(
  operation: AnyOperation,
  { type, isMultivalued, kinds }: ConditionKeyFact,
  key: string,
  action: string,
  values: readonly string[],
) {
  const operator = `${isMultivalued ? 'ForAnyValue:' : ''}${type === 'String' || type === 'Arn' || type === 'Numeric' ? `${type}Equals` : type}`;
  return [values[0] ?? '', other(type, values[0] ?? '')].map((wanted) => {
    const statement = {
      Effect: 'Allow',
      Action: action,
      Resource: '*',
      Condition: { [operator]: { [key]: wanted } },
    };
    const inIam = kinds !== undefined;
    const stored = (isKeyCheck: boolean) => ({
      policy: document(inIam || !isKeyCheck ? delegation : { ...statement, Principal: { AWS: APP } }),
      own: document(inIam || !isKeyCheck ? statement : nothing),
    });
    const checks = judged(operation, key);
    const at = checks.findIndex((one) => one.check.action === action && one.check.context(key) !== undefined);
    const found = checks[at]?.check;
    needs(found, `${operation.name} carries ${key}`);
    return judged(operation, key, stored(isOfKey(found) && operation.name !== 'RetireGrant'))[at]?.decision
      .verdict;
  });
}

function other(type: ConditionKeyFact['type'], value: string): string {
  if (type === 'Bool') return value === 'true' ? 'false' : 'true';
  if (type === 'Numeric') return String(Number(value) + 1);
  return type === 'Arn' ? 'arn:aws:s3:::another' : 'another';
}

/** Which of the operations carry a key, each with its action and the values. */
function carriers(key: string) {
  return Object.values(operations).flatMap((operation) =>
    judged(operation, key).flatMap(({ check }) => {
      const values = check.action.startsWith('kms:') ? check.context(key) : undefined;
      return values ? [{ operation, action: check.action, values }] : [];
    }),
  );
}

/** Operations that work on a key, whatever else they ask for. */
function keyOperations(): readonly string[] {
  return Object.values(operations)
    .filter((operation) => judged(operation, '').some(({ check }) => isOfKey(check)))
    .map(({ name }) => name)
    .filter((name) => name !== 'RetireGrant');
}

const WITHOUT_KEY: Readonly<Record<string, readonly string[]>> = {
  'kms:CallerAccount': [
    'ConnectCustomKeyStore',
    'CreateCustomKeyStore',
    'CreateKey',
    'DeleteCustomKeyStore',
    'DescribeCustomKeyStores',
    'DisconnectCustomKeyStore',
    'UpdateCustomKeyStore',
  ],
};
/** Carried by requests for a new key too. */
const OF_NEW_KEYS = [
  'KeySpec',
  'KeyUsage',
  'KeyOrigin',
  'MultiRegion',
  'MultiRegionKeyType',
  'CustomerMasterKeySpec',
  'CustomerMasterKeyUsage',
];

describe('every condition key of KMS, fact: authorization 7', () => {
  it.each(KMS_CONDITION_KEYS.map((fact) => [fact.name, fact] as const))('%s', (name, fact) => {
    const key = name.replace('Context:*', 'Context:a').replace('Attestation:*', 'Attestation:ImageSha384');
    const found = carriers(key);
    const names = [...new Set(found.map(({ operation }) => operation.name))];
    const expected = fact.operations ?? [
      ...keyOperations(),
      ...(WITHOUT_KEY[name] ?? []),
      ...(OF_NEW_KEYS.includes(name.slice(4)) ? ['CreateKey'] : []),
    ];
    expect(names).toEqual(expect.arrayContaining([...expected]));
    if (fact.operations) expect([...names].sort()).toEqual([...new Set(expected)].sort());
    const rows = found.map(({ operation, action, values }) => [
      operation.name,
      ...verdicts(operation, fact, key, action, values),
    ]);
    expect(rows).toEqual(found.map(({ operation }) => [operation.name, 'allow', 'implicitDeny']));
  });
});
