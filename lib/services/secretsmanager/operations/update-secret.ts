import { type Call, define, isRefusal, type Refusal, shape } from '../../../aws';
import { secretPermission, touched, writableSecret } from '../finding';
import { refuseKey, rewrap } from '../kms';
import { type SecretRecord, secrets } from '../records/secret';
import { versions } from '../records/version';
import { denied } from '../rules/errors';
import { description, kmsKeyId, secretBinary, secretId, secretString, token } from '../rules/shapes';
import { type GivenValue, refuseTwoValues, versionsOf, writeVersion } from '../writing';

/**
 * Changes a secret: description, KMS key, value. Another key wraps the data keys of the labelled versions once more,
 * and their old copies stay. fact: services 6. refuses: as PutSecretValue
 */
export const updateSecret = define({
  service: 'secretsmanager',
  name: 'UpdateSecret',
  about: 'Changes the description, the KMS key or the value of a secret.',
  input: shape.structure(
    {
      SecretId: secretId,
      ClientRequestToken: token,
      Description: description,
      KmsKeyId: kmsKeyId,
      SecretBinary: secretBinary,
      SecretString: secretString,
    },
    ['SecretId'],
  ),
  output: shape.structure({ ARN: shape.string(), Name: shape.string(), VersionId: shape.string() }),
  readOnly: false,
  denied,
  permissions: (call) => [secretPermission(call, 'UpdateSecret', call.input.SecretId)],
  resources: touched,
  validate: ({ input }) => refuseTwoValues(input),
  handle: (call) => {
    const secret = writableSecret(call);
    if (isRefusal(secret)) return secret;
    const { KmsKeyId, Description = secret.description } = call.input;
    const keyId = KmsKeyId === undefined ? secret.keyId : KmsKeyId || undefined;
    const changed = call.world.put(secrets, {
      ...secret,
      description: Description,
      keyId,
      changedAtMs: call.nowMs,
    });
    const refusal = keyId === secret.keyId ? undefined : changeKey(call, changed);
    if (refusal) return refusal;
    const version = hasValue(call.input) ? writeVersion(call, changed) : undefined;
    if (isRefusal(version)) return version;
    return { ARN: secret.arn, Name: secret.name, VersionId: version?.versionId };
  },
});

function hasValue({ SecretString, SecretBinary }: GivenValue): boolean {
  return SecretString !== undefined || SecretBinary !== undefined;
}

function changeKey(call: Call<GivenValue>, secret: SecretRecord): Refusal | undefined {
  if (!hasValue(call.input)) {
    const refusal = refuseKey(call, secret);
    if (refusal) return refusal;
  }
  for (const version of versionsOf(call, secret.arn)) {
    if (version.stages.length === 0) continue;
    const rewrapped = rewrap(call, secret, version);
    if (isRefusal(rewrapped)) return rewrapped;
    call.world.put(versions, rewrapped);
  }
  return undefined;
}
