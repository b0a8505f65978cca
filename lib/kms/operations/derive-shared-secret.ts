import { shape } from '../../aws';
import { ecdh, parseSpki } from '../../crypto';
import { declare } from '../declaring/declare';
import { validation, wrongAlgorithm, wrongUsage } from '../rules/errors';
import { algorithmsOf } from '../rules/key-specs';
import { grantTokens, keyAgreementAlgorithm, keyId, origin, publicKey, recipient } from '../rules/shapes';
import { keyPairFor } from '../use/asymmetric';
import { forRecipient, recipientConditions, refuseRecipient } from '../use/recipient';

/**
 * Agrees on a shared secret with the holder of another key on the same curve: the raw x coordinate of ECDH.
 * refuses: InvalidKeyUsage, Validation without a text for a peer's key that is none. fact: kms-engine 1.6, 2.4
 */
export const deriveSharedSecret = declare({
  name: 'DeriveSharedSecret',
  about: 'Derives a shared secret from your private key inside KMS and the public key of your peer.',
  input: shape.structure(
    {
      KeyId: keyId,
      KeyAgreementAlgorithm: keyAgreementAlgorithm,
      PublicKey: publicKey,
      GrantTokens: grantTokens,
      DryRun: shape.boolean(),
      Recipient: recipient,
    },
    ['KeyId', 'KeyAgreementAlgorithm', 'PublicKey'],
  ),
  output: shape.structure({
    KeyId: shape.string(),
    SharedSecret: shape.blob({ sensitive: true }),
    CiphertextForRecipient: shape.blob(),
    KeyAgreementAlgorithm: shape.string(),
    KeyOrigin: origin,
  }),
  readOnly: true,
  crossAccount: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'any',
      grant: 'DeriveSharedSecret',
      conditions: (input) => ({
        'kms:KeyAgreementAlgorithm': [input.KeyAgreementAlgorithm],
        ...recipientConditions(input.Recipient),
      }),
    },
  },
  validate: (input) => refuseRecipient(input.Recipient),
  handle: ({ input, call, keys: { key } }) => {
    const algorithm = input.KeyAgreementAlgorithm;
    if (key.keyUsage !== 'KEY_AGREEMENT') return wrongUsage(key, 'DeriveSharedSecret');
    if (!algorithmsOf(key.keySpec, key.keyUsage).includes(algorithm)) return wrongAlgorithm(algorithm, key);
    const secret = agree(keyPairFor(call, key).privateKey, input.PublicKey);
    if (!secret) return validation();
    return {
      KeyId: key.arn,
      ...forRecipient(call, input.Recipient, 'SharedSecret', secret),
      KeyAgreementAlgorithm: algorithm,
      KeyOrigin: key.origin,
    };
  },
});

function agree(
  own: ReturnType<typeof keyPairFor>['privateKey'],
  peerSpki: Uint8Array,
): Uint8Array | undefined {
  const peer = parseSpki(peerSpki);
  if (!peer.ok || !('point' in peer.key) || !('scalar' in own)) return undefined;
  const { algorithm: curve, point } = peer.key;
  return ecdh({ curve: own.algorithm, scalar: own.scalar }, { curve, point });
}
