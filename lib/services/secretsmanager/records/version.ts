import type { TableDefinition } from '../../../world';

/** A data key as one KMS key wrapped it. */
export interface WrappedKey {
  readonly keyArn: string;
  /** Base64. */
  readonly wrapped: string;
}

/** One value of a secret. Nothing here opens it. */
export interface VersionRecord {
  readonly secretArn: string;
  readonly versionId: string;
  readonly stages: readonly string[];
  /** Nonce, ciphertext and tag: base64. */
  readonly sealed: string;
  readonly isBinary: boolean;
  /** The value's data key under every KMS key it was wrapped with, the newest first. */
  readonly keys: readonly WrappedKey[];
  readonly createdAtMs: number;
}

export const versions: TableDefinition<VersionRecord> = {
  name: 'secretsmanager-versions',
  id: (version) => versionIdOf(version.secretArn, version.versionId),
  indexes: { secret: (version) => version.secretArn },
};

export function versionIdOf(secretArn: string, versionId: string): string {
  return `${secretArn}/${versionId}`;
}
