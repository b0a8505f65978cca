import type { LoadGenerator } from '../records/load-generator';
import { type RetryPlan, TICK_MS } from './retry-plan';

/** Settings as a request names them; what is left out stays as it is. */
export interface LoadSettings {
  readonly PerSecond?: number;
  readonly Retries?: RetryPlan['mode'];
  readonly MaxAttempts?: number;
  readonly BackoffMs?: number;
  readonly Jitter?: RetryPlan['jitter'];
  readonly Hosts?: number;
  readonly Contexts?: number;
  readonly MessageBytes?: number;
  readonly NoCache?: boolean;
  readonly Cache?: {
    readonly MaxAgeSeconds: number;
    readonly MaxMessages?: number;
    readonly MaxBytes?: number;
    readonly Capacity?: number;
  };
}

type Settled = Pick<LoadGenerator, 'perSecond' | 'retries' | 'contexts' | 'messageBytes' | 'cache'>;

/** assumed: three attempts, and up to a second before the first retry, as the SDKs' standard mode has it */
const AT_FIRST: Settled = {
  perSecond: 1,
  contexts: 1,
  messageBytes: 4096,
  retries: { mode: 'standard', maxAttempts: 3, backoffTicks: 100, jitter: 'full', hosts: 1 },
};

export function withSettings(input: LoadSettings, held: Settled = AT_FIRST): Settled {
  const { PerSecond, Retries, MaxAttempts, BackoffMs, Jitter, Hosts, Contexts, MessageBytes } = input;
  const mode = Retries ?? held.retries.mode;
  return {
    perSecond: PerSecond ?? held.perSecond,
    contexts: Contexts ?? held.contexts,
    messageBytes: MessageBytes ?? held.messageBytes,
    retries: {
      mode,
      maxAttempts:
        mode === 'none' ? 1 : (MaxAttempts ?? (held.retries.maxAttempts > 1 ? held.retries.maxAttempts : 3)),
      backoffTicks: BackoffMs === undefined ? held.retries.backoffTicks : Math.ceil(BackoffMs / TICK_MS),
      jitter: Jitter ?? held.retries.jitter,
      hosts: Hosts ?? held.retries.hosts,
    },
    cache: cacheAfter(input, held.cache),
  };
}

/** fact: services 8 (2^32 messages and 2^63 - 1 bytes where nothing is said); as many bytes as a number holds */
function cacheAfter({ Cache, NoCache }: LoadSettings, held: Settled['cache']): Settled['cache'] {
  if (NoCache) return undefined;
  if (!Cache) return held;
  const { MaxAgeSeconds, MaxMessages, MaxBytes, Capacity } = Cache;
  return {
    maxAgeSeconds: MaxAgeSeconds,
    maxMessages: MaxMessages ?? 2 ** 32,
    maxBytes: MaxBytes ?? Number.MAX_SAFE_INTEGER,
    capacity: Capacity ?? 1000,
  };
}
