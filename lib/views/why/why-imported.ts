import { type Explanation, namedKey, say } from './why-case';

const NEW_PARAMETERS =
  'Ask for new ones with `aws kms get-parameters-for-import`, wrap the material with the public key that comes with them, and import with their token.';

/** What was wrapped does not open. For a ciphertext the same name of error says something else. fact: kms-engine 8.3 */
const doesNotUnwrap: Explanation = ({ commit }) => {
  if (commit.request.operation !== 'ImportKeyMaterial') return undefined;
  return {
    sentence:
      'The wrapped material does not open: it was wrapped with another public key, by another algorithm than the parameters were asked for, or its bytes were changed.',
    fix: 'Wrap it with the public key that came with this token and the algorithm that was asked for. For RSAES_OAEP_SHA_256 the MGF1 digest is SHA-256 as well.',
  };
};

/** fact: kms-engine 8.3, 6.4 */
const wrongMaterial: Explanation = (refused) => {
  const isNew = refused.commit.request.input.ImportType === 'NEW_KEY_MATERIAL';
  const name = namedKey(refused);
  return {
    sentence: isNew
      ? 'New key material was announced, and the key has had these bytes before, or they are of the wrong length.'
      : 'A key takes back only the material it had: these are other bytes, of the wrong length, or not those whose id was named. What the old bytes wrapped, only the old bytes open.',
    fix: isNew
      ? 'Import it as `EXISTING_KEY_MATERIAL`, or make new bytes.'
      : 'Import the bytes you kept. To rotate a symmetric key to new bytes say `--import-type NEW_KEY_MATERIAL`; for anything else make a new key.',
    command: name && `aws kms list-key-rotations --key-id ${name} --include-key-material ALL_KEY_MATERIAL`,
  };
};

/** Key material that is brought. */
export const importRules: Readonly<Record<string, readonly Explanation[]>> = {
  InvalidCiphertextException: [doesNotUnwrap],
  IncorrectKeyMaterialException: [wrongMaterial],
  InvalidImportTokenException: say(
    'The import token is not one of this key: a token belongs to one key in one Region, and to the public key it came with.',
    NEW_PARAMETERS,
  ),
  ExpiredImportTokenException: say(
    'The import token is more than 24 hours old. The public key that came with it is of no more use either.',
    NEW_PARAMETERS,
  ),
};
