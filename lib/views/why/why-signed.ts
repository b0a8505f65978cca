import { metadataOf } from '../../kms';
import { askAgain } from '../ask-again';
import { type Explanation, inputText, keyOf, namedKey, type Refused } from './why-case';

/**
 * KMS says only no. The lab asks again with the key's other ways of signing, and tells where one fits.
 * fact: kms-engine 2.3
 */
const wrongSignature: Explanation = (refused) => {
  const algorithm = inputText(refused, 'SigningAlgorithm');
  const type = inputText(refused, 'MessageType') ?? 'RAW';
  const fitting = waysOf(refused).find((way) => isVerified(refused, way));
  return {
    sentence: `Message, key and signature do not belong together under \`${algorithm}\` with a message of type \`${type}\`. KMS does not say which of them is wrong.`,
    fix: fitting
      ? `The lab knows: the signature fits with \`--signing-algorithm ${fitting.SigningAlgorithm} --message-type ${fitting.MessageType}\`.`
      : 'The lab knows: it fits under no other algorithm of this key. Other bytes were signed than these, or another key signed them.',
  };
};

interface Way {
  readonly SigningAlgorithm: string;
  readonly MessageType: 'RAW' | 'DIGEST';
}

/** Every way in which the named key can sign. */
function waysOf(refused: Refused): readonly Way[] {
  const name = namedKey(refused);
  const key = name === undefined ? undefined : keyOf(refused, name);
  const algorithms = key ? (metadataOf(refused.scene.world, key).SigningAlgorithms ?? []) : [];
  return algorithms.flatMap((SigningAlgorithm): readonly Way[] => [
    { SigningAlgorithm, MessageType: 'RAW' },
    { SigningAlgorithm, MessageType: 'DIGEST' },
  ]);
}

function isVerified({ scene, commit }: Refused, way: Way): boolean {
  return askAgain(scene, commit, { ...commit.request.input, ...way }).ok;
}

const wrongMac: Explanation = () => ({
  sentence:
    'Message, key and MAC do not belong together: other bytes than were authenticated, another key, or a MAC that was cut off.',
  fix: 'Give exactly the bytes that GenerateMac was given, and the whole MAC. `fileb://` passes bytes, and a text typed in is one byte longer where a line end came with it.',
});

/** Signatures and MACs that do not fit. */
export const signatureRules: Readonly<Record<string, readonly Explanation[]>> = {
  KMSInvalidSignatureException: [wrongSignature],
  KMSInvalidMacException: [wrongMac],
};
