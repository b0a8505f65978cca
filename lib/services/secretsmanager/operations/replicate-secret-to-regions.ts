import { define, isRefusal, shape } from '../../../aws';
import { secretPermission, shownReplicas, touched, writableSecret } from '../finding';
import { secrets } from '../records/secret';
import { denied, invalidParameter } from '../rules/errors';
import { replicaRegions, replicationStatus, secretId } from '../rules/shapes';
import { replicate, versionsOf } from '../writing';

/** Each replica is sealed under a key of its own Region. fact: services 6. refuses: InvalidParameter, ResourceNotFound */
export const replicateSecretToRegions = define({
  service: 'secretsmanager',
  name: 'ReplicateSecretToRegions',
  about: 'Makes replicas of a secret in other Regions.',
  input: shape.structure(
    {
      SecretId: secretId,
      AddReplicaRegions: replicaRegions,
      ForceOverwriteReplicaSecret: shape.boolean(),
    },
    ['SecretId', 'AddReplicaRegions'],
  ),
  output: shape.structure({ ARN: shape.string(), ReplicationStatus: replicationStatus }),
  readOnly: false,
  denied,
  permissions: (call) => [secretPermission(call, 'ReplicateSecretToRegions', call.input.SecretId)],
  resources: touched,
  handle: (call) => {
    const secret = writableSecret(call);
    if (isRefusal(secret)) return secret;
    const wanted = call.input.AddReplicaRegions;
    if (wanted.some(({ Region }) => Region === secret.region)) {
      return invalidParameter(`The Region ${secret.region} is the primary Region of the secret.`);
    }
    const held = versionsOf(call, secret.arn).filter(({ stages }) => stages.length > 0);
    const made = wanted.map(({ Region = '', KmsKeyId }) =>
      replicate(call, secret, { region: Region, keyId: KmsKeyId }, held),
    );
    const others = secret.replicas.filter(({ region }) => wanted.every(({ Region }) => Region !== region));
    const changed = call.world.put(secrets, { ...secret, replicas: [...others, ...made] });
    return { ARN: secret.arn, ReplicationStatus: shownReplicas(changed) };
  },
});
