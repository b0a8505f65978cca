import { keyIn } from '../keys/multi-region';
import { invalidCiphertext, notAuthorizedOrMissing } from '../rules/errors';
import { readCiphertext } from '../use/read-ciphertext';
import type { Asking, FoundKey } from './lookup';

/**
 * Finds the key that a symmetric ciphertext names in its header. Ciphertext of an asymmetric key names none.
 * fact: kms-engine 5.2
 */
export function findByCiphertext(blob: unknown, asking: Asking): FoundKey {
  if (!(blob instanceof Uint8Array)) return {};
  const { world, region, principal, action } = asking;
  const ciphertext = readCiphertext(world, blob);
  if (!ciphertext) return { verdict: invalidCiphertext() };
  const { material } = ciphertext;
  const key = material && keyIn(world, region, material.keyId);
  if (key) return { key, ciphertext };
  return {
    verdict: notAuthorizedOrMissing(principal.arn, action, 'the resource associated with this ciphertext'),
  };
}
