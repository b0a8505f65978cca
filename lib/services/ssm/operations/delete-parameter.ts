import { define, shape } from '../../../aws';
import { parameterArn, parameterOf, parameterPermission } from '../finding';
import { parameters } from '../records/parameter';
import { noSuchParameter } from '../rules/errors';
import { parameterName } from '../rules/shapes';

/** refuses: ParameterNotFound */
export const deleteParameter = define({
  service: 'ssm',
  name: 'DeleteParameter',
  about: 'Deletes a parameter.',
  input: shape.structure({ Name: parameterName }, ['Name']),
  output: shape.structure({}),
  readOnly: false,
  permissions: (call) => [parameterPermission(call, 'DeleteParameter', call.input.Name)],
  resources: (call) => [parameterArn(call, call.input.Name)],
  handle: (call) => {
    const found = parameterOf(call, call.input.Name);
    if (!found) return noSuchParameter();
    call.world.delete(parameters, found.arn);
    return {};
  },
});
