import { type Denial, deniedSentence, type Refusal, refuse } from '../../../aws';

/** assumed: the texts of this file as known from public logs and the exceptions' own descriptions */

export function noSuchSecret(): Refusal {
  return refuse('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
}

export function noSuchValue(what: string): Refusal {
  const text = `Secrets Manager can't find the specified secret value for ${what}`;
  return refuse('ResourceNotFoundException', text);
}

export function secretExists(name: string): Refusal {
  return refuse('ResourceExistsException', `The operation failed because the secret ${name} already exists.`);
}

export function versionExists(): Refusal {
  const text = "You can't use ClientRequestToken of a version that exists with another value.";
  return refuse('ResourceExistsException', text);
}

export function markedForDeletion(): Refusal {
  const text = "You can't perform this operation on the secret because it was marked for deletion.";
  return refuse('InvalidRequestException', text);
}

export function onReplica(): Refusal {
  const text = "Operation not permitted on a replica secret. Call must be made in primary secret's region.";
  return refuse('InvalidRequestException', text);
}

export function invalidParameter(text: string): Refusal {
  return refuse('InvalidParameterException', text);
}

export function invalidRequest(text: string): Refusal {
  return refuse('InvalidRequestException', text);
}

export function denied(denial: Denial): Refusal {
  return refuse('AccessDeniedException', deniedSentence(denial));
}

/** fact: authorization 11, services 6 (the sentence hides which policy refused) */
export function refusedByKms(refusal: Refusal, work: 'encrypt' | 'decrypt'): Refusal {
  if (refusal.name === 'AccessDeniedException') {
    return refuse('AccessDeniedException', 'Access to KMS is not allowed');
  }
  if (refusal.name === 'ThrottlingException') return refusal;
  const start = `Secrets Manager can't ${work} the protected secret text using the provided KMS key.`;
  return refuse(
    work === 'encrypt' ? 'EncryptionFailure' : 'DecryptionFailure',
    `${start} ${refusal.message ?? refusal.name}`,
  );
}
