/** Which operations of an application ask KMS, when data keys are used more than once. */
export interface ReusePlan {
  /** Data keys in use at a time: one for each encryption context on each host, or one bucket-level key. */
  readonly entries: number;
  /** Operations that one data key serves, at the most. */
  readonly lifetime: number;
}

/** A KMS request for each operation, and no KMS request at all. */
export const NO_REUSE: ReusePlan = { entries: 1, lifetime: 1 };
export const NO_KMS: ReusePlan = { entries: 0, lifetime: 1 };

/**
 * KMS requests among the first `operations`: operations take the entries in turn, and the first on each entry asks, then
 * every `lifetime`-th after it.
 * assumed: one operation asks for a data key's successor; those behind it on the same entry wait for its answer
 */
export function kmsRequests({ entries, lifetime }: ReusePlan, operations: number): number {
  if (entries === 0) return 0;
  const period = entries * lifetime;
  const periods = Math.floor(operations / period);
  return periods * entries + Math.min(operations - periods * period, entries);
}

/** Limits of the Encryption SDK's data-key cache. fact: services 8 (caching CMM) */
export interface DataKeyCache {
  readonly maxAgeSeconds: number;
  readonly maxMessages: number;
  readonly maxBytes: number;
  /** Data keys a host keeps at the most. */
  readonly capacity: number;
}

export interface MessageStream {
  readonly perSecond: number;
  readonly messageBytes: number;
  /** Distinct encryption contexts: tenants. */
  readonly contexts: number;
  readonly hosts: number;
}

/**
 * What a cache makes of a steady stream of messages that takes contexts and hosts in turn.
 * fact: services 8: entries by context; a data key that reaches its age, messages or bytes is not used again; the first
 * use is exempt from the limits.
 */
export function cachePlan(cache: DataKeyCache | undefined, messages: MessageStream): ReusePlan {
  const { perSecond, messageBytes, contexts, hosts } = messages;
  // Contexts in turn on a cache that is too small: each is thrown out before it comes round again.
  if (!cache || contexts > cache.capacity) return NO_REUSE;
  const entries = contexts * hosts;
  const byAge = Math.ceil((cache.maxAgeSeconds * perSecond) / entries);
  const byBytes = Math.floor(cache.maxBytes / messageBytes);
  return { entries, lifetime: Math.max(1, Math.min(byAge, cache.maxMessages, byBytes)) };
}

/** What a lost or revoked data key means. */
export interface BlastRadius {
  /** Messages under one data key, at the most. */
  readonly messages: number;
  readonly bytes: number;
  /** Encryption contexts that share one data key. The Encryption SDK never lets two. */
  readonly contexts: number;
  /** How long a data key is still used after its KMS key was disabled, at the most. */
  readonly seconds: number;
}

export function blastRadius(
  plan: ReusePlan,
  cache: DataKeyCache | undefined,
  messages: MessageStream,
): BlastRadius {
  const { perSecond, messageBytes } = messages;
  const held = plan.lifetime > 1 ? (plan.lifetime * plan.entries) / Math.max(1, perSecond) : 0;
  return {
    messages: plan.lifetime,
    bytes: plan.lifetime * messageBytes,
    contexts: 1,
    seconds: Math.ceil(Math.min(held, cache?.maxAgeSeconds ?? held)),
  };
}
