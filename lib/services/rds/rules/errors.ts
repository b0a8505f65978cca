import { type Denial, deniedSentence, type Refusal, refuse } from '../../../aws';

/** assumed: the texts of this file as they are known from public logs; the facts hold none of RDS's. */

export function instanceNotFound(name: string): Refusal {
  return refuse('DBInstanceNotFound', `DBInstance ${name} not found.`, 404);
}

export function snapshotNotFound(name: string): Refusal {
  return refuse('DBSnapshotNotFound', `DBSnapshot not found: ${name}`, 404);
}

export function instanceExists(): Refusal {
  return refuse('DBInstanceAlreadyExists', 'DB instance already exists');
}

export function snapshotExists(name: string): Refusal {
  const text = `Cannot create the snapshot because a snapshot with the identifier ${name} already exists.`;
  return refuse('DBSnapshotAlreadyExists', text);
}

export function wrongState(name: string, status: string): Refusal {
  return refuse('InvalidDBInstanceState', `DB instance ${name} is not in available state: it is ${status}.`);
}

export function snapshotState(message: string): Refusal {
  return refuse('InvalidDBSnapshotState', message);
}

export function invalidCombination(message: string): Refusal {
  return refuse('InvalidParameterCombination', message);
}

/** One answer to every no of KMS's. */
export function keyNotAccessible(keyId: string): Refusal {
  return refuse(
    'KMSKeyNotAccessibleFault',
    `The specified KMS key [${keyId}] does not exist, is not enabled or you do not have permissions to access it.`,
  );
}

export function denied(denial: Denial): Refusal {
  return refuse('AccessDenied', deniedSentence(denial), 403);
}

/** fact: services 5 (the default key, public sharing, 20 accounts) */
export const DEFAULT_KEY_NOT_SHARED =
  'Sharing snapshots encrypted with the default service key for RDS is currently not supported.';
export const ENCRYPTED_NOT_PUBLIC = 'An encrypted DB snapshot cannot be made public.';
export const MOST_SHARED_ACCOUNTS = 20;
