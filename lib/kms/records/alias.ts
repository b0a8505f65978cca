import type { TableDefinition } from '../../world';

export interface AliasRecord {
  readonly arn: string;
  /** With its prefix: `alias/orders`. */
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly targetArn: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export const aliases: TableDefinition<AliasRecord> = {
  name: 'kms-aliases',
  id: (alias) => alias.arn,
  indexes: {
    owner: (alias) => `${alias.account}/${alias.region}`,
    target: (alias) => alias.targetArn,
  },
};
