import type { Refusal } from '../../aws';
import type { Origin } from '../records/key';
import { validation } from './errors';
import { KEY_SPECS, type KeySpec, type KeyUsage } from './key-specs';

/** The members of CreateKey that say what kind of key it makes. */
export interface NewKeyRequest {
  readonly KeySpec?: KeySpec | undefined;
  readonly CustomerMasterKeySpec?: KeySpec | undefined;
  readonly KeyUsage?: KeyUsage | undefined;
  readonly Origin?: Origin | undefined;
  readonly MultiRegion?: boolean | undefined;
  readonly CustomKeyStoreId?: string | undefined;
  readonly XksKeyId?: string | undefined;
}

export function specOf(request: NewKeyRequest): KeySpec {
  return request.KeySpec ?? request.CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';
}

export function usageOf(request: NewKeyRequest): KeyUsage {
  return request.KeyUsage ?? 'ENCRYPT_DECRYPT';
}

export function originOf(request: NewKeyRequest): Origin {
  return request.Origin ?? 'AWS_KMS';
}

/** What cannot go together in one key. refuses: Validation. fact: kms-engine 1.6, 2.1 */
export function refuseNewKey(request: NewKeyRequest, region: string): Refusal | undefined {
  return refuseSpec(request, region) ?? refuseOrigin(request) ?? refuseStore(request);
}

/**
 * fact: kms-engine 2.1, 4.3, 4.4. assumed: the text about SM2. differs: the lab has none of the SM algorithms, so its
 * China Regions refuse SM2 like all others
 */
function refuseSpec(request: NewKeyRequest, region: string): Refusal | undefined {
  const spec = specOf(request);
  const usage = usageOf(request);
  if (request.KeySpec && request.CustomerMasterKeySpec) {
    return validation(
      'You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.',
    );
  }
  if (!request.KeyUsage && spec !== 'SYMMETRIC_DEFAULT') {
    return validation(
      'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    );
  }
  if (!KEY_SPECS[spec].algorithms[usage]) {
    return validation(`KeyUsage ${usage} is not compatible with KeySpec ${spec}`);
  }
  return spec === 'SM2' ? validation(`KeySpec SM2 is not supported in ${region}`) : undefined;
}

/** fact: kms-engine 2.1, 4.4 (the text is an emulator's) */
function refuseOrigin(request: NewKeyRequest): Refusal | undefined {
  const [spec, origin] = [specOf(request), originOf(request)];
  if (origin === 'AWS_KMS') return undefined;
  const isPossible = origin === 'EXTERNAL' ? KEY_SPECS[spec].importable : spec === 'SYMMETRIC_DEFAULT';
  return isPossible ? undefined : validation(`KeySpec ${spec} is not supported for Origin ${origin}`);
}

/** fact: kms-engine 1.6 (CreateKey). assumed: the texts */
function refuseStore(request: NewKeyRequest): Refusal | undefined {
  const origin = originOf(request);
  const inStore = origin === 'AWS_CLOUDHSM' || origin === 'EXTERNAL_KEY_STORE';
  if (inStore !== (request.CustomKeyStoreId !== undefined)) {
    return validation(
      `CustomKeyStoreId ${inStore ? 'is required' : 'is not supported'} for Origin ${origin}`,
    );
  }
  const isExternal = origin === 'EXTERNAL_KEY_STORE';
  if (isExternal !== (request.XksKeyId !== undefined)) {
    return validation(`XksKeyId ${isExternal ? 'is required' : 'is not supported'} for Origin ${origin}`);
  }
  if (!inStore || !request.MultiRegion) return undefined;
  return validation(`Multi-Region keys are not supported for Origin ${origin}`);
}
