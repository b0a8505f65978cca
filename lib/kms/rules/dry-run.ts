import type { Refusal } from '../../aws';
import { mustNotBeNull } from './errors';

/** A request whose ciphertext need not be looked at, nor even be there. fact: kms-engine 1.4 (DryRun) */
interface DryRunInput {
  readonly CiphertextBlob?: Uint8Array | undefined;
  readonly KeyId?: string | undefined;
  readonly SourceKeyId?: string | undefined;
  readonly DryRun?: boolean | undefined;
  readonly DryRunModifiers?: readonly string[] | undefined;
}

/** assumed: a modifier without DryRun has no effect */
export function looksAtPermissionAlone({ DryRun, DryRunModifiers }: DryRunInput): boolean {
  return DryRun === true && (DryRunModifiers ?? []).includes('IGNORE_CIPHERTEXT');
}

/** @param keyMember the member that names the key, which must be there when the ciphertext is ignored. */
export function missingCiphertext(
  input: DryRunInput,
  keyMember: 'KeyId' | 'SourceKeyId',
): Refusal | undefined {
  if (!looksAtPermissionAlone(input))
    return input.CiphertextBlob ? undefined : mustNotBeNull('CiphertextBlob');
  return input[keyMember] === undefined ? mustNotBeNull(keyMember) : undefined;
}
