import type { TableDefinition } from '../../../world';

export interface AnalyzerRecord {
  /** `arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/name` */
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  readonly account: string;
  readonly region: string;
  readonly createdAtMs: number;
}

export const analyzers: TableDefinition<AnalyzerRecord> = {
  name: 'access-analyzers',
  id: (analyzer) => analyzer.arn,
  indexes: { place: ({ account, region }) => `${account}/${region}` },
};
