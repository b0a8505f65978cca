import type { TableDefinition } from '../../../world';

export type Tier = 'Standard' | 'Advanced';

/** A parameter in its newest version. */
export interface ParameterRecord {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly type: 'String' | 'StringList' | 'SecureString';
  /** A SecureString is kept as KMS gave it, or as an envelope: base64. Everything else is plain text. */
  readonly value: string;
  /** The KMS key as it was named. */
  readonly keyId?: string | undefined;
  readonly description?: string | undefined;
  readonly allowedPattern?: string | undefined;
  readonly tier: Tier;
  readonly dataType: string;
  readonly version: number;
  readonly modifiedAtMs: number;
  readonly modifiedBy: string;
}

export const parameters: TableDefinition<ParameterRecord> = {
  name: 'ssm-parameters',
  id: (parameter) => parameter.arn,
  indexes: { owner: (parameter) => ownerOf(parameter.account, parameter.region) },
};

export function ownerOf(account: string, region: string): string {
  return `${account}/${region}`;
}
