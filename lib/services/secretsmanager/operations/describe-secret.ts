import { define, shape } from '../../../aws';
import { describe, labelled } from '../describing';
import { secretOf, secretPermission, touched } from '../finding';
import { describedSecret } from '../rules/description';
import { denied, noSuchSecret } from '../rules/errors';
import { secretId } from '../rules/shapes';

/** Shows everything but the value, without asking KMS. refuses: ResourceNotFound */
export const describeSecret = define({
  service: 'secretsmanager',
  name: 'DescribeSecret',
  about: 'Shows a secret without its value: its key, versions and replicas.',
  input: shape.structure({ SecretId: secretId }, ['SecretId']),
  output: describedSecret,
  readOnly: true,
  denied,
  permissions: (call) => [secretPermission(call, 'DescribeSecret', call.input.SecretId)],
  resources: touched,
  handle: (call) => {
    const secret = secretOf(call, call.input.SecretId);
    return secret ? { ...describe(secret), VersionIdsToStages: labelled(call, secret) } : noSuchSecret();
  },
});
