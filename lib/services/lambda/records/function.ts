import type { TableDefinition } from '../../../world';

/** Environment variables as Lambda keeps them: encrypted whole. */
export interface SealedEnvironment {
  /** ARN of the KMS key. */
  readonly keyArn: string;
  /** Base64. */
  readonly ciphertext: string;
}

/** The grant by which the execution role decrypts under a key of the account's own. */
export interface FunctionGrant {
  readonly keyArn: string;
  readonly grantId: string;
  readonly token: string;
}

export interface FunctionRecord {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly runtime: string;
  readonly handler: string;
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memoryMiB: number;
  readonly roleArn: string;
  /** `AROA...` of the role when it was assigned: one made anew under its name is another. */
  readonly roleId: string;
  readonly modifiedAtMs: number;
  readonly revisionId: string;
  /** The key as it was named; `aws/lambda` where absent. */
  readonly keyId?: string | undefined;
  readonly environment?: SealedEnvironment | undefined;
  readonly grant?: FunctionGrant | undefined;
}

export const functions: TableDefinition<FunctionRecord> = {
  name: 'lambda-functions',
  id: (record) => record.arn,
  indexes: { owner: (record) => `${record.account}/${record.region}` },
};
