import { define, isRefusal, shape } from '../../../aws';
import { parameterArn, parameterOf, parameterPermission } from '../finding';
import { shownParameter } from '../kms';
import { parameter, parameterName } from '../rules/shapes';

/** What is not there is named, not refused. refuses: (KMS) */
export const getParameters = define({
  service: 'ssm',
  name: 'GetParameters',
  about: 'Shows up to ten parameters by name.',
  input: shape.structure(
    { Names: shape.list(parameterName, { min: 1, max: 10 }), WithDecryption: shape.boolean() },
    ['Names'],
  ),
  output: shape.structure({
    Parameters: shape.list(parameter),
    InvalidParameters: shape.list(shape.string()),
  }),
  readOnly: true,
  permissions: (call) => call.input.Names.map((name) => parameterPermission(call, 'GetParameters', name)),
  resources: (call) => call.input.Names.map((name) => parameterArn(call, name)),
  handle: (call) => {
    const { Names, WithDecryption = false } = call.input;
    const Parameters = [];
    for (const name of Names) {
      const found = parameterOf(call, name);
      const shown = found && shownParameter(call, found, WithDecryption);
      if (isRefusal(shown)) return shown;
      if (shown) Parameters.push(shown);
    }
    return { Parameters, InvalidParameters: Names.filter((name) => !parameterOf(call, name)) };
  },
});
