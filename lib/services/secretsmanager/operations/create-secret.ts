import { type Call, define, isRefusal, regionalArn, shape } from '../../../aws';
import { shownReplicas } from '../finding';
import { refuseKey } from '../kms';
import { type SecretRecord, secrets } from '../records/secret';
import { denied, invalidParameter, secretExists } from '../rules/errors';
import {
  description,
  kmsKeyId,
  replicaRegions,
  replicationStatus,
  secretBinary,
  secretString,
  tags,
  token,
} from '../rules/shapes';
import { hasSecret, refuseTwoValues, replicate, versionsOf, writeVersion } from '../writing';

const input = shape.structure(
  {
    Name: shape.string({ min: 1, max: 512 }),
    ClientRequestToken: token,
    Description: description,
    KmsKeyId: kmsKeyId,
    SecretBinary: secretBinary,
    SecretString: secretString,
    Tags: tags,
    AddReplicaRegions: replicaRegions,
    ForceOverwriteReplicaSecret: shape.boolean(),
  },
  ['Name'],
);
type Input = NonNullable<(typeof input)['type']>;

/** refuses: InvalidParameter, ResourceExists, EncryptionFailure, AccessDenied (KMS). fact: services 6 */
export const createSecret = define({
  service: 'secretsmanager',
  name: 'CreateSecret',
  about: 'Creates a secret, with a first value if one is given.',
  input,
  output: shape.structure({
    ARN: shape.string(),
    Name: shape.string(),
    VersionId: shape.string(),
    ReplicationStatus: replicationStatus,
  }),
  readOnly: false,
  denied,
  permissions: (call) => [
    {
      action: 'secretsmanager:CreateSecret',
      resource: newArn(call),
      conditions: { 'secretsmanager:Name': [call.input.Name], 'secretsmanager:KmsKeyId': keyCondition(call) },
    },
  ],
  resources: (call, output) => (output ? [newArn(call)] : []),
  responseElements: ({ ARN }) => ({ arn: ARN }),
  validate: ({ input: given }) => {
    if (!/^[A-Za-z0-9/_+=.@-]+$/.test(given.Name)) {
      return invalidParameter(
        'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
      );
    }
    return refuseTwoValues(given);
  },
  handle: (call) => {
    const { Name, SecretString, SecretBinary, AddReplicaRegions = [] } = call.input;
    if (hasSecret(call, call.principal.account, call.region, Name)) return secretExists(Name);
    const secret = call.world.put(secrets, newSecret(call));
    const hasValue = SecretString !== undefined || SecretBinary !== undefined;
    const version = hasValue ? writeVersion(call, secret) : refuseKey(call, secret);
    if (isRefusal(version)) return version;
    const wanted = versionsOf(call, secret.arn);
    const replicas = AddReplicaRegions.map(({ Region = '', KmsKeyId }) =>
      replicate(call, secret, { region: Region, keyId: KmsKeyId }, wanted),
    );
    const made = call.world.put(secrets, { ...secret, replicas });
    return {
      ARN: made.arn,
      Name,
      VersionId: version?.versionId,
      ReplicationStatus: shownReplicas(made),
    };
  },
});

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The name and six letters, so that a secret of the same name made later is another one. */
function newArn(call: Call<Input>): string {
  const letters = Array.from(call.random('secret-arn', 6), (byte) => LETTERS[byte % LETTERS.length]).join('');
  return regionalArn(
    'secretsmanager',
    call.region,
    call.principal.account,
    `secret:${call.input.Name}-${letters}`,
  );
}

function keyCondition({ input: { KmsKeyId } }: Call<Input>): readonly string[] | undefined {
  return KmsKeyId === undefined ? undefined : [KmsKeyId];
}

function newSecret(call: Call<Input>): SecretRecord {
  const { input: given, region, nowMs } = call;
  return {
    arn: newArn(call),
    name: given.Name,
    account: call.principal.account,
    region,
    description: given.Description,
    keyId: given.KmsKeyId || undefined,
    tags: (given.Tags ?? []).map(({ Key = '', Value = '' }) => ({ Key, Value })),
    createdAtMs: nowMs,
    changedAtMs: nowMs,
    primaryRegion: region,
    replicas: [],
  };
}
