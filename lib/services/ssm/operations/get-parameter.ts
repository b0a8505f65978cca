import { define, isRefusal, shape } from '../../../aws';
import { parameterArn, parameterOf, parameterPermission } from '../finding';
import { shownParameter } from '../kms';
import { noSuchParameter } from '../rules/errors';
import { parameter, parameterName } from '../rules/shapes';

/** Without WithDecryption a SecureString is shown sealed, and KMS is not asked. refuses: ParameterNotFound, (KMS) */
export const getParameter = define({
  service: 'ssm',
  name: 'GetParameter',
  about: 'Shows a parameter; a SecureString is decrypted when asked.',
  input: shape.structure({ Name: parameterName, WithDecryption: shape.boolean() }, ['Name']),
  output: shape.structure({ Parameter: parameter }),
  readOnly: true,
  permissions: (call) => [parameterPermission(call, 'GetParameter', call.input.Name)],
  resources: (call) => [parameterArn(call, call.input.Name)],
  handle: (call) => {
    const found = parameterOf(call, call.input.Name);
    if (!found) return noSuchParameter();
    const Parameter = shownParameter(call, found, call.input.WithDecryption ?? false);
    return isRefusal(Parameter) ? Parameter : { Parameter };
  },
});
