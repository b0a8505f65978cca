import { define, isRefusal, shape } from '../../../aws';
import { secretPermission, touched, usableSecret } from '../finding';
import { secrets } from '../records/secret';
import { denied } from '../rules/errors';
import { secretId } from '../rules/shapes';

/** refuses: ResourceNotFound, InvalidRequest */
export const deleteResourcePolicy = define({
  service: 'secretsmanager',
  name: 'DeleteResourcePolicy',
  about: "Takes a secret's resource policy away.",
  input: shape.structure({ SecretId: secretId }, ['SecretId']),
  output: shape.structure({ ARN: shape.string(), Name: shape.string() }),
  readOnly: false,
  denied,
  permissions: (call) => [secretPermission(call, 'DeleteResourcePolicy', call.input.SecretId)],
  resources: touched,
  handle: (call) => {
    const secret = usableSecret(call);
    if (isRefusal(secret)) return secret;
    call.world.put(secrets, { ...secret, policy: undefined });
    return { ARN: secret.arn, Name: secret.name };
  },
});
