import type { TableDefinition } from '../../../world';
import { ownerOf } from './volume';

/** State codes are AWS's. */
export const INSTANCE_STATES = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
} as const;
export type InstanceState = keyof typeof INSTANCE_STATES;

export interface StateReason {
  readonly code: string;
  readonly message: string;
}

export interface InstanceRecord {
  readonly instanceId: string;
  readonly reservationId: string;
  readonly launchIndex: number;
  readonly account: string;
  readonly region: string;
  readonly availabilityZone: string;
  readonly imageId: string;
  readonly instanceType: string;
  readonly launchedAtMs: number;
  readonly state: InstanceState;
  readonly stateReason?: StateReason | undefined;
  readonly stateTransitionReason: string;
  /** The state in which the present one ends, and when. */
  readonly next?: InstanceState | undefined;
  readonly settlesAtMs?: number | undefined;
}

export const instances: TableDefinition<InstanceRecord> = {
  name: 'ec2-instances',
  id: (instance) => instance.instanceId,
  indexes: { owner: (instance) => ownerOf(instance.account, instance.region) },
  dueAtMs: (instance) => instance.settlesAtMs,
};
