import { type Explanation, say } from './why-case';

const throttled: Explanation = ({ commit }) => {
  const { service, region } = commit.request;
  return service === 'kms'
    ? {
        sentence: `More requests than the account's share of a second came in ${region}: KMS counts them over all keys and all callers of the account.`,
        fix: 'Bring the call volume down (data key caching, S3 Bucket Keys), back off and try again; raise the quota last.',
      }
    : { sentence: 'More requests came than the service takes in a second.', fix: 'Back off and try again.' };
};

const malformed: Explanation = ({ refusal }) => ({
  sentence: refusal.message
    ? `The request is not well formed, and so nothing else was looked at: ${refusal.message}`
    : 'The request is not well formed, and so nothing else was looked at.',
});

const badCredentials = say(
  'These credentials belong to nobody: the access key does not exist, is inactive, or was mistyped.',
  'Check `AWS_ACCESS_KEY_ID` and `AWS_PROFILE`; `unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN` goes back to the profile.',
);

const unsigned = say(
  'The request carries no signature, so AWS does not know who asks.',
  'Leave `--no-sign-request` out, or give credentials.',
);

const expired = say(
  'The role session has ended: temporary credentials live for an hour unless said otherwise.',
  'Assume the role again.',
);

/** Refusals that are not about keys. */
export const otherRules: Readonly<Record<string, readonly Explanation[]>> = {
  ThrottlingException: [throttled],
  ProvisionedThroughputExceededException: [throttled],
  ValidationException: [malformed],
  ValidationError: [malformed],
  InvalidParameterValue: [malformed],
  UnrecognizedClientException: badCredentials,
  InvalidClientTokenId: badCredentials,
  InvalidAccessKeyId: badCredentials,
  AuthFailure: badCredentials,
  MissingAuthenticationTokenException: unsigned,
  MissingAuthenticationToken: unsigned,
  ExpiredTokenException: expired,
  ExpiredToken: expired,
  ConditionalCheckFailedException: say(
    'The condition of the write did not hold: the item is not as the condition wants it.',
    'That is what the condition is for: read the item and decide again.',
  ),
  ResourceNotFoundException: say(
    'Nothing of this name exists in this Region.',
    'Check the Region and the name.',
  ),
  NoSuchBucket: say('No bucket of this name exists.', 'Bucket names are global: check the spelling.'),
  NoSuchKey: say('The bucket holds no object of this key.', 'List the bucket to see what it holds.'),
  NoSuchEntity: say('No user, role or policy of this name exists in the account.'),
  EntityAlreadyExists: say('A user, role or policy of this name exists already.'),
};
