import { type Refusal, refuse } from '../../../aws';

/** assumed: the texts of this file as known from public logs */

export function noSuchGroup(): Refusal {
  return refuse('ResourceNotFoundException', 'The specified log group does not exist.');
}

export function noSuchStream(): Refusal {
  return refuse('ResourceNotFoundException', 'The specified log stream does not exist.');
}

export function exists(what: 'group' | 'stream'): Refusal {
  return refuse('ResourceAlreadyExistsException', `The specified log ${what} already exists`);
}

export function invalid(text: string): Refusal {
  return refuse('InvalidParameterException', text);
}

export function invalidToken(): Refusal {
  return invalid('The specified nextToken is invalid.');
}

export function noSuchKey(group: string): Refusal {
  return invalid(`The specified KMS Key Id could not be found. '${group}'`);
}

/** One sentence for a key that refuses and for one that cannot be used. */
export function keyNotAllowed(groupArn: string): Refusal {
  const text = `The specified KMS key does not exist or is not allowed to be used with Arn '${groupArn}'`;
  return refuse('AccessDeniedException', text);
}
