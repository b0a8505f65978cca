import type { Refusal } from '../../aws';
import type { KeyRecord } from '../records/key';
import { unsupportedKey } from './errors';
import { isSymmetric } from './key-specs';
import { wrongOrigin } from './key-states';

/** Symmetric keys whose material KMS made or was given can rotate. fact: kms-engine 6.1 */
export function refuseUnrotatable(key: KeyRecord): Refusal | undefined {
  if (!isSymmetric(key.keySpec)) return unsupportedKey();
  return refuseCustomStore(key);
}

/** Only material that KMS made rotates by itself. fact: kms-engine 6.1, 3.2 footnotes 6 and 7 */
export function refuseWithoutSchedule(key: KeyRecord): Refusal | undefined {
  if (!isSymmetric(key.keySpec)) return unsupportedKey();
  return key.origin === 'AWS_KMS' ? undefined : wrongOrigin(key);
}

/** fact: kms-engine 3.2 footnote 7 */
export function refuseCustomStore(key: KeyRecord): Refusal | undefined {
  return key.origin === 'AWS_CLOUDHSM' || key.origin === 'EXTERNAL_KEY_STORE' ? wrongOrigin(key) : undefined;
}
