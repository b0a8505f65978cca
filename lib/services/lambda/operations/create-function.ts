import { define, isRefusal, shape } from '../../../aws';
import { uuidOf } from '../../../base';
import { describeFunction } from '../describing';
import { protect } from '../environment';
import { functionArn, functionPermission, passRole } from '../finding';
import { functions } from '../records/function';
import { executionSession } from '../role';
import { denied, functionExists } from '../rules/errors';
import { functionConfiguration, functionName, settings } from '../rules/shapes';

/**
 * Makes a function. The lab's functions have no code: they answer what they see.
 * refuses: ResourceConflict, InvalidParameterValue (role, KMS). fact: services 1, 7. differs: the code is optional
 */
export const createFunction = define({
  service: 'lambda',
  name: 'CreateFunction',
  about: 'Creates a function; its environment variables are encrypted under a KMS key.',
  input: shape.structure(
    {
      FunctionName: functionName,
      Code: shape.structure({ ZipFile: shape.blob(), S3Bucket: shape.string(), S3Key: shape.string() }),
      ...settings,
    },
    ['FunctionName', 'Role'],
  ),
  output: functionConfiguration,
  readOnly: false,
  denied,
  permissions: (call) => [
    functionPermission(call, 'CreateFunction', call.input.FunctionName),
    passRole(call.input.Role),
  ],
  resources: (call) => [functionArn(call, call.input.FunctionName)],
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { input, world, region, principal, nowMs } = call;
    const arn = functionArn(call, input.FunctionName);
    const name = arn.slice(arn.lastIndexOf(':') + 1);
    if (world.table(functions).get(arn)) return functionExists(name);
    const assumed = executionSession(call, input.Role, name);
    if (isRefusal(assumed)) return assumed;
    const keyId = input.KMSKeyArn || undefined;
    const variables = input.Environment?.Variables;
    const protection = protect(call, { arn, region, roleArn: input.Role }, keyId, variables);
    if (isRefusal(protection)) return protection;
    const record = world.put(functions, {
      arn,
      name,
      account: principal.account,
      region,
      runtime: input.Runtime ?? 'nodejs24.x',
      handler: input.Handler ?? 'index.handler',
      description: input.Description ?? '',
      timeoutSeconds: input.Timeout ?? 3,
      memoryMiB: input.MemorySize ?? 128,
      roleArn: input.Role,
      roleId: assumed.roleId,
      modifiedAtMs: nowMs,
      revisionId: uuidOf(call.random('revision', 16)),
      keyId,
      ...protection,
    });
    return describeFunction(record, variables && { Variables: variables });
  },
});
