/** CloudTrail records, newest first. */
export interface TrailView {
  readonly records: readonly TrailRecordView[];
  /** How many older records are not listed. */
  readonly older: number;
  readonly open?: TrailRecordJsonView;
}

export interface TrailRecordView {
  readonly eventId: string;
  /** `10:02:14` */
  readonly at: string;
  readonly eventName: string;
  readonly eventSource: string;
  readonly region: string;
  /** `role/payments-app` */
  readonly user: string;
  /** Error code as CloudTrail writes it; absent when the request was answered. */
  readonly errorCode?: string;
}

export interface TrailRecordJsonView {
  readonly eventId: string;
  /** Pretty-printed JSON of the whole record. */
  readonly json: string;
  /** The request it records, when that can be opened in the X-ray. */
  readonly requestId?: string;
}
