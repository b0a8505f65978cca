import { type Refusal, refuse } from '../aws';

interface Words {
  readonly unsigned: Refusal;
  readonly unknown: Refusal;
}

const INVALID_TOKEN = 'The security token included in the request is invalid.';
const NO_TOKEN = 'Missing Authentication Token';

const inJson = (status: number): Words => ({
  unsigned: refuse('MissingAuthenticationTokenException', NO_TOKEN, status),
  unknown: refuse('UnrecognizedClientException', INVALID_TOKEN, status),
});

const IN_JSON = inJson(400);
const IN_REST = inJson(403);
const IN_QUERIES: Words = {
  unsigned: refuse('MissingAuthenticationToken', 'Request is missing Authentication Token', 403),
  unknown: refuse('InvalidClientTokenId', INVALID_TOKEN, 403),
};

/** fact: kms-engine 4.2 (names of the JSON services). assumed: the other names and all texts, as seen in public logs */
const WORDS: Readonly<Record<string, Words>> = {
  accessanalyzer: IN_REST,
  cloudwatch: IN_QUERIES,
  ec2: {
    unsigned: refuse('MissingParameter', 'The request must contain the parameter AWSAccessKeyId'),
    unknown: refuse('AuthFailure', 'AWS was not able to validate the provided access credentials', 401),
  },
  iam: IN_QUERIES,
  lambda: IN_REST,
  rds: IN_QUERIES,
  s3: {
    unsigned: refuse('AccessDenied', 'Access Denied', 403),
    unknown: refuse(
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
      403,
    ),
  },
  sns: IN_QUERIES,
  sqs: IN_QUERIES,
  sts: IN_QUERIES,
};

/** How a service turns away a request that is not signed, or by a key that nobody has. */
export function refuseStranger(service: string, credentials: string): Refusal {
  const { unsigned, unknown } = WORDS[service] ?? IN_JSON;
  return credentials === '' ? unsigned : unknown;
}
