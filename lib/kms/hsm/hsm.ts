import type { AwsWorld } from '../../aws';
import { needs, purposeOf, seededBytes } from '../../base';
import {
  DIGEST_LENGTHS,
  type HashName,
  type HmacKey,
  type PrivateKey,
  parsePkcs8,
  prepareHmac,
} from '../../crypto';
import type { MaterialRecord } from '../records/material';
import type { KeySpec } from '../rules/key-specs';
import { unwrapImported } from './imported-material';
import { derivePrivateKey, type KeyPair, keyPairOf } from './private-keys';
import { SymmetricCiphers } from './symmetric';

/**
 * The one place where key material exists as bytes. It is derived from the lab's seed and the material's id
 * when it is first needed, or unwrapped from what was imported, so that no record, commit, run or screen ever
 * carries it.
 */
export class Hsm {
  readonly symmetric: SymmetricCiphers;
  private readonly world: AwsWorld;
  private readonly pairs = new Map<string, KeyPair>();
  private readonly macKeys = new Map<string, HmacKey>();
  private readonly imported = new Map<string, Uint8Array>();

  constructor(world: AwsWorld) {
    this.world = world;
    this.symmetric = new SymmetricCiphers((material) => this.secretBytes(material, SYMMETRIC_KEY_LENGTH));
  }

  /** Both halves of an asymmetric key. */
  keyPair(material: MaterialRecord): KeyPair {
    let pair = this.pairs.get(material.materialId);
    if (!pair) {
      if (this.pairs.size >= CACHED_PAIRS) this.pairs.clear();
      pair = keyPairOf(this.privateKey(material));
      this.pairs.set(material.materialId, pair);
    }
    return pair;
  }

  macKey(material: MaterialRecord): HmacKey {
    let key = this.macKeys.get(material.materialId);
    if (!key) {
      if (this.macKeys.size >= CACHED_MAC_KEYS) this.macKeys.clear();
      const hash = macHashOf(material.spec);
      key = prepareHmac(hash, this.secretBytes(material, DIGEST_LENGTHS[hash]));
      this.macKeys.set(material.materialId, key);
    }
    return key;
  }

  private privateKey(material: MaterialRecord): PrivateKey {
    const { materialId, spec, primeCounters } = material;
    if (!material.imported) {
      return derivePrivateKey(this.world.seed, materialPurpose(materialId), spec, primeCounters);
    }
    const reading = parsePkcs8(this.importedBytes(material));
    needs(reading.ok, `material ${materialId} was imported and is no private key`);
    return reading.key;
  }

  private secretBytes(material: MaterialRecord, length: number): Uint8Array {
    if (material.imported) return this.importedBytes(material);
    return seededBytes(this.world.seed, materialPurpose(material.materialId), length);
  }

  /** An id stands for the same bytes for ever, so they need no unwrapping twice. */
  private importedBytes(material: MaterialRecord): Uint8Array {
    let bytes = this.imported.get(material.materialId);
    if (!bytes) {
      if (this.imported.size >= CACHED_IMPORTS) this.imported.clear();
      bytes = unwrapImported(this.world, material);
      this.imported.set(material.materialId, bytes);
    }
    return bytes;
  }
}

const SYMMETRIC_KEY_LENGTH = 32;
const CACHED_PAIRS = 512;
const CACHED_MAC_KEYS = 4096;
const CACHED_IMPORTS = 4096;

/** What the seed is asked for, to get the material of this id. */
export function materialPurpose(materialId: string): string {
  return purposeOf('material', materialId);
}

function macHashOf(spec: KeySpec): HashName {
  return `SHA-${spec.slice('HMAC_'.length)}` as HashName;
}

const hsms = new WeakMap<AwsWorld, Hsm>();

/** The HSM of a world. Everything in it can be derived again, so it is no part of the world's state. */
export function hsmOf(world: AwsWorld): Hsm {
  let hsm = hsms.get(world);
  if (!hsm) {
    hsm = new Hsm(world);
    hsms.set(world, hsm);
  }
  return hsm;
}
