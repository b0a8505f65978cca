import type { TableDefinition } from '../../../world';

/** A table that stands for more items than it holds. The lab's own knowledge: AWS has nothing like it. */
export interface ScaleRecord {
  readonly tableArn: string;
  /** How many items the table is said to have had at `sinceMs`. */
  readonly items: number;
  /** How many it gains a day. */
  readonly perDay: number;
  readonly sinceMs: number;
}

export const scales: TableDefinition<ScaleRecord> = {
  name: 'dynamodb-scales',
  id: (scale) => scale.tableArn,
};
