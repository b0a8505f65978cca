import type { PriceClass } from '../../../kms';
import type { TableDefinition } from '../../../world';

/** What became of one generator's requests in one lab second. The lab's own; the bill and the curves read it. */
export interface LoadSample {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  /** When the second was over. */
  readonly atMs: number;
  /** What the application did: objects written, messages encrypted. Few of them may ask KMS. */
  readonly operations: number;
  /** KMS requests it wanted: offered = admitted + throttled + abandoned + what has come to wait. */
  readonly offered: number;
  readonly admitted: number;
  readonly throttled: number;
  readonly abandoned: number;
  /** Requests that had no answer when the second was over. */
  readonly waiting: number;
  readonly retried: number;
  /** Answers with a ThrottlingException. */
  readonly refusals: number;
  /** assumed: see `ANSWER_MS`; absent where nothing was admitted */
  readonly p50Ms?: number | undefined;
  readonly p99Ms?: number | undefined;
  readonly priceClass: PriceClass;
  readonly pool: string;
  /** What the pool held at most in this second, and how much of it was left. */
  readonly perSecond: number;
  readonly left: number;
}

export const loadSamples: TableDefinition<LoadSample> = {
  name: 'lab-load-samples',
  id: ({ account, region, name, atMs }) => `${account}/${region}/${name}/${atMs}`,
  indexes: { generator: ({ account, region, name }) => `${account}/${region}/${name}` },
};
