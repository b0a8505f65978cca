import { type Call, regionalArn } from '../aws';
import { bytesToHex, uuidOf } from '../base';
import { type KeyRecord, keys, type Origin, type Tag } from './records/key';
import { type MaterialRecord, materials } from './records/material';
import { isSymmetric, type KeySpec, type KeyUsage } from './rules/key-specs';

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
}

/** Makes a key, and its first material where KMS generates it. */
export function createKeyRecord(call: Call, wanted: NewKey): KeyRecord {
  const id = call.random('key-id', 16);
  const keyId = wanted.multiRegion ? `mrk-${bytesToHex(id)}` : uuidOf(id);
  const { multiRegion, ...rest } = wanted;
  const generated = wanted.origin === 'AWS_KMS';
  const material = generated ? generateMaterial(call, keyId, wanted.keySpec, 0) : undefined;
  return call.world.put(keys, {
    ...rest,
    arn: regionalArn('kms', wanted.region, wanted.account, `key/${keyId}`),
    keyId,
    createdAtMs: call.nowMs,
    state: wanted.origin === 'EXTERNAL' ? 'PendingImport' : 'Enabled',
    multiRegion: multiRegion ? 'PRIMARY' : undefined,
    currentMaterialId: material && isSymmetric(wanted.keySpec) ? material.materialId : undefined,
    onDemandRotations: 0,
  });
}

/** Fresh material that KMS generates: a descriptor; the bytes follow from it inside the HSM. */
export function generateMaterial(call: Call, keyId: string, spec: KeySpec, ordinal: number): MaterialRecord {
  return call.world.put(materials, {
    materialId: bytesToHex(call.random(`material/${keyId}/${ordinal}`, 32)),
    keyId,
    spec,
    tag: bytesToHex(call.random(`tag/${keyId}/${ordinal}`, 32)),
    state: 'CURRENT',
    createdAtMs: call.nowMs,
    ordinal,
  });
}
