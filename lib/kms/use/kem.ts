import type { Call, Refusal } from '../../aws';
import { needs } from '../../base';
import type { MlKemName } from '../../crypto';
import type { KeyRecord } from '../records/key';
import { wrongAlgorithm, wrongUsage } from '../rules/errors';
import { algorithmsOf } from '../rules/key-specs';
import { keyPairFor } from './asymmetric';

/** refuses: InvalidKeyUsage. fact: kms-engine 2.4 */
export function refuseKem(key: KeyRecord, operation: string, algorithm: string): Refusal | undefined {
  if (key.keyUsage !== 'ENCAPSULATE_DECAPSULATE') return wrongUsage(key, operation);
  return algorithmsOf(key.keySpec, key.keyUsage).includes(algorithm)
    ? undefined
    : wrongAlgorithm(algorithm, key);
}

/** Both halves of an ML-KEM key as FIPS 203 calls them. */
export function kemKeys(call: Pick<Call, 'world'>, key: KeyRecord) {
  const { publicKey, secretKey } = keyPairFor(call, key);
  needs('bytes' in publicKey && secretKey, `${key.arn} is no ML-KEM key`);
  return {
    name: publicKey.algorithm as MlKemName,
    encapsulationKey: publicKey.bytes,
    decapsulationKey: secretKey,
  };
}
