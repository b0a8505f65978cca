import { concatBytes, hexToBytes } from '../../base';
import { type AesGcmCipher, prepareAesGcm } from '../../crypto';
import type { MaterialRecord } from '../records/material';
import { assemble, headerOf, type ParsedCiphertext } from './ciphertext';
import { contextBytes, type EncryptionContext } from './context';

/** Gives the HSM's own bytes of a piece of material. */
export type MaterialBytes = (material: MaterialRecord) => Uint8Array;

const CACHED_CIPHERS = 4096;

/** AES-256-GCM under a KMS key's material. */
export class SymmetricCiphers {
  private readonly ciphers = new Map<string, AesGcmCipher>();
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
    const header = headerOf(hexToBytes(material.tag), random);
    const nonce = random.subarray(random.length - 12);
    const sealed = this.cipher(material).seal(nonce, plaintext, concatBytes(header, contextBytes(context)));
    return assemble(header, nonce, sealed);
  }

  /** Undefined when blob, context and material do not belong together. */
  decrypt(
    material: MaterialRecord,
    blob: ParsedCiphertext,
    context: EncryptionContext | undefined,
  ): Uint8Array | undefined {
    return this.cipher(material).open(
      blob.nonce,
      blob.sealed,
      concatBytes(blob.header, contextBytes(context)),
    );
  }

  private cipher(material: MaterialRecord): AesGcmCipher {
    let cipher = this.ciphers.get(material.materialId);
    if (!cipher) {
      if (this.ciphers.size >= CACHED_CIPHERS) this.ciphers.clear();
      cipher = prepareAesGcm(this.bytesOf(material));
      this.ciphers.set(material.materialId, cipher);
    }
    return cipher;
  }
}
