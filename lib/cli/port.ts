import type { Answer, AnyOperation, ApiRequest } from '../aws';

/** The answer to one request, with where it stands in the log and what time it is now. */
export type SentAnswer = Answer & {
  /** The commit the request became. */
  readonly seq?: number | undefined;
  readonly requestId: string;
  readonly nowMs: number;
};

/** All that the shell needs of the lab: the engine itself in Node and tests, a message port in the page. */
export interface LabPort {
  send(request: ApiRequest): Promise<SentAnswer>;
  /** The services in the lab, by the name their requests carry: `kms`, `s3`. */
  services(): readonly string[];
  /** Declarations live on the shell's side as plain code, so this needs no message. */
  operations(service: string): readonly AnyOperation[];
  nowMs(): Promise<number>;
  /** Moves the lab's clock and answers the new time. */
  advance(ms: number): Promise<number>;
}
