import type { AnyOperation, ApiRequest, AwsWorld, Outcome } from '../../aws';
import type { Commit } from '../../world';

export type AwsCommit = Commit<ApiRequest, Outcome>;

/** What a record needs to know beyond the commit it is made of. */
export interface TrailFacts {
  /** The declaration of an operation: whether it only reads, and the shapes of what it takes and answers. */
  operation(service: string, name: string): AnyOperation | undefined;
  /** What services did by themselves in a commit of the clock: a key was rotated, a key was deleted. */
  serviceEvents?(commit: AwsCommit): readonly ServiceEvent[];
  /** The account of a VPC endpoint, also of one that is gone. */
  endpointOwner?(world: AwsWorld, id: string): string | undefined;
}

/** Something that no request asked for. fact: services 9 (RotateKey, DeleteKey, DeleteExpiredKeyMaterial) */
export interface ServiceEvent {
  readonly service: string;
  readonly eventName: string;
  readonly region: string;
  readonly account: string;
  /** ARNs. */
  readonly resources: readonly string[];
  readonly responseElements?: Readonly<Record<string, unknown>> | undefined;
  readonly serviceEventDetails?: Readonly<Record<string, unknown>> | undefined;
}
