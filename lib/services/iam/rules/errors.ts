import { type Refusal, refuse } from '../../../aws';

/** IAM's refusals with IAM's words. The status is that of its query protocol. */
export function noSuchEntity(message: string): Refusal {
  return refuse('NoSuchEntity', message, 404);
}

export function noSuch(noun: string, name: string): Refusal {
  return noSuchEntity(`The ${noun} with name ${name} cannot be found.`);
}

export function noSuchPolicy(arn: string): Refusal {
  return noSuchEntity(`Policy ${arn} was not found.`);
}

export function notAttachable(arn: string): Refusal {
  return noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
}

export function alreadyExists(message: string): Refusal {
  return refuse('EntityAlreadyExists', message, 409);
}

export function deleteConflict(message: string): Refusal {
  return refuse('DeleteConflict', message, 409);
}

export function limitExceeded(message: string): Refusal {
  return refuse('LimitExceeded', message, 409);
}

export function quotaExceeded(quota: string, limit: number): Refusal {
  return limitExceeded(`Cannot exceed quota for ${quota}: ${limit}`);
}

export function malformedPolicy(message: string): Refusal {
  return refuse('MalformedPolicyDocument', message);
}

export function invalidInput(message: string): Refusal {
  return refuse('InvalidInput', message);
}

export function validationError(message: string): Refusal {
  return refuse('ValidationError', message);
}

export function unmodifiable(role: string): Refusal {
  return refuse(
    'UnmodifiableEntity',
    `Cannot perform the operation on the protected role '${role}' - this role is only modifiable by AWS`,
  );
}
