import { type Refusal, refuse } from '../../../aws';

/** assumed: the texts of this file as they are known from public logs; the facts hold none of DynamoDB's. */

/** The data plane does not say which table. */
export function resourceNotFound(): Refusal {
  return refuse('ResourceNotFoundException', 'Requested resource not found');
}

export function tableNotFound(name: string): Refusal {
  return refuse('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);
}

export function tableExists(name: string): Refusal {
  return refuse('ResourceInUseException', `Table already exists: ${name}`);
}

export function tableInUse(name: string, doing: string): Refusal {
  return refuse(
    'ResourceInUseException',
    `Attempt to change a resource which is still in use: Table is being ${doing}: ${name}`,
  );
}

export function conditionFailed(item?: object): Refusal {
  return refuse(
    'ConditionalCheckFailedException',
    'The conditional request failed',
    400,
    item && { Item: item },
  );
}

export function validation(message: string): Refusal {
  return refuse('ValidationException', message);
}

export function invalidValues(what: string): Refusal {
  return validation(`One or more parameter values were invalid: ${what}`);
}

export function keyMismatch(): Refusal {
  return validation('The provided key element does not match the schema');
}
