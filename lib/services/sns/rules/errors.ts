import { type Denial, deniedSentence, type Refusal, refuse } from '../../../aws';

/** assumed: the texts of this file as they are known from public logs; the facts hold none of SNS's. */

export function topicNotFound(): Refusal {
  return refuse('NotFound', 'Topic does not exist', 404);
}

export function invalidParameter(what: string): Refusal {
  return refuse('InvalidParameter', `Invalid parameter: ${what}`);
}

export function denied(denial: Denial): Refusal {
  return refuse('AuthorizationError', deniedSentence(denial), 403);
}

const NAMES: Readonly<Record<string, string>> = {
  AccessDeniedException: 'KMSAccessDenied',
  DisabledException: 'KMSDisabled',
  KMSInvalidStateException: 'KMSInvalidState',
  NotFoundException: 'KMSNotFound',
  ThrottlingException: 'KMSThrottling',
};

/** The names are those of SNS's API. assumed: what other refusals of KMS are called */
export function refusedByKms({ name, message, status }: Refusal): Refusal {
  const source = `(Service: AWSKMS; Status Code: ${status}; Error Code: ${name})`;
  return refuse(NAMES[name] ?? 'InternalError', `${message ?? 'null'} ${source}`);
}
