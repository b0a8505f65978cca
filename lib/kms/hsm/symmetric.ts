import { hexToBytes } from '../../base';
import { type AesGcmCipher, prepareAesGcm } from '../../crypto';
import type { MaterialRecord } from '../records/material';
import {
  assemble,
  copyHeader,
  HEADER_LENGTH,
  MESSAGE_RANDOM_LENGTH,
  NONCE_LENGTH,
  type ParsedCiphertext,
  writeHeader,
} from './ciphertext';
import { type EncryptionContext, withContext } from './context';

/** Gives the HSM's own bytes of a piece of material. */
export type MaterialBytes = (material: MaterialRecord) => Uint8Array;

/** Each takes about 1 KB. */
const CACHED_CIPHERS = 131_072;

interface Prepared {
  readonly cipher: AesGcmCipher;
  readonly tag: Uint8Array;
}

/** AES-256-GCM under a KMS key's material. */
export class SymmetricCiphers {
  private readonly ciphers = new Map<string, Prepared>();
  private readonly bytesOf: MaterialBytes;

  constructor(bytesOf: MaterialBytes) {
    this.bytesOf = bytesOf;
  }

  /** @param random fresh bytes, as many as `MESSAGE_RANDOM_LENGTH` says. */
  encrypt(
    material: MaterialRecord,
    plaintext: Uint8Array,
    context: EncryptionContext | undefined,
    random: Uint8Array,
  ): Uint8Array {
    const { cipher, tag } = this.prepared(material);
    const authenticated = withContext(context, HEADER_LENGTH);
    writeHeader(authenticated, tag, random);
    const nonce = random.subarray(MESSAGE_RANDOM_LENGTH - NONCE_LENGTH);
    return assemble(authenticated, nonce, cipher.seal(nonce, plaintext, authenticated));
  }

  /** Undefined when blob, context and material do not belong together. */
  decrypt(
    material: MaterialRecord,
    { blob, nonce, sealed }: ParsedCiphertext,
    context: EncryptionContext | undefined,
  ): Uint8Array | undefined {
    const authenticated = withContext(context, HEADER_LENGTH);
    copyHeader(authenticated, blob);
    return this.prepared(material).cipher.open(nonce, sealed, authenticated);
  }

  private prepared(material: MaterialRecord): Prepared {
    let prepared = this.ciphers.get(material.materialId);
    if (!prepared) {
      if (this.ciphers.size >= CACHED_CIPHERS) this.ciphers.clear();
      prepared = { cipher: prepareAesGcm(this.bytesOf(material)), tag: hexToBytes(material.tag) };
      this.ciphers.set(material.materialId, prepared);
    }
    return prepared;
  }
}
