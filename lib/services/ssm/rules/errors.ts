import { type Refusal, refuse } from '../../../aws';

/** assumed: the texts of this file as known from public logs and the exceptions' own descriptions */

export function noSuchParameter(): Refusal {
  return refuse('ParameterNotFound');
}

export function parameterExists(): Refusal {
  const text =
    'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.';
  return refuse('ParameterAlreadyExists', text);
}

export function validation(text: string): Refusal {
  return refuse('ValidationException', text);
}

/**
 * What Parameter Store makes of a refusal by KMS: a denial is passed on as it is, anything about the key is one name.
 * fact: services 6. assumed: the form of the text, after one seen in public (its request id is left out here)
 */
export function refusedByKms(refusal: Refusal): Refusal {
  const { name, message, status } = refusal;
  if (name === 'ThrottlingException') return refusal;
  const text = `${message ?? name} (Service: AWSKMS; Status Code: ${status}; Error Code: ${name})`;
  return refuse(name === 'AccessDeniedException' ? name : 'InvalidKeyId', text);
}
