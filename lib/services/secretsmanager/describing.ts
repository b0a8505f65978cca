import type { Call } from '../../aws';
import { shownReplicas } from './finding';
import type { SecretRecord } from './records/secret';
import { versionsOf } from './writing';

export function describe(secret: SecretRecord) {
  return {
    ARN: secret.arn,
    Name: secret.name,
    Description: secret.description,
    KmsKeyId: secret.keyId,
    LastChangedDate: secret.changedAtMs,
    DeletedDate: secret.deletedAtMs,
    Tags: secret.tags.length > 0 ? secret.tags : undefined,
    CreatedDate: secret.createdAtMs,
    PrimaryRegion:
      secret.replicas.length > 0 || secret.primaryRegion !== secret.region ? secret.primaryRegion : undefined,
    ReplicationStatus: shownReplicas(secret),
  };
}

/** The versions that carry a label. */
export function labelled(
  call: Call<object>,
  secret: SecretRecord,
): Readonly<Record<string, readonly string[]>> {
  const held = versionsOf(call, secret.arn).filter(({ stages }) => stages.length > 0);
  return Object.fromEntries(held.map(({ versionId, stages }) => [versionId, stages]));
}
