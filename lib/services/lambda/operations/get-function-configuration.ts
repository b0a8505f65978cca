import { define, isRefusal, shape } from '../../../aws';
import { describeFunction } from '../describing';
import { openVariables } from '../environment';
import { functionArn, functionOf, functionPermission } from '../finding';
import { denied, notShown } from '../rules/errors';
import { functionConfiguration, functionName } from '../rules/shapes';

/** Shows the variables to whoever may decrypt them. refuses: ResourceNotFound. fact: services 7 (kms:Decrypt to view) */
export const getFunctionConfiguration = define({
  service: 'lambda',
  name: 'GetFunctionConfiguration',
  about: 'Shows how a function is configured, its environment variables among it.',
  input: shape.structure({ FunctionName: functionName }, ['FunctionName']),
  output: functionConfiguration,
  readOnly: true,
  denied,
  permissions: (call) => [functionPermission(call, 'GetFunctionConfiguration', call.input.FunctionName)],
  resources: (call) => [functionArn(call, call.input.FunctionName)],
  handle: (call) => {
    const record = functionOf(call, call.input.FunctionName);
    if (isRefusal(record)) return record;
    if (!record.environment) return describeFunction(record);
    const variables = openVariables(call, record);
    const shown = isRefusal(variables) ? { Error: notShown(variables) } : { Variables: variables };
    return describeFunction(record, shown);
  },
});
