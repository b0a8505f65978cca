/** The stage's "Quota and cost" tab, upper half: bulk load, what became of it and what is left of the pools. */
export interface LoadView {
  /** Newest first. */
  readonly generators: readonly LoadRowView[];
  /** Where the newest generator sends; absent before the first. */
  readonly curves?: LoadCurvesView;
  readonly pools: readonly PoolView[];
  readonly form: LoadFormView;
  /** What the lab assumed where AWS publishes nothing. */
  readonly assumed: readonly string[];
}

export interface LoadRowView {
  readonly id: string;
  readonly name: string;
  /** `role/payments-app: s3 PutObject, 12,000 a second in eu-west-1` */
  readonly title: string;
  readonly running: boolean;
  /** `12,000 played of 10 minutes` */
  readonly played: string;
  /** Operations and how many of them asked KMS. */
  readonly asks: string;
  /** offered = the sum of the others. */
  readonly fates: readonly { readonly name: string; readonly count: string; readonly note: string }[];
  readonly sample: string;
  readonly blast?: BlastView;
  readonly levers: readonly LeverView[];
}

/** What one data key opens, and for how long a revoked KMS key goes on being used. */
interface BlastView {
  readonly rows: readonly { readonly name: string; readonly value: string }[];
}

/** Something to turn; its command stands beside it. */
export interface LeverView {
  readonly id: string;
  readonly label: string;
  /** What it changes, and what it costs. */
  readonly says: string;
  readonly command: string;
}

/** A value for each point of time; `null` where there is none. */
export type Curve = readonly (number | null)[];

export interface LoadCurvesView {
  /** `eu-west-1, account 111122223333` */
  readonly place: string;
  /** How many lab seconds a point stands for. */
  readonly secondsPerPoint: number;
  /** Epoch seconds of the lab's clock, ascending. */
  readonly at: readonly number[];
  /** KMS requests a second. */
  readonly offered: Curve;
  readonly admitted: Curve;
  readonly throttled: Curve;
  readonly retried: Curve;
  readonly quota: Curve;
  /** Milliseconds; assumed. */
  readonly p50: Curve;
  readonly p99: Curve;
}

export interface PoolView {
  readonly id: string;
  readonly label: string;
  readonly perSecond: number;
  readonly used: number;
  /** `12,000 of 100,000 a second, 88,000 left` */
  readonly says: string;
  /** 0 to 100. */
  readonly percent: number;
  readonly full: boolean;
}

/** What the form offers. */
export interface LoadFormView {
  readonly profiles: readonly { readonly id: string; readonly label: string }[];
  readonly regions: readonly LoadRegionView[];
  readonly region: string;
}

interface LoadRegionView {
  readonly region: string;
  readonly keys: readonly { readonly id: string; readonly label: string }[];
  readonly buckets: readonly string[];
}
