import { parseCiphertext } from './hsm/ciphertext';
import type { Asking, FoundKey } from './lookup';
import { keys, placeOf } from './records/key';
import { materials } from './records/material';
import { invalidCiphertext, notAuthorizedOrMissing } from './rules/errors';

/**
 * Finds the key that a symmetric ciphertext names in its header. Ciphertext of an asymmetric key names none.
 * fact: kms-engine 5.2
 */
export function findByCiphertext(blob: unknown, asking: Asking): FoundKey {
  if (!(blob instanceof Uint8Array)) return {};
  const parsed = parseCiphertext(blob);
  if (!parsed) return { verdict: invalidCiphertext() };
  const material = asking.world.table(materials).firstBy('tag', parsed.tag);
  const key = material && asking.world.table(keys).firstBy('place', placeOf(asking.region, material.keyId));
  if (key) return { key };
  const { principal, action } = asking;
  return {
    verdict: notAuthorizedOrMissing(principal.arn, action, 'the resource associated with this ciphertext'),
  };
}
