import type { Refusal } from '../../aws';
import type { WrappingAlgorithm, WrappingKeySpec } from '../hsm/wrapping-keys';
import type { KeyRecord } from '../records/key';
import { validation } from './errors';
import { KEY_SPECS } from './key-specs';

interface WrappingRequest {
  readonly WrappingAlgorithm: WrappingAlgorithm | 'RSAES_PKCS1_V1_5' | 'SM2PKE';
  readonly WrappingKeySpec: WrappingKeySpec | 'SM2';
}

/** Wrapping that KMS offers outside China. */
export interface OfferedWrapping {
  readonly algorithm: WrappingAlgorithm;
  readonly spec: WrappingKeySpec;
}

/** fact: kms-engine 8.2. assumed: all texts, and that SM2 is refused everywhere: the lab has no Region in China */
export function wrappingOf(request: WrappingRequest): OfferedWrapping | Refusal {
  const { WrappingAlgorithm: algorithm, WrappingKeySpec: spec } = request;
  if (algorithm === 'RSAES_PKCS1_V1_5' || algorithm === 'SM2PKE') {
    return validation(`WrappingAlgorithm ${algorithm} is not supported`);
  }
  return spec === 'SM2' ? validation(`WrappingKeySpec ${spec} is not supported`) : { algorithm, spec };
}

/** What is too long, or not offered, for this kind of material. fact: kms-engine 8.2. assumed: the text */
export function refuseWrappingOf(key: KeyRecord, { algorithm, spec }: OfferedWrapping): Refusal | undefined {
  const { family } = KEY_SPECS[key.keySpec];
  const isHybrid = algorithm.startsWith('RSA_AES_');
  const isTooLong =
    family === 'rsa' ? !isHybrid : key.keySpec === 'ECC_NIST_P521' && spec === 'RSA_2048' && !isHybrid;
  const isShort = family === 'symmetric' || family === 'hmac';
  if (!isTooLong && !(isShort && isHybrid)) return undefined;
  return validation(
    `WrappingAlgorithm ${algorithm} with WrappingKeySpec ${spec} is not supported for KeySpec ${key.keySpec}`,
  );
}
