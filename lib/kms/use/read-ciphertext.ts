import type { AwsWorld } from '../../aws';
import { type ParsedCiphertext, parseCiphertext } from '../hsm/ciphertext';
import { keys } from '../records/key';
import { type MaterialRecord, materials } from '../records/material';

/** A symmetric ciphertext taken apart, and the material that its header names. */
export interface NamedMaterial {
  readonly parsed: ParsedCiphertext;
  /** Absent when no key of the lab has it. */
  readonly material: MaterialRecord | undefined;
}

/** Undefined for whatever KMS did not make with a symmetric key. */
export function readCiphertext(world: AwsWorld, blob: Uint8Array): NamedMaterial | undefined {
  const parsed = parseCiphertext(blob);
  return parsed && { parsed, material: world.table(materials).firstBy('tag', parsed.tag) };
}

/** Which key made a ciphertext, and every key that holds the same material. */
export interface SealOfCiphertext {
  readonly materialId: string;
  readonly keyId: string;
  /** ARNs of the single-Region key, or of all members of the multi-Region set. */
  readonly arns: readonly string[];
}

/**
 * What the lab knows of a ciphertext, whatever Region and account it is looked at from. KMS itself tells nobody,
 * so this is for screens that mark it as the lab's own knowledge, and never for an operation.
 * Undefined when no key of the lab made it, or when that key is gone.
 */
export function materialOfCiphertext(world: AwsWorld, blob: Uint8Array): SealOfCiphertext | undefined {
  const material = readCiphertext(world, blob)?.material;
  if (!material) return undefined;
  const { materialId, keyId } = material;
  return { materialId, keyId, arns: world.table(keys).idsBy('keyId', keyId) };
}
