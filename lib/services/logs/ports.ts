import type { AwsWorld } from '../../aws';

interface DeliveredEvent {
  readonly atMs: number;
  readonly message: string;
}

/** Events that another service delivers to a log group: computed when they are asked for, stored nowhere. */
export interface Deliveries {
  /** The stream they are shown in; absent where nothing is delivered to the group. */
  stream(world: AwsWorld, groupArn: string): string | undefined;
  /** Of the moments from one up to another, newest first. */
  events(world: AwsWorld, groupArn: string, fromMs: number, toMs: number): Iterable<DeliveredEvent>;
}
