import type { TableDefinition } from '../../../world';

export interface ReplicaStatus {
  readonly region: string;
  /** The key as it was named. */
  readonly keyId?: string | undefined;
  readonly status: 'InSync' | 'Failed';
  readonly message?: string | undefined;
}

/** A secret without its values. A replica is a secret of its own in its Region. */
export interface SecretRecord {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly description?: string | undefined;
  /** The KMS key as it was named; absent means `aws/secretsmanager`. */
  readonly keyId?: string | undefined;
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
  readonly createdAtMs: number;
  readonly changedAtMs: number;
  /** When it is deleted for good; it cannot be used until it is restored. */
  readonly deletionAtMs?: number | undefined;
  /** When it was marked for deletion. */
  readonly deletedAtMs?: number | undefined;
  /** The resource policy's JSON text, exactly as given. */
  readonly policy?: string | undefined;
  /** Where it is written; a replica's differs from its own Region. */
  readonly primaryRegion: string;
  readonly replicas: readonly ReplicaStatus[];
}

export const secrets: TableDefinition<SecretRecord> = {
  name: 'secretsmanager-secrets',
  id: (secret) => secret.arn,
  indexes: {
    owner: (secret) => ownerOf(secret.account, secret.region),
    name: (secret) => `${ownerOf(secret.account, secret.region)}/${secret.name}`,
  },
  dueAtMs: (secret) => secret.deletionAtMs,
};

export function ownerOf(account: string, region: string): string {
  return `${account}/${region}`;
}
