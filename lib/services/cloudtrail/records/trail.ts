import type { TableDefinition } from '../../../world';

/** A trail as it was set up. Its log files are nowhere: what it delivers is read from the log. */
export interface TrailRecord {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  /** The Region it was made in. */
  readonly region: string;
  readonly bucket: string;
  readonly prefix?: string | undefined;
  readonly isMultiRegion: boolean;
  readonly includesGlobal: boolean;
  readonly validatesFiles: boolean;
  readonly logGroupArn?: string | undefined;
  readonly logRoleArn?: string | undefined;
  readonly keyId?: string | undefined;
  /** When it was switched on, and off again; the last one may still be open. */
  readonly spans: readonly TrailSpan[];
}

interface TrailSpan {
  readonly fromMs: number;
  readonly toMs?: number | undefined;
}

export const trails: TableDefinition<TrailRecord> = {
  name: 'cloudtrail-trails',
  id: (trail) => trail.arn,
  indexes: {
    owner: (trail) => trail.account,
    logGroup: (trail) => trail.logGroupArn,
  },
};
