import { type Call, isRefusal, type Refusal } from '../../aws';
import { bytesToHex, purposeOf } from '../../base';
import { encodePkcs8, encodeSpki } from '../../crypto';
import type { EncryptionContext } from '../hsm/context';
import { derivePrivateKey, keyPairOf } from '../hsm/private-keys';
import type { KeyRecord } from '../records/key';
import type { KeySpec } from '../rules/key-specs';
import { type Encrypted, encryptUnder } from './encryption';

export interface DataKeyPair extends Encrypted {
  /** DER PrivateKeyInfo. */
  readonly privateKey: Uint8Array;
  /** DER SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
}

/** An asymmetric key pair for use outside KMS; its private half is also encrypted under the KMS key. fact: kms-engine 2.5 */
export function generateDataKeyPair(
  call: Pick<Call, 'world' | 'random'>,
  key: KeyRecord,
  pairSpec: KeySpec,
  context: EncryptionContext | undefined,
  operation: string,
): DataKeyPair | Refusal {
  const purpose = purposeOf('data-key-pair', bytesToHex(call.random('data-key-pair', 16)));
  const made = keyPairOf(derivePrivateKey(call.world.seed, purpose, pairSpec, undefined));
  const privateKey = encodePkcs8(made.privateKey, made.publicKey);
  const encrypted = encryptUnder(
    { key, algorithm: 'SYMMETRIC_DEFAULT', context, operation, call },
    privateKey,
  );
  if (isRefusal(encrypted)) return encrypted;
  return { ...encrypted, privateKey, publicKey: encodeSpki(made.publicKey) };
}
