import type { TableDefinition } from '../../world';
import type { GrantOperation } from '../rules/grant-operations';

export interface GrantConstraints {
  readonly EncryptionContextSubset?: Readonly<Record<string, string>> | undefined;
  readonly EncryptionContextEquals?: Readonly<Record<string, string>> | undefined;
  readonly SourceArn?: string | undefined;
}

/** A grant on one KMS key. It only ever allows. */
export interface GrantRecord {
  /** 64 hex digits. */
  readonly grantId: string;
  readonly keyArn: string;
  readonly name: string;
  readonly createdAtMs: number;
  readonly granteePrincipal?: string | undefined;
  readonly granteeServicePrincipal?: string | undefined;
  readonly retiringPrincipal?: string | undefined;
  readonly retiringServicePrincipal?: string | undefined;
  readonly issuingAccount: string;
  readonly operations: readonly GrantOperation[];
  readonly constraints?: GrantConstraints | undefined;
  /** From then on it counts without its token. */
  readonly visibleAtMs: number;
  /** Each CreateGrant of the same name and parameters answers a token of its own. */
  readonly tokens: readonly string[];
}

export const grants: TableDefinition<GrantRecord> = {
  name: 'kms-grants',
  id: (grant) => `${grant.keyArn}/${grant.grantId}`,
  indexes: {
    key: (grant) => grant.keyArn,
    grantee: (grant) =>
      granteeOf(grant.keyArn, grant.granteePrincipal ?? grant.granteeServicePrincipal ?? ''),
    retiring: (grant) => grant.retiringPrincipal ?? grant.retiringServicePrincipal,
    token: (grant) => grant.tokens,
    grantId: (grant) => grant.grantId,
  },
};

/** Index key: one grantee's grants on one key, so that a key with 50,000 grants decides as fast as one with two. */
export function granteeOf(keyArn: string, principal: string): string {
  return `${keyArn} ${principal}`;
}
