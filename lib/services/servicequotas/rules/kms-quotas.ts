import { bytesToHex, purposeOf, seededBytes } from '../../../base';
import type { QuotaEntry } from '../ports';

/**
 * KMS's quotas as Service Quotas lists them. Their values belong to KMS.
 * fact: kms-engine 12.1 to 12.4. assumed: the codes, as seen in public lists of monitored quotas; where none was seen
 * the lab makes one up (`codeOf`); names after the old wording that Service Quotas keeps
 */
const CODES: Readonly<Record<string, string>> = {
  symmetric: 'L-6E3AF000',
  rsa: 'L-2AC98190',
  ecc: 'L-DC14942D',
  CancelKeyDeletion: 'L-635264CC',
  ConnectCustomKeyStore: 'L-705B9E79',
  CreateAlias: 'L-F7504F73',
  CreateCustomKeyStore: 'L-08932E37',
  CreateGrant: 'L-0428A42E',
  CreateKey: 'L-32B67F4A',
  DeleteAlias: 'L-1F75ADD1',
  DeleteCustomKeyStore: 'L-E99520CB',
  DeleteImportedKeyMaterial: 'L-1233BF9B',
  DescribeCustomKeyStores: 'L-E20AA94C',
  DescribeKey: 'L-FAE8F084',
  DisableKey: 'L-6B8C93BD',
  DisableKeyRotation: 'L-CE1DB614',
  DisconnectCustomKeyStore: 'L-9F1FCF6D',
  EnableKey: 'L-BD96F100',
  EnableKeyRotation: 'L-BE799B67',
  'pair/ECC_NIST_P256': 'L-D2EEB5E0',
  'pair/ECC_NIST_P384': 'L-16B46EF0',
  'pair/ECC_NIST_P521': 'L-1D966DA0',
  'resource/keys': 'L-C2F1777E',
  'resource/aliasesPerKey': 'L-340F62FB',
  'resource/grantsPerKey': 'L-D594A657',
  'resource/customKeyStores': 'L-F33DCFEB',
  'resource/onDemandRotationsPerKey': 'L-0E66C9C0',
};

function codeOf(quota: string): string {
  return CODES[quota] ?? `L-${bytesToHex(seededBytes('quota-code', purposeOf(quota), 4)).toUpperCase()}`;
}

const RESOURCES: readonly (readonly [quota: string, name: string, adjustable: boolean])[] = [
  ['resource/keys', 'Customer Master Keys (CMKs)', true],
  ['resource/aliasesPerKey', 'Aliases per CMK', true],
  ['resource/grantsPerKey', 'Grants per CMK', true],
  ['resource/policyBytes', 'Key policy document size', false],
  ['resource/customKeyStores', 'Custom Key Stores', false],
  ['resource/onDemandRotationsPerKey', 'On-demand rotations per CMK', false],
];

/** fact: kms-engine 12.4 (`CallCount`). assumed: the usage names of the pools but the symmetric one */
const POOLS: readonly (readonly [quota: string, name: string, usage: string])[] = [
  ['symmetric', 'symmetric', 'CryptographicOperationsSymmetric'],
  ['rsa', 'RSA', 'CryptographicOperationsRsa'],
  ['ecc', 'ECC and SM2', 'CryptographicOperationsEcc'],
  ['ml-dsa', 'ML-DSA', 'CryptographicOperationsMlDsa'],
  ['ml-kem', 'ML-KEM', 'CryptographicOperationsMlKem'],
];

const PAIR_SPECS = [
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
] as const;

/** @param operations names of the operations with a pool of their own. */
export function kmsQuotas(operations: readonly string[]): readonly QuotaEntry[] {
  return [
    ...RESOURCES.map(([quota, name, adjustable]) => entry(quota, name, name, { adjustable })),
    ...POOLS.map(([quota, kind, usage]) =>
      entry(
        quota,
        `Cryptographic operations (${kind}) request rate`,
        `${kind} cryptographic requests a second`,
        {
          usage,
        },
      ),
    ),
    ...PAIR_SPECS.map((spec) => {
      const name = `GenerateDataKeyPair (${spec}) request rate`;
      return entry(`pair/${spec}`, name, `${spec} data key pairs a second`, {});
    }),
    ...operations.map((operation) =>
      entry(operation, `${operation} request rate`, `${operation} requests a second`, { usage: operation }),
    ),
  ];
}

function entry(
  quota: string,
  name: string,
  what: string,
  more: { readonly adjustable?: boolean; readonly usage?: string },
): QuotaEntry {
  return {
    serviceCode: 'kms',
    quotaCode: codeOf(quota),
    name,
    description: `${what}, for each account and Region.`,
    quota,
    adjustable: more.adjustable ?? true,
    perSecond: !quota.startsWith('resource/'),
    usage: more.usage,
  };
}
