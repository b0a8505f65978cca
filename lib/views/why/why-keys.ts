import type { WhyView } from '../model';
import { shortId } from '../words';
import {
  aliasElsewhere,
  type Explanation,
  inputText,
  keyElsewhere,
  keyOf,
  keysOfMaterial,
  namedKey,
  say,
  wrapperOf,
} from './why-case';

/** An alias is a name in one Region. fact: kms-engine 2 */
const aliasMissing: Explanation = (refused) => {
  const name = namedKey(refused) ?? inputText(refused, 'AliasName');
  if (!name?.includes('alias/')) return undefined;
  const { region } = refused.commit.request;
  const elsewhere = aliasElsewhere(refused, name);
  if (!elsewhere)
    return {
      sentence: `No alias of this name exists in ${region}.`,
      command: `aws kms list-aliases --region ${region}`,
    };
  return {
    sentence: `Aliases are regional: this one exists in ${elsewhere.region}, not in ${region}.`,
    fix: `Make the alias in ${region} too, pointing at a key there.`,
    command: `aws kms list-aliases --region ${elsewhere.region}`,
  };
};

const keyMissing: Explanation = (refused) => {
  const name = namedKey(refused);
  if (name === undefined) return undefined;
  const { region } = refused.commit.request;
  const elsewhere = keyElsewhere(refused, name);
  if (!elsewhere)
    return {
      sentence: `No key of this id exists in ${region}: it was never here, or its deletion is done.`,
      command: `aws kms list-keys --region ${region}`,
    };
  const fix = elsewhere.multiRegion
    ? `Replicate it to ${region}, or ask in ${elsewhere.region}.`
    : `Ask in ${elsewhere.region}: a single-Region key never leaves its Region.`;
  return { sentence: `This key lives in ${elsewhere.region}. KMS in ${region} knows nothing of it.`, fix };
};

const wrongKeyNamed: Explanation = (refused) => {
  const made = wrapperOf(refused);
  const named = namedKey(refused);
  if (!made || named === undefined) return undefined;
  const holder = keysOfMaterial(refused.scene, made.keyId)[0];
  const wrapped = holder ? `key ${shortId(holder.keyId)}` : 'a key that is gone';
  return {
    sentence: `The request names \`${named}\`, and another key wrapped this blob (the lab knows: ${wrapped}, material ${made.seal.label}). Pointing an alias at a new key does nothing for what the old key wrapped.`,
    fix: 'Leave `--key-id` out so that KMS reads the key from the ciphertext, or re-encrypt the blob under the new key.',
  };
};

const wrongKey: Explanation = () => ({ sentence: 'The key that is named did not make this ciphertext.' });

/** KMS answers without a text, so that nothing can be learned from it. fact: kms-engine 5.2 */
const invalidCiphertext: Explanation = (refused) => {
  const made = wrapperOf(refused);
  const context =
    refused.commit.request.input.EncryptionContext ?? refused.commit.request.input.SourceEncryptionContext;
  if (!made)
    return {
      sentence: 'These bytes are no ciphertext of KMS: they are cut off, changed, or still base64 text.',
      fix: 'Pass the raw bytes: `fileb://` with a file that was base64-decoded.',
    };
  const said = context ? `\`${JSON.stringify(context)}\`` : 'none';
  return {
    sentence: `The key is right (the lab knows: material ${made.seal.label}), so either the encryption context is not the one used to encrypt, or bytes were changed. The request's context is ${said}. KMS does not say which.`,
    fix: 'Give exactly the pairs that were given when it was encrypted: same names, same values, same case.',
  };
};

const STATES: Readonly<Record<string, WhyView>> = {
  Disabled: {
    sentence: 'The key is disabled. Nothing can be encrypted or decrypted with it.',
    fix: 'Enable it.',
  },
  PendingDeletion: {
    sentence:
      'The key is pending deletion. It is unusable from the first day of the waiting period, not the last.',
    fix: 'Cancel the deletion, then enable the key: it comes back disabled.',
  },
  PendingReplicaDeletion: {
    sentence: 'The primary key waits for its replicas to be deleted before its own waiting period begins.',
    fix: 'Cancel the deletion, then enable the key.',
  },
  Creating: { sentence: 'The replica is still being made.', fix: 'Wait a moment of lab time and ask again.' },
  Updating: {
    sentence: 'The primary Region of the set is being changed.',
    fix: 'Wait a moment of lab time and ask again.',
  },
  PendingImport: { sentence: 'The key has no key material yet.', fix: 'Import key material.' },
  Unavailable: {
    sentence: 'The key store behind the key cannot be reached.',
    fix: 'Connect the custom key store.',
  },
  Enabled: { sentence: 'The key is enabled: there is no deletion to cancel and nothing to wait for.' },
};

/** fact: kms-engine 3.2 */
const wrongState: Explanation = (refused) => {
  const named = namedKey(refused);
  const made = wrapperOf(refused);
  const { region } = refused.commit.request;
  const key = (named && keyOf(refused, named)) || (made && keyElsewhereOrHere(refused, made.keyId, region));
  const why = key && STATES[key.state];
  // An external key store can fail a request while the key is enabled: AWS's text says how.
  if (!key || !why || (refused.stage === 'HSM' && key.state === 'Enabled')) return undefined;
  const mend =
    key.state === 'Disabled'
      ? 'enable-key'
      : key.state === 'PendingDeletion'
        ? 'cancel-key-deletion'
        : undefined;
  return mend ? { ...why, command: `aws kms ${mend} --region ${region} --key-id ${key.keyId}` } : why;
};

function keyElsewhereOrHere(refused: Parameters<Explanation>[0], keyId: string, region: string) {
  return keysOfMaterial(refused.scene, keyId).find((key) => key.region === region);
}

const wrongUsage: Explanation = () => ({
  sentence: 'The kind of key does not fit: its `KeyUsage` and `KeySpec` are fixed when it is made.',
  fix: 'Use a key made for this: ENCRYPT_DECRYPT to encrypt, SIGN_VERIFY to sign, GENERATE_VERIFY_MAC for HMACs.',
});

export const keyRules: Readonly<Record<string, readonly Explanation[]>> = {
  NotFoundException: [aliasMissing, keyMissing],
  IncorrectKeyException: [wrongKeyNamed, wrongKey],
  InvalidCiphertextException: [invalidCiphertext],
  DisabledException: [wrongState],
  KMSInvalidStateException: [wrongState],
  InvalidKeyUsageException: [wrongUsage],
  DryRunOperationException: say(
    'Nothing is wrong: the request would have succeeded, and `--dry-run` was given.',
    'Leave `--dry-run` out.',
  ),
  AlreadyExistsException: say(
    'Something of this name exists already in this Region.',
    'Choose another name, or update what is there: `aws kms update-alias`.',
  ),
  InvalidAliasNameException: say(
    'The alias name is not allowed: it begins with `alias/`, and `alias/aws/` belongs to AWS.',
  ),
  MalformedPolicyDocumentException: say(
    'The key policy cannot be taken: its JSON is broken, it names a principal that does not exist, or nobody could change it afterwards (the lockout safety check).',
    'Let one statement allow the caller `kms:PutKeyPolicy`, and name only principals that exist.',
  ),
  UnsupportedOperationException: say(
    'This kind of key does not know the operation: rotation, for example, is for symmetric keys whose material AWS made, and only the primary of a multi-Region set.',
  ),
};
