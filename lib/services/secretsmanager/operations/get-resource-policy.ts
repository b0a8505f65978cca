import { define, isRefusal, shape } from '../../../aws';
import { secretPermission, touched, usableSecret } from '../finding';

import { denied } from '../rules/errors';
import { secretId } from '../rules/shapes';

/** refuses: ResourceNotFound, InvalidRequest */
export const getResourcePolicy = define({
  service: 'secretsmanager',
  name: 'GetResourcePolicy',
  about: "Shows a secret's resource policy.",
  input: shape.structure({ SecretId: secretId }, ['SecretId']),
  output: shape.structure({ ARN: shape.string(), Name: shape.string(), ResourcePolicy: shape.string() }),
  readOnly: true,
  denied,
  permissions: (call) => [secretPermission(call, 'GetResourcePolicy', call.input.SecretId)],
  resources: touched,
  handle: (call) => {
    const secret = usableSecret(call);
    if (isRefusal(secret)) return secret;

    return { ARN: secret.arn, Name: secret.name, ResourcePolicy: secret.policy };
  },
});
