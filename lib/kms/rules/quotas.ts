import type { AwsWorld, Charge } from '../../aws';
import { grantedQuota } from '../../pipeline';
import { KEY_SPECS, type KeySpec } from './key-specs';

/** Requests per second on an operation's own pool. fact: kms-engine 12.3, checked 2026-11-22 */
export const OPERATION_TPS = {
  CancelKeyDeletion: 5,
  ConnectCustomKeyStore: 5,
  CreateAlias: 5,
  CreateCustomKeyStore: 5,
  CreateGrant: 50,
  CreateKey: 5,
  DeleteAlias: 15,
  DeleteCustomKeyStore: 5,
  DeleteImportedKeyMaterial: 15,
  DescribeCustomKeyStores: 5,
  DescribeKey: 2000,
  DisableKey: 5,
  DisableKeyRotation: 5,
  DisconnectCustomKeyStore: 5,
  EnableKey: 5,
  EnableKeyRotation: 15,
  GetKeyLastUsage: 5,
  GetKeyPolicy: 1000,
  GetKeyRotationStatus: 1000,
  GetParametersForImport: 1,
  GetPublicKey: 2000,
  ImportKeyMaterial: 15,
  ListAliases: 500,
  ListGrants: 100,
  ListKeyPolicies: 100,
  ListKeyRotations: 100,
  ListKeys: 500,
  ListResourceTags: 2000,
  ListRetirableGrants: 100,
  PutKeyPolicy: 15,
  ReplicateKey: 5,
  RetireGrant: 50,
  RevokeGrant: 50,
  RotateKeyOnDemand: 5,
  ScheduleKeyDeletion: 15,
  TagResource: 10,
  UntagResource: 5,
  UpdateAlias: 5,
  UpdateCustomKeyStore: 5,
  UpdateKeyDescription: 5,
  UpdatePrimaryRegion: 5,
} as const;

export type RatedOperation = keyof typeof OPERATION_TPS;

const SYMMETRIC_TPS = 10_000;
/** fact: kms-engine 12.2, checked 2026-11-22 */
const SYMMETRIC_TPS_BY_REGION: Readonly<Record<string, number>> = {
  'us-east-2': 20_000,
  'ap-southeast-1': 20_000,
  'ap-southeast-2': 20_000,
  'ap-northeast-1': 20_000,
  'eu-central-1': 20_000,
  'eu-west-2': 20_000,
  'us-east-1': 100_000,
  'us-west-2': 100_000,
  'eu-west-1': 100_000,
};

function symmetricTps(region: string): number {
  return SYMMETRIC_TPS_BY_REGION[region] ?? SYMMETRIC_TPS;
}

/** Of the pools by kind of key other than the symmetric one. fact: kms-engine 12.2 */
const ASYMMETRIC_TPS = 1000;
const KEY_PAIR_DEFAULT_TPS = 100;

type Caller = { readonly region: string; readonly account: string };

export function operationCharge(operation: RatedOperation, caller: Caller, units = 1): Charge {
  const { region, account } = caller;
  const label = `${operation} requests`;
  return { pool: operation, region, account, units, perSecond: OPERATION_TPS[operation], label };
}

/**
 * The pool a cryptographic request spends from: by the kind of key, or the symmetric one when no key is known.
 * fact: kms-engine 12.2. assumed: a request whose key cannot be found is charged to the symmetric pool;
 * ML-KEM 1,000 (kms-engine 12.2 has no figure)
 */
export function cryptographicCharge(
  spec: KeySpec | undefined,
  customKeyStoreId: string | undefined,
  caller: Caller,
): Charge {
  const { region, account } = caller;
  if (customKeyStoreId) {
    const label = `custom key store ${customKeyStoreId}`;
    return { pool: `store/${customKeyStoreId}`, region, account, units: 1, perSecond: 1800, label };
  }
  const family = spec ? KEY_SPECS[spec].family : 'symmetric';
  if (family === 'symmetric' || family === 'hmac') {
    return {
      pool: 'symmetric',
      region,
      account,
      units: 1,
      perSecond: symmetricTps(region),
      label: 'symmetric cryptographic requests',
    };
  }
  const pool = family === 'sm2' ? 'ecc' : family;
  return {
    pool,
    region,
    account,
    units: 1,
    perSecond: ASYMMETRIC_TPS,
    label: `${POOL_NAMES[pool]} cryptographic requests`,
  };
}

const POOL_NAMES = { rsa: 'RSA', ecc: 'ECC', 'ml-dsa': 'ML-DSA', 'ml-kem': 'ML-KEM' } as const;

/** Data key pairs have a pool per pair spec. fact: kms-engine 12.3 */
export function keyPairCharge(pairSpec: string, caller: Caller): Charge {
  const { region, account } = caller;
  const perSecond = KEY_PAIR_TPS[pairSpec] ?? KEY_PAIR_DEFAULT_TPS;
  return {
    pool: `pair/${pairSpec}`,
    region,
    account,
    units: 1,
    perSecond,
    label: `${pairSpec} data key pairs`,
  };
}

const KEY_PAIR_TPS: Readonly<Record<string, number>> = { RSA_2048: 20, RSA_3072: 4, RSA_4096: 1, SM2: 25 };

/** Per account and Region. fact: kms-engine 12.1, checked 2026-11-22 */
export const RESOURCE_QUOTAS = {
  keys: 100_000,
  aliasesPerKey: 50,
  grantsPerKey: 50_000,
  policyBytes: 32_768,
  customKeyStores: 10,
  onDemandRotationsPerKey: 25,
  tagsPerKey: 50,
} as const;

export type ResourceQuota = keyof typeof RESOURCE_QUOTAS;

/** The quota of an account in a Region: as published, or as it was raised. */
export function resourceQuota(
  world: AwsWorld,
  owner: Pick<Charge, 'account' | 'region'>,
  name: ResourceQuota,
): number {
  return grantedQuota(world, owner, `resource/${name}`) ?? RESOURCE_QUOTAS[name];
}

/**
 * The published value of a quota by the name it is charged or granted under: a pool of requests (`symmetric`, `rsa`,
 * `CreateKey`, `pair/RSA_2048`) or a resource quota (`resource/keys`).
 */
export function publishedQuota(quota: string, region: string): number {
  const [kind = '', name = ''] = quota.split('/');
  if (kind === 'resource') return RESOURCE_QUOTAS[name as ResourceQuota];
  if (kind === 'pair') return KEY_PAIR_TPS[name] ?? KEY_PAIR_DEFAULT_TPS;
  if (kind === 'symmetric') return symmetricTps(region);
  return Object.hasOwn(OPERATION_TPS, kind) ? OPERATION_TPS[kind as RatedOperation] : ASYMMETRIC_TPS;
}
