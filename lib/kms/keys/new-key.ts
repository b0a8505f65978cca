import { type AwsWorld, type Call, regionalArn } from '../../aws';
import { bytesToHex, purposeOf, seededBytes, uuidOf } from '../../base';
import { materialPurpose } from '../hsm/hsm';
import { searchPrimes } from '../hsm/private-keys';
import { type KeyRecord, keys, type Origin, type Tag } from '../records/key';
import { type MaterialRecord, materials } from '../records/material';
import { isSymmetric, type KeySpec, type KeyUsage } from '../rules/key-specs';

/** What distinguishes one new key from another. */
export interface NewKey {
  readonly account: string;
  readonly region: string;
  readonly keySpec: KeySpec;
  readonly keyUsage: KeyUsage;
  readonly origin: Origin;
  readonly multiRegion: boolean;
  readonly description: string;
  readonly policy: string;
  readonly tags: readonly Tag[];
  readonly manager: 'AWS' | 'CUSTOMER';
  readonly customKeyStoreId?: string | undefined;
  readonly xksKeyId?: string | undefined;
}

/** Makes a key, and its first material unless that is imported. A CloudHSM cluster's material is the HSM's here. */
export function createKeyRecord(call: Call, wanted: NewKey): KeyRecord {
  const id = call.random('key-id', 16);
  const keyId = wanted.multiRegion ? `mrk-${bytesToHex(id)}` : uuidOf(id);
  const generated = wanted.origin !== 'EXTERNAL';
  const material = generated ? generateMaterial(call.world, keyId, wanted.keySpec, 0) : undefined;
  // One by one, what every request reads first: so a record lies in one piece.
  return call.world.put(keys, {
    arn: regionalArn('kms', wanted.region, wanted.account, `key/${keyId}`),
    account: wanted.account,
    region: wanted.region,
    keySpec: wanted.keySpec,
    keyUsage: wanted.keyUsage,
    state: generated ? 'Enabled' : 'PendingImport',
    policy: wanted.policy,
    customKeyStoreId: wanted.customKeyStoreId,
    xksKeyId: wanted.xksKeyId,
    keyId,
    currentMaterialId: material && isSymmetric(wanted.keySpec) ? material.materialId : undefined,
    multiRegion: wanted.multiRegion ? 'PRIMARY' : undefined,
    origin: wanted.origin,
    manager: wanted.manager,
    createdAtMs: call.nowMs,
    description: wanted.description,
    tags: wanted.tags,
    onDemandRotations: 0,
  });
}

/**
 * Fresh material that KMS generates: a descriptor; the bytes follow from it inside the HSM.
 * @param ordinal the how manieth of its key, from 0
 * @param rotationType how it becomes current, where it is not the first
 */
export function generateMaterial(
  world: AwsWorld,
  keyId: string,
  spec: KeySpec,
  ordinal: number,
  rotationType?: 'AUTOMATIC' | 'ON_DEMAND',
): MaterialRecord {
  const random = (what: string) => bytesToHex(seededBytes(world.seed, purposeOf(what, keyId, ordinal), 32));
  const materialId = random('material-id');
  return world.put(materials, {
    materialId,
    keyId,
    spec,
    tag: random('material-tag'),
    state: 'CURRENT',
    createdAtMs: world.nowMs,
    rotatedAtMs: rotationType && world.nowMs,
    rotationType,
    primeCounters: searchPrimes(world.seed, materialPurpose(materialId), spec),
    ordinal,
  });
}
