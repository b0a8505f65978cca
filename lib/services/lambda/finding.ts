import { type Call, type Permission, type Refusal, regionalArn } from '../../aws';
import { type FunctionRecord, functions } from './records/function';
import { functionNotFound } from './rules/errors';

/** The ARN a request means: it may give the function's name or its ARN. */
export function functionArn(call: Call<object>, given: string): string {
  if (given.startsWith('arn:')) return given;
  return regionalArn('lambda', call.region, call.principal.account, `function:${given}`);
}

export function functionOf(call: Call<object>, given: string): FunctionRecord | Refusal {
  const arn = functionArn(call, given);
  return call.world.table(functions).get(arn) ?? functionNotFound(arn);
}

export function functionPermission(call: Call<object>, action: string, given: string): Permission {
  return { action: `lambda:${action}`, resource: functionArn(call, given) };
}

/** Whoever gives a function a role must be allowed to pass it on. */
export function passRole(roleArn: string): Permission {
  return {
    action: 'iam:PassRole',
    resource: roleArn,
    conditions: { 'iam:PassedToService': ['lambda.amazonaws.com'] },
  };
}
