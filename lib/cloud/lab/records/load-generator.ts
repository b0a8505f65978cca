import type { Principal } from '../../../aws';
import type { PriceClass } from '../../../kms';
import type { TableDefinition } from '../../../world';
import type { DataKeyCache } from '../generators/demand';
import type { RetryPlan } from '../generators/retry-plan';
import type { StreamState } from '../generators/stream';

export const LOAD_SERVICES = ['kms', 's3', 'encryption-sdk'] as const;
export type LoadService = (typeof LOAD_SERVICES)[number];

/** A traffic generator: so many operations a second of one principal, from a moment on, for a while. The lab's own. */
export interface LoadGenerator {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly principal: Principal;
  readonly service: LoadService;
  readonly operation: string;
  readonly perSecond: number;
  readonly retries: RetryPlan;
  /** The KMS key used; absent where the bucket's encryption says. */
  readonly keyArn?: string | undefined;
  readonly bucket?: string | undefined;
  /** Messages of the Encryption SDK: tenants, and how large they are. */
  readonly contexts: number;
  readonly messageBytes: number;
  readonly cache?: DataKeyCache | undefined;
  readonly startedAtMs: number;
  readonly endsAtMs: number;
  /** Played up to here. */
  readonly playedToMs: number;
  /** KMS spends this pool's quota for it, at the price of this sort of request. */
  readonly pool: string;
  readonly priceClass: PriceClass;
  readonly state: StreamState;
  /** Operations since data keys were last reused otherwise than now: the cache began empty then. */
  readonly reuse: { readonly plan: string; readonly operations: number };
  /** What a real request of the sample decrypts, base64. */
  readonly ciphertext?: string | undefined;
  /** Real requests made beside the counted ones, through every gate. */
  readonly sample: { readonly made: number; readonly refused: number; readonly last?: string | undefined };
}

export const loadGenerators: TableDefinition<LoadGenerator> = {
  name: 'lab-load-generators',
  id: ({ account, region, name }) => generatorId(account, region, name),
  indexes: { place: ({ account, region }) => placeId(account, region) },
};

export function generatorId(account: string, region: string, name: string): string {
  return `${account}/${region}/${name}`;
}

/** Whether it still has something to send after a moment. */
export function isRunning({ endsAtMs, playedToMs }: LoadGenerator): boolean {
  return playedToMs < endsAtMs;
}

/** Drives all generators of one account in one Region, second by second: they share its pools. */
export interface LoadDrive {
  readonly account: string;
  readonly region: string;
  readonly nextAtMs: number;
}

export const loadDrives: TableDefinition<LoadDrive> = {
  name: 'lab-load-drives',
  id: ({ account, region }) => placeId(account, region),
  dueAtMs: ({ nextAtMs }) => nextAtMs,
};

export function placeId(account: string, region: string): string {
  return `${account}/${region}`;
}
