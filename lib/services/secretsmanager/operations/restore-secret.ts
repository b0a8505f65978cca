import { define, shape } from '../../../aws';
import { secretOf, secretPermission, touched } from '../finding';
import { secrets } from '../records/secret';
import { denied, noSuchSecret } from '../rules/errors';
import { secretId } from '../rules/shapes';

/** refuses: ResourceNotFound */
export const restoreSecret = define({
  service: 'secretsmanager',
  name: 'RestoreSecret',
  about: 'Takes back the deletion of a secret.',
  input: shape.structure({ SecretId: secretId }, ['SecretId']),
  output: shape.structure({ ARN: shape.string(), Name: shape.string() }),
  readOnly: false,
  denied,
  permissions: (call) => [secretPermission(call, 'RestoreSecret', call.input.SecretId)],
  resources: touched,
  handle: (call) => {
    const secret = secretOf(call, call.input.SecretId);
    if (!secret) return noSuchSecret();
    call.world.put(secrets, { ...secret, deletedAtMs: undefined, deletionAtMs: undefined });
    return { ARN: secret.arn, Name: secret.name };
  },
});
