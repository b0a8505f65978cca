import { define, shape } from '../../../aws';
import { removeSecret } from '../due';
import { secretOf, secretPermission, touched } from '../finding';
import { secrets } from '../records/secret';
import {
  denied,
  invalidParameter,
  invalidRequest,
  markedForDeletion,
  noSuchSecret,
  onReplica,
} from '../rules/errors';
import { secretId } from '../rules/shapes';
import { daysMs, RECOVERY_DAYS } from '../rules/timing';

/** Marks a secret for deletion, or deletes it at once. refuses: InvalidParameter, ResourceNotFound, InvalidRequest */
export const deleteSecret = define({
  service: 'secretsmanager',
  name: 'DeleteSecret',
  about: 'Deletes a secret after a recovery window.',
  input: shape.structure(
    {
      SecretId: secretId,
      RecoveryWindowInDays: shape.long(),
      ForceDeleteWithoutRecovery: shape.boolean(),
    },
    ['SecretId'],
  ),
  output: shape.structure({ ARN: shape.string(), Name: shape.string(), DeletionDate: shape.timestamp() }),
  readOnly: false,
  denied,
  permissions: (call) => [secretPermission(call, 'DeleteSecret', call.input.SecretId)],
  resources: touched,
  validate: ({ input: { RecoveryWindowInDays: days, ForceDeleteWithoutRecovery: force } }) => {
    if (days !== undefined && force) {
      return invalidParameter(
        "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
      );
    }
    const isGood = days === undefined || (days >= RECOVERY_DAYS.least && days <= RECOVERY_DAYS.most);
    return isGood
      ? undefined
      : invalidParameter('The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).');
  },
  handle: (call) => {
    const secret = secretOf(call, call.input.SecretId);
    if (!secret) return noSuchSecret();
    if (secret.deletedAtMs !== undefined) return markedForDeletion();
    if (secret.primaryRegion !== secret.region) return onReplica();
    if (secret.replicas.length > 0) {
      return invalidRequest("You can't delete secret that still has replica regions.");
    }
    const { RecoveryWindowInDays = RECOVERY_DAYS.usual, ForceDeleteWithoutRecovery } = call.input;
    const shown = { ARN: secret.arn, Name: secret.name };
    if (ForceDeleteWithoutRecovery) {
      removeSecret(call.world, secret);
      return { ...shown, DeletionDate: call.nowMs };
    }
    const deletionAtMs = call.nowMs + daysMs(RecoveryWindowInDays);
    call.world.put(secrets, { ...secret, deletedAtMs: call.nowMs, deletionAtMs });
    return { ...shown, DeletionDate: deletionAtMs };
  },
});
