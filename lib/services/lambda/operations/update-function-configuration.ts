import { type Call, define, isRefusal, type Refusal, shape } from '../../../aws';
import { uuidOf } from '../../../base';
import { describeFunction } from '../describing';
import { openVariables, protect, retireGrant, type Variables } from '../environment';
import { functionArn, functionOf, functionPermission, passRole } from '../finding';
import { type FunctionRecord, functions } from '../records/function';
import { executionSession } from '../role';
import { denied, notConfigured } from '../rules/errors';
import { functionConfiguration, functionName, settings } from '../rules/shapes';

const input = shape.structure({ FunctionName: functionName, ...settings }, ['FunctionName']);
type Input = NonNullable<(typeof input)['type']>;

/**
 * Changes a function. Another role, another key or other variables get a grant and a ciphertext of their own; a role of
 * the same ARN is no other role, even if it was made anew.
 * refuses: ResourceNotFound, InvalidParameterValue (role, KMS). fact: services 7 (until the role is assigned again)
 */
export const updateFunctionConfiguration = define({
  service: 'lambda',
  name: 'UpdateFunctionConfiguration',
  about: 'Changes the role, KMS key, environment variables and other settings of a function.',
  input,
  output: functionConfiguration,
  readOnly: false,
  denied,
  permissions: (call) => [
    functionPermission(call, 'UpdateFunctionConfiguration', call.input.FunctionName),
    ...(call.input.Role === undefined ? [] : [passRole(call.input.Role)]),
  ],
  resources: (call) => [functionArn(call, call.input.FunctionName)],
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const old = functionOf(call, call.input.FunctionName);
    if (isRefusal(old)) return old;
    const { input: wish, world, nowMs } = call;
    const role = newRole(call, old);
    if (isRefusal(role)) return role;
    const variables = wish.Environment ? wish.Environment.Variables : openKept(call, old);
    if (isRefusal(variables)) return variables;
    const keyId = wish.KMSKeyArn === undefined ? old.keyId : wish.KMSKeyArn || undefined;
    const isSame = !wish.Environment && keyId === old.keyId && role.roleArn === old.roleArn;
    const protection = isSame
      ? { grant: old.grant, environment: old.environment }
      : protect(call, { ...old, ...role }, keyId, variables);
    if (isRefusal(protection)) return protection;
    if (!isSame) retireGrant(call, old);
    const record = world.put(functions, {
      ...old,
      ...role,
      runtime: wish.Runtime ?? old.runtime,
      handler: wish.Handler ?? old.handler,
      description: wish.Description ?? old.description,
      timeoutSeconds: wish.Timeout ?? old.timeoutSeconds,
      memoryMiB: wish.MemorySize ?? old.memoryMiB,
      modifiedAtMs: nowMs,
      revisionId: uuidOf(call.random('revision', 16)),
      keyId,
      grant: protection.grant,
      environment: protection.environment,
    });
    return describeFunction(record, variables && { Variables: variables });
  },
});

function newRole(
  call: Call<Input>,
  old: FunctionRecord,
): Pick<FunctionRecord, 'roleArn' | 'roleId'> | Refusal {
  const { Role = old.roleArn } = call.input;
  if (Role === old.roleArn) return { roleArn: old.roleArn, roleId: old.roleId };
  const assumed = executionSession(call, Role, old.name);
  return isRefusal(assumed) ? assumed : { roleArn: Role, roleId: assumed.roleId };
}

function openKept(call: Call<Input>, old: FunctionRecord): Variables | undefined | Refusal {
  if (!old.environment) return undefined;
  const variables = openVariables(call, old);
  return isRefusal(variables) ? notConfigured('Decrypt', variables) : variables;
}
