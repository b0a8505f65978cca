import { type Denial, deniedSentence, type Refusal, refuse } from '../../../aws';

/** assumed: the texts of this file as they are known from public logs; the facts hold none of SQS's. */

export function noSuchQueue(): Refusal {
  return refuse('AWS.SimpleQueueService.NonExistentQueue', 'The specified queue does not exist.');
}

export function queueExists(attribute: string): Refusal {
  const text = `A queue already exists with the same name and a different value for attribute ${attribute}`;
  return refuse('QueueAlreadyExists', text);
}

export function invalidAttribute(name: string): Refusal {
  return refuse('InvalidAttributeName', `Unknown Attribute ${name}.`);
}

export function invalidValue(name: string): Refusal {
  return refuse('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
}

export function badReceipt(handle: string): Refusal {
  return refuse(
    'ReceiptHandleIsInvalid',
    `The input receipt handle "${handle}" is not a valid receipt handle.`,
    404,
  );
}

export function denied(denial: Denial): Refusal {
  return refuse('AccessDenied', deniedSentence(denial), 403);
}

/** The name that the command shows is that of KMS behind `KMS.`. assumed: for every name */
export function refusedByKms({ name, message, status }: Refusal): Refusal {
  const source = `(Service: AWSKMS; Status Code: ${status}; Error Code: ${name})`;
  return refuse(`KMS.${name}`, `${message ?? 'null'} ${source}`);
}
