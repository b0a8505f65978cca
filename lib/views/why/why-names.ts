import { type Explanation, keyOf, namedKey } from './why-case';

/** Operations that change a key want the key itself: an alias may point elsewhere tomorrow. fact: kms-engine 1.4 */
const aliasNotTaken: Explanation = (refused) => {
  const { operation, region } = refused.commit.request;
  const name = namedKey(refused);
  if (!name?.includes('alias/')) return undefined;
  const key = keyOf(refused, name);
  const sentence = `${operation} takes a key id or a key ARN. \`${name}\` is an alias: a name that may point at another key tomorrow.`;
  if (!key) return { sentence, fix: 'Name the key by its id or its ARN.' };
  return {
    sentence,
    fix: `Name the key that the alias points at: \`${key.keyId}\`.`,
    command: `aws kms describe-key --region ${region} --key-id ${name} --query KeyMetadata.KeyId --output text`,
  };
};

const notAnArnOfKms: Explanation = (refused) => {
  const name = namedKey(refused);
  if (name === undefined) return undefined;
  return {
    sentence: `\`${name}\` is not the ARN of a KMS key or an alias.`,
    fix: 'Such an ARN reads `arn:aws:kms:REGION:ACCOUNT:key/ID`. In its own Region and account the key id alone will do.',
  };
};

/** The key was found: the ARN that cannot be taken is that of a principal. */
const notAPrincipal: Explanation = ({ stage, refusal }) => {
  if (stage === 'key') return undefined;
  return {
    sentence: `An ARN in the request names no principal: ${refusal.message ?? 'it cannot be read'}`,
    fix: 'A grant names a user, a role, a session or an account: `arn:aws:iam::ACCOUNT:role/NAME`.',
  };
};

/** Names that cannot be taken. */
export const nameRules: Readonly<Record<string, readonly Explanation[]>> = {
  InvalidArnException: [notAPrincipal, aliasNotTaken, notAnArnOfKms],
};
