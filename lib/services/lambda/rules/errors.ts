import { type Denial, deniedSentence, type Refusal, refuse } from '../../../aws';

/** assumed: the texts of this file as they are known from public logs; the facts hold few of Lambda's. */

export function functionNotFound(arn: string): Refusal {
  return refuse('ResourceNotFoundException', `Function not found: ${arn}`, 404);
}

export function functionExists(name: string): Refusal {
  return refuse('ResourceConflictException', `Function already exist: ${name}`, 409);
}

export function invalidParameter(message: string): Refusal {
  return refuse('InvalidParameterValueException', message);
}

export function roleNotAssumed(): Refusal {
  return invalidParameter('The role defined for the function cannot be assumed by Lambda.');
}

export function denied(denial: Denial): Refusal {
  return refuse('AccessDeniedException', deniedSentence(denial), 403);
}

/** The caller's configuration, refused by KMS. fact: services 7 (CreateGrant and Encrypt to configure) */
export function notConfigured(operation: string, refusal: Refusal): Refusal {
  return invalidParameter(
    `Lambda was unable to configure access to your environment variables because the KMS key is invalid for ${operation}. Please check your KMS key settings. ${said(refusal)}`,
  );
}

/** Why a function's variables cannot be shown to the caller; the rest of the configuration is. fact: services 7 */
export function notShown(refusal: Refusal): { readonly ErrorCode: string; readonly Message: string } {
  const message =
    'Lambda was unable to decrypt your environment variables because the KMS access was denied. Please check your KMS permissions.';
  return { ErrorCode: refusal.name, Message: `${message} ${said(refusal)}` };
}

const UNREADABLE: Readonly<Record<string, readonly [string, string]>> = {
  DisabledException: ['KMSDisabledException', 'the KMS key used is disabled'],
  KMSInvalidStateException: [
    'KMSInvalidStateException',
    'the KMS key used is in an invalid state for Decrypt',
  ],
  NotFoundException: ['KMSNotFoundException', 'the KMS key was not found'],
};
const NO_ACCESS = ['KMSAccessDeniedException', 'KMS access was denied'] as const;

/** A cold start that KMS stops. */
export function notStarted(refusal: Refusal): Refusal {
  const [name, why] = UNREADABLE[refusal.name] ?? NO_ACCESS;
  const message = `Lambda was unable to decrypt the environment variables because ${why}. Please check the function's KMS key settings.`;
  return refuse(name, `${message} ${said(refusal)}`, 502);
}

/** What KMS says to a role that bears the name of another, which the grant was for. fact: services 7 */
export function otherRole(): Refusal {
  return refuse('UnrecognizedClientException', 'The security token included in the request is invalid.');
}

function said({ name, message }: Refusal): string {
  return `KMS Exception: ${name} KMS Message: ${message ?? 'null'}`;
}
