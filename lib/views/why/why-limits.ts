import { type Explanation, say } from './why-case';

/** What AWS counts, in its own words, and that a quota can be raised where it can. fact: kms-engine 12.1 */
const limitReached: Explanation = ({ refusal, commit }) => {
  const isRotation = commit.request.operation === 'RotateKeyOnDemand';
  return {
    sentence: refusal.message ?? 'A quota of the account in this Region is used up.',
    fix: isRotation
      ? 'This limit cannot be raised. Rotate automatically from here on, or make a new key.'
      : 'Remove what is no longer used, or ask Service Quotas for more.',
  };
};

const wrongTags: Explanation = ({ refusal }) => ({
  sentence: `The tags cannot be taken: ${refusal.message}.`,
  fix: 'At most 50 tags, each key once, and none that begins with `aws:`.',
});

/** Counts, and the tokens and markers that AWS hands out. */
export const limitRules: Readonly<Record<string, readonly Explanation[]>> = {
  LimitExceededException: [limitReached],
  TagException: [wrongTags],
  ConflictException: say(
    'Another rotation of this key runs, or the automatic one begins within twenty minutes.',
    'Wait until it is done: the key has new material then anyway.',
  ),
  InvalidMarkerException: say(
    'The marker is not one that this operation handed out.',
    'Give `NextMarker` of the page before unchanged, or leave the marker out to begin again.',
  ),
  InvalidGrantTokenException: say(
    'The grant token is not one that CreateGrant handed out.',
    'Give the whole token, or none: after a few minutes the grant holds without it.',
  ),
  InvalidGrantIdException: say('The grant id is not the id of a grant.', 'List them: `aws kms list-grants`.'),
  KMSInternalException: say(
    'A fault on the side of KMS, or of the key store behind the key: the request was in order.',
    'Send it again: this is one of the errors that clients retry by themselves.',
  ),
};
