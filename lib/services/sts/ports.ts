import type { AwsWorld } from '../../aws';

/** What STS has to know of a role. */
export interface AssumableRole {
  readonly arn: string;
  readonly account: string;
  readonly name: string;
  /** `AROA...` */
  readonly roleId: string;
  /** JSON text. */
  readonly trustPolicy: string;
  readonly maxSessionSeconds: number;
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
}

/** What STS asks of whoever keeps the identities. */
export interface RoleDirectory {
  role(world: AwsWorld, arn: string): AssumableRole | undefined;
  /** Text of a managed policy's default version. */
  managedPolicyText(world: AwsWorld, arn: string): string | undefined;
  /** Makes an access key id that carries the account. */
  accessKeyId(prefix: 'ASIA', account: string, bytes: Uint8Array): string;
  accountOfAccessKeyId(id: string): string | undefined;
}
