import { describe, expect, it } from 'vitest';
import { blastRadius, cachePlan, type DataKeyCache, kmsRequests, NO_KMS, NO_REUSE } from './demand';

const CACHE: DataKeyCache = { maxAgeSeconds: 120, maxMessages: 500, maxBytes: 2 ** 53, capacity: 1000 };
const MESSAGES = { perSecond: 1000, messageBytes: 4096, contexts: 10, hosts: 2 };

/** A cache entry by entry, message by message. */
function calls(
  cache: DataKeyCache,
  { perSecond, messageBytes, contexts, hosts }: typeof MESSAGES,
  count: number,
) {
  const entries = new Map<number, { bornAt: number; messages: number }>();
  let asked = 0;
  for (let message = 0; message < count; message++) {
    const at = message / perSecond;
    const id = message % (contexts * hosts);
    const entry = entries.get(id);
    const used = entry && {
      ok:
        at - entry.bornAt < cache.maxAgeSeconds &&
        entry.messages < cache.maxMessages &&
        (entry.messages + 1) * messageBytes <= cache.maxBytes,
    };
    if (entry && used?.ok) entry.messages += 1;
    else {
      asked += 1;
      entries.set(id, { bornAt: at, messages: 1 });
    }
  }
  return asked;
}

describe('what asks KMS', () => {
  it.each([
    ['by age', { ...CACHE, maxAgeSeconds: 7 }],
    ['by messages', { ...CACHE, maxMessages: 30 }],
    ['by bytes', { ...CACHE, maxBytes: 4096 * 17 + 5 }],
    ['by the first use, which is exempt', { ...CACHE, maxBytes: 10 }],
  ])('counts as a cache does that is played message by message: %s', (_, cache) => {
    for (const count of [0, 1, 19, 20, 21, 599, 600, 601, 20_000, 60_003]) {
      expect(kmsRequests(cachePlan(cache, MESSAGES), count)).toBe(calls(cache, MESSAGES, count));
    }
  });

  it('asks for each message where the contexts do not fit, without a cache, and never without KMS', () => {
    expect(cachePlan({ ...CACHE, capacity: 9 }, MESSAGES)).toEqual(NO_REUSE);
    expect(cachePlan(undefined, MESSAGES)).toEqual(NO_REUSE);
    expect([kmsRequests(NO_REUSE, 77), kmsRequests(NO_KMS, 77)]).toEqual([77, 0]);
  });

  it('says what one lost data key opens', () => {
    expect(blastRadius(cachePlan(CACHE, MESSAGES), CACHE, MESSAGES)).toEqual({
      messages: 500,
      bytes: 500 * 4096,
      contexts: 1,
      seconds: 10,
    });
    expect(blastRadius(NO_REUSE, undefined, MESSAGES)).toEqual({
      messages: 1,
      bytes: 4096,
      contexts: 1,
      seconds: 0,
    });
  });
});
