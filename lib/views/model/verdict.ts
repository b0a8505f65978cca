/** What a gate, a prediction or a goal came to. Always shown by shape, colour and word together. */
export type VerdictView = 'allowed' | 'refused' | 'not reached' | 'waiting';

/** One gate of one request. */
export interface GateView {
  /** The stage's name, same word on every screen: `key state`. */
  readonly stage: string;
  readonly verdict: VerdictView;
  /** Two or three words beside the stage: `root, then IAM`. */
  readonly note?: string;
}

/** One request in one row: what was asked and the gates it passed. */
export interface RequestGatesView {
  /** The request's number in the run; opens it in the X-ray. */
  readonly requestId: string;
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly verdict: VerdictView;
  readonly gates: readonly GateView[];
  /** Requests this one caused, in order. */
  readonly inner: readonly RequestGatesView[];
}
