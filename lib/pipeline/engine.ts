import type {
  AccessCheck,
  AnyOperation,
  ApiRequest,
  AwsWorld,
  Call,
  Charge,
  Denial,
  Principal,
  Refusal,
} from '../aws';

/** What the pipeline asks of the cloud around it. */
export interface Ports {
  /** The operation of this name, if there is one. */
  operation(service: string, name: string): AnyOperation | undefined;
  /** Who the credentials belong to. */
  authenticate(request: ApiRequest, world: AwsWorld): Principal | Refusal;
  /** Whether the caller may; with `explain`, also why, for the X-ray. */
  authorize(call: Call, check: AccessCheck, explain: boolean): Verdict;
  /** Whether a principal that a policy names exists; every one does where no service keeps them. */
  principalExists?(world: AwsWorld, arn: string): boolean;
  /** The published rate of a pool, or the one this account was granted. */
  rate(charge: Charge, world: AwsWorld): number;
  /** How the service words a throttled request. */
  throttled(operation: AnyOperation): Refusal;
}

export interface Verdict {
  readonly denial?: Denial | undefined;
  readonly explanation?: unknown;
}

export interface Engine {
  readonly world: AwsWorld;
  readonly ports: Ports;
  /** Request-rate quotas; off for bulk work. */
  quotas: boolean;
}
