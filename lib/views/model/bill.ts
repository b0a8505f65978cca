/** The stage's "Quota and cost" tab, lower half: what KMS has cost so far, and what a month like this costs. */
export interface BillView {
  readonly accounts: readonly BillAccountView[];
  readonly prices: string;
}

export interface BillAccountView {
  readonly account: string;
  readonly total: string;
  readonly lines: readonly BillLineView[];
  /** `20,000 of 20,000 free requests used this month` */
  readonly free: string;
  readonly projection: string;
  /** The sum behind the projection. */
  readonly projectionSays: string;
}

export interface BillLineView {
  readonly id: string;
  readonly label: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: string;
}
