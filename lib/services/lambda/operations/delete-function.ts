import { define, isRefusal, shape } from '../../../aws';
import { retireGrant } from '../environment';
import { functionArn, functionOf, functionPermission } from '../finding';
import { executionEnvironments } from '../records/execution-environment';
import { functions } from '../records/function';
import { denied } from '../rules/errors';
import { functionName } from '../rules/shapes';

/** refuses: ResourceNotFound */
export const deleteFunction = define({
  service: 'lambda',
  name: 'DeleteFunction',
  about: 'Deletes a function and retires its grant.',
  input: shape.structure({ FunctionName: functionName }, ['FunctionName']),
  readOnly: false,
  denied,
  permissions: (call) => [functionPermission(call, 'DeleteFunction', call.input.FunctionName)],
  resources: (call) => [functionArn(call, call.input.FunctionName)],
  handle: (call) => {
    const record = functionOf(call, call.input.FunctionName);
    if (isRefusal(record)) return record;
    retireGrant(call, record);
    call.world.delete(executionEnvironments, record.arn);
    call.world.delete(functions, record.arn);
    return undefined as never;
  },
});
