import type { AwsWorld } from '../../aws';
import { purposeOf, seededBytes } from '../../base';
import type { MaterialRecord } from '../records/material';
import { SymmetricCiphers } from './symmetric';

/**
 * The one place where key material exists as bytes. It is derived from the lab's seed and the material's id
 * when it is first needed, so that no record, commit, run or screen ever carries it.
 */
export class Hsm {
  readonly symmetric: SymmetricCiphers;
  private readonly world: AwsWorld;

  constructor(world: AwsWorld) {
    this.world = world;
    this.symmetric = new SymmetricCiphers((material) => this.bytesOf(material));
  }

  private bytesOf(material: MaterialRecord): Uint8Array {
    return seededBytes(this.world.seed, purposeOf('material', material.materialId), 32);
  }
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
