import { define, isRefusal, shape } from '../../../aws';
import { secretPermission, touched, writableSecret } from '../finding';
import { denied, invalidParameter } from '../rules/errors';
import { secretBinary, secretId, secretString, stages, token } from '../rules/shapes';
import { refuseTwoValues, writeVersion } from '../writing';

/** Every new value has a data key of its own. fact: services 6. refuses: InvalidParameter, ResourceNotFound, (KMS) */
export const putSecretValue = define({
  service: 'secretsmanager',
  name: 'PutSecretValue',
  about: 'Stores a new value of a secret.',
  input: shape.structure(
    {
      SecretId: secretId,
      ClientRequestToken: token,
      SecretBinary: secretBinary,
      SecretString: secretString,
      VersionStages: stages,
    },
    ['SecretId'],
  ),
  output: shape.structure({
    ARN: shape.string(),
    Name: shape.string(),
    VersionId: shape.string(),
    VersionStages: stages,
  }),
  readOnly: false,
  denied,
  permissions: (call) => [secretPermission(call, 'PutSecretValue', call.input.SecretId)],
  resources: touched,
  validate: ({ input }) =>
    input.SecretString === undefined && input.SecretBinary === undefined
      ? invalidParameter('You must provide either SecretString or SecretBinary.')
      : refuseTwoValues(input),
  handle: (call) => {
    const secret = writableSecret(call);
    if (isRefusal(secret)) return secret;
    const version = writeVersion(call, secret);
    if (isRefusal(version)) return version;
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: version.versionId,
      VersionStages: version.stages,
    };
  },
});
