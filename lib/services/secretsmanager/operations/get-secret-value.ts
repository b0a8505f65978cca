import { define, isRefusal, shape } from '../../../aws';
import { bytesToUtf8Lossy } from '../../../base';
import { secretPermission, touched, usableSecret } from '../finding';
import { openValue } from '../kms';
import { denied, noSuchValue } from '../rules/errors';
import { secretBinary, secretId, secretString, stages, token } from '../rules/shapes';
import { CURRENT, versionsOf } from '../writing';

/** One Decrypt for each value read. refuses: ResourceNotFound, InvalidRequest, DecryptionFailure, AccessDenied (KMS) */
export const getSecretValue = define({
  service: 'secretsmanager',
  name: 'GetSecretValue',
  about: "Decrypts a secret's value.",
  input: shape.structure(
    { SecretId: secretId, VersionId: token, VersionStage: shape.string({ min: 1, max: 256 }) },
    ['SecretId'],
  ),
  output: shape.structure({
    ARN: shape.string(),
    Name: shape.string(),
    VersionId: shape.string(),
    SecretBinary: secretBinary,
    SecretString: secretString,
    VersionStages: stages,
    CreatedDate: shape.timestamp(),
  }),
  readOnly: true,
  denied,
  permissions: (call) => [secretPermission(call, 'GetSecretValue', call.input.SecretId)],
  resources: touched,
  handle: (call) => {
    const secret = usableSecret(call);
    if (isRefusal(secret)) return secret;
    const { VersionId, VersionStage } = call.input;
    const stage = VersionStage ?? (VersionId === undefined ? CURRENT : undefined);
    const version = versionsOf(call, secret.arn).find(
      (one) => (VersionId ?? one.versionId) === one.versionId && (!stage || one.stages.includes(stage)),
    );
    if (!version) return noSuchValue(stage ? `staging label: ${stage}` : `VersionId: ${VersionId}`);
    const value = openValue(call, secret.region, version);
    if (isRefusal(value)) return value;
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: version.versionId,
      SecretBinary: version.isBinary ? value : undefined,
      SecretString: version.isBinary ? undefined : bytesToUtf8Lossy(value),
      VersionStages: version.stages,
      CreatedDate: version.createdAtMs,
    };
  },
});
