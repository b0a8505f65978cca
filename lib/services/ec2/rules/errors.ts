import { type Denial, deniedSentence, type Refusal, refuse } from '../../../aws';
import type { StateReason } from '../records/instance';

/** assumed: the texts of this file as they are known from public logs; the facts hold none of EC2's. */

export function volumeNotFound(id: string): Refusal {
  return refuse('InvalidVolume.NotFound', `The volume '${id}' does not exist.`);
}

export function snapshotNotFound(id: string): Refusal {
  return refuse('InvalidSnapshot.NotFound', `The snapshot '${id}' does not exist.`);
}

export function instanceNotFound(id: string): Refusal {
  return refuse('InvalidInstanceID.NotFound', `The instance ID '${id}' does not exist`);
}

export function invalidParameter(message: string): Refusal {
  return refuse('InvalidParameterValue', message);
}

export function missingParameter(name: string): Refusal {
  return refuse('MissingParameter', `The request must contain the parameter ${name}`);
}

export function incorrectState(message: string): Refusal {
  return refuse('IncorrectState', message);
}

/** EC2 takes a key's name without looking, and only complains of a key that nothing is to be encrypted with. */
export function refuseKeyAlone(request: { readonly Encrypted?: boolean; readonly KmsKeyId?: string }) {
  if (request.KmsKeyId === undefined || request.Encrypted) return undefined;
  return refuse(
    'InvalidParameterDependency',
    'The parameter KmsKeyId requires the parameter Encrypted to be set.',
  );
}

/** fact: services 4. assumed: the text as public logs show it */
export function defaultKeyNotShared(): Refusal {
  return refuse('OperationNotPermitted', 'Encrypted snapshots with EBS default key cannot be shared');
}

/** fact: services 4 (encrypted snapshots can never be public). assumed: the text */
export function encryptedNotPublic(): Refusal {
  return refuse('OperationNotPermitted', 'Encrypted snapshots cannot be shared publicly');
}

export function denied(denial: Denial): Refusal {
  const sentence = `You are not authorized to perform this operation. ${deniedSentence(denial)}`;
  return refuse('UnauthorizedOperation', sentence, 403);
}

/** What a copy says of a key that cannot be used. */
export const KEY_NOT_ACCESSIBLE = 'Given key ID is not accessible';

/**
 * Why an instance does not come up: a key that may not be used says less than one that cannot be used.
 * fact: services 4 (instances that start and terminate). assumed: codes and texts as public logs show them
 */
export function launchFailure({ name }: Refusal): StateReason {
  return name === 'AccessDeniedException' || name === 'ThrottlingException' ? NOT_ALLOWED : UNUSABLE_KEY;
}

const NOT_ALLOWED: StateReason = {
  code: 'Client.InternalError',
  message: 'Client.InternalError: Client error on launch',
};
const UNUSABLE_KEY: StateReason = {
  code: 'Client.InvalidKMSKey.InvalidState',
  message: 'Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state',
};
