import { purposeOf, seededBytes } from '../../base';
import { prepareAesGcm } from '../../crypto';
import { assemble, copyHeader, HEADER_LENGTH, type ParsedCiphertext, parseCiphertext } from './ciphertext';
import { type EncryptionContext, withContext } from './context';

/*
 * The second layer of a key in an external key store: what KMS encrypted is encrypted again by the external key
 * manager, so that it takes both to read it. fact: kms-engine 9.1
 */

/** Names one key of one manager. assumed: all proxies of an account lead to the same manager */
export interface ExternalKeyName {
  readonly account: string;
  readonly xksKeyId: string;
}

export const EXTERNAL_NONCE_LENGTH = 12;

/** @param nonce fresh bytes, as many as `EXTERNAL_NONCE_LENGTH` says */
export function sealExternally(
  seed: string,
  name: ExternalKeyName,
  blob: Uint8Array,
  context: EncryptionContext | undefined,
  nonce: Uint8Array,
): Uint8Array {
  const inner = parseCiphertext(blob) as ParsedCiphertext;
  const authenticated = authenticatedOf(blob, context);
  const outer = cipher(seed, name).seal(nonce, inner.sealed, authenticated);
  const sealed = new Uint8Array(nonce.length + outer.length);
  sealed.set(nonce);
  sealed.set(outer, nonce.length);
  return assemble(blob, inner.nonce, sealed);
}

/** What KMS encrypted, or undefined when the external key does not accept ciphertext and context. */
export function openExternally(
  seed: string,
  name: ExternalKeyName,
  outer: ParsedCiphertext,
  context: EncryptionContext | undefined,
): ParsedCiphertext | undefined {
  if (outer.sealed.length <= EXTERNAL_NONCE_LENGTH) return undefined;
  const nonce = outer.sealed.subarray(0, EXTERNAL_NONCE_LENGTH);
  const authenticated = authenticatedOf(outer.blob, context);
  const sealed = cipher(seed, name).open(nonce, outer.sealed.subarray(EXTERNAL_NONCE_LENGTH), authenticated);
  return sealed && { ...outer, sealed };
}

function authenticatedOf(blob: Uint8Array, context: EncryptionContext | undefined): Uint8Array {
  const authenticated = withContext(context, HEADER_LENGTH);
  copyHeader(authenticated, blob);
  return authenticated;
}

/** The manager's key. A store takes at most 1,800 requests a second, so it is made ready each time. */
function cipher(seed: string, { account, xksKeyId }: ExternalKeyName) {
  return prepareAesGcm(seededBytes(seed, purposeOf('external-key', account, xksKeyId), 32));
}
