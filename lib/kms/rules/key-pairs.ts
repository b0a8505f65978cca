import { type Call, type Charge, type Refusal, refuse } from '../../aws';
import type { KeyRecord } from '../records/key';
import { wrongOrigin } from './key-states';
import { keyPairCharge } from './quotas';

/** Data key pairs of one spec share a pool of their own. fact: kms-engine 12.3 */
export function chargePair(call: Call<{ readonly KeyPairSpec: string }>): readonly Charge[] {
  return [keyPairCharge(call.input.KeyPairSpec, { region: call.region, account: call.principal.account })];
}

/** A key in a custom key store wraps no pairs. fact: kms-engine 2.5 */
export function refusePairKey(key: KeyRecord): Refusal | undefined {
  return key.customKeyStoreId ? wrongOrigin(key) : undefined;
}

/** assumed: the exception; SM2 exists in the China Regions only and the lab has none of its algorithms */
export function refusePairSpec({ KeyPairSpec }: { readonly KeyPairSpec: string }): Refusal | undefined {
  if (KeyPairSpec !== 'SM2') return undefined;
  return refuse('UnsupportedOperationException', 'SM2 is not supported in this Region.');
}
