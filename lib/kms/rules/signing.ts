import type { Refusal } from '../../aws';
import { digestLength, EXTERNAL_MU_LENGTH, type SignedMessage } from '../hsm/signatures';
import type { KeyRecord } from '../records/key';
import { validation, wrongAlgorithm, wrongUsage } from './errors';
import { algorithmsOf } from './key-specs';

/** What Sign and Verify have in common. */
export interface SigningInput {
  readonly Message: Uint8Array;
  readonly MessageType?: SignedMessage['type'] | undefined;
  readonly SigningAlgorithm: string;
}

export function messageOf({ Message, MessageType, SigningAlgorithm }: SigningInput): SignedMessage {
  return { algorithm: SigningAlgorithm, type: MessageType ?? 'RAW', bytes: Message };
}

/**
 * Whether key, algorithm and message fit each other.
 * refuses: InvalidKeyUsage, Validation. fact: kms-engine 2.3, 4.3. assumed: the texts about message types
 */
export function refuseSigning(
  key: KeyRecord,
  operation: string,
  message: SignedMessage,
): Refusal | undefined {
  const { algorithm } = message;
  if (key.keyUsage !== 'SIGN_VERIFY') return wrongUsage(key, operation);
  if (!algorithmsOf(key.keySpec, key.keyUsage).includes(algorithm)) return wrongAlgorithm(algorithm, key);
  if (!messageTypesOf(algorithm).includes(message.type)) {
    return validation(`MessageType ${message.type} is not compatible with algorithm ${algorithm}.`);
  }
  const wanted =
    message.type === 'DIGEST'
      ? digestLength(algorithm)
      : message.type === 'EXTERNAL_MU'
        ? EXTERNAL_MU_LENGTH
        : undefined;
  if (wanted === undefined || message.bytes.length === wanted) return undefined;
  return validation(`Digest is invalid length for algorithm ${algorithm}.`);
}

function messageTypesOf(algorithm: string): readonly SignedMessage['type'][] {
  switch (algorithm) {
    case 'ED25519_SHA_512':
      return ['RAW'];
    case 'ED25519_PH_SHA_512':
      return ['DIGEST'];
    case 'ML_DSA_SHAKE_256':
      return ['RAW', 'EXTERNAL_MU'];
    default:
      return ['RAW', 'DIGEST'];
  }
}
