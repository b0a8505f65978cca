import type { Refusal } from '../../aws';
import type { KeyRecord } from '../records/key';
import { wrongAlgorithm, wrongUsage } from './errors';
import { algorithmsOf } from './key-specs';

/** refuses: InvalidKeyUsage. fact: kms-engine 2.4 */
export function refuseMac(key: KeyRecord, operation: string, algorithm: string): Refusal | undefined {
  if (key.keyUsage !== 'GENERATE_VERIFY_MAC') return wrongUsage(key, operation);
  return algorithmsOf(key.keySpec, key.keyUsage).includes(algorithm)
    ? undefined
    : wrongAlgorithm(algorithm, key);
}
