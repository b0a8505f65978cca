import { type Denial, deniedSentence, type Refusal, refuse } from '../../../aws';

/** assumed: the texts of this file as they are known from public logs; the facts hold few of S3's. */

export function noSuchBucket(name: string): Refusal {
  return refuse('NoSuchBucket', 'The specified bucket does not exist', 404, { BucketName: name });
}

export function noSuchKey(key: string): Refusal {
  return refuse('NoSuchKey', 'The specified key does not exist.', 404, { Key: key });
}

export function noSuchVersion(key: string, versionId: string): Refusal {
  return refuse('NoSuchVersion', 'The specified version does not exist.', 404, {
    Key: key,
    VersionId: versionId,
  });
}

/** A delete marker cannot be read. */
export function methodNotAllowed(): Refusal {
  return refuse('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
}

/** A HEAD request has no body: all that is known is the status. */
export function headOnly({ status }: Refusal): Refusal {
  const phrase =
    { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed' }[status] ?? 'Error';
  return refuse(String(status), phrase, status);
}

export function invalidArgument(message: string): Refusal {
  return refuse('InvalidArgument', message);
}

export function invalidRequest(message: string): Refusal {
  return refuse('InvalidRequest', message);
}

/** Within an account S3 says which policy is missing; across accounts it says no more than no. */
export function denied(denial: Denial): Refusal {
  const { check, principal } = denial;
  const sentence =
    check.account === principal.account
      ? deniedSentence(denial, `resource: "${check.resource}"`)
      : 'Access Denied';
  return refuse('AccessDenied', sentence, 403);
}

export function deniedHead(denial: Denial): Refusal {
  return headOnly(denied(denial));
}

/**
 * What S3 makes of a refusal by KMS.
 * fact: authorization 11 (AccessDenied embeds the sentence). assumed: `KMS.` before any other name; throttling as
 * seen in public logs
 */
export function refusedByKms({ name, message }: Refusal): Refusal {
  if (name === 'AccessDeniedException') return refuse('AccessDenied', message, 403);
  if (name === 'ThrottlingException') {
    return refuse('SlowDown', 'Please reduce your request rate for operations involving AWS KMS.', 503);
  }
  return refuse(`KMS.${name}`, message);
}

export function malformedXml(): Refusal {
  return refuse(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}

export function noSuchBucketPolicy(): Refusal {
  return refuse('NoSuchBucketPolicy', 'The bucket policy does not exist', 404);
}
