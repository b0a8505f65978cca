import type { AwsWorld } from '../../aws';
import { keys } from '../records/key';
import { isRetryableText } from './proxy-faults';

/** fact: kms-engine 9.4 */
const WINDOW_MS = 5 * 60_000;

/** A busy lab has more commits in five minutes than a failing request should read. */
const MOST_COMMITS = 2000;

/**
 * Whether KMS takes a proxy for a reliable one: its occasional failures are KMS's own to the caller, to be retried.
 * Read from the log, since a refused request changes nothing.
 * fact: kms-engine 9.4, 9.6 (which faults count). assumed: unreliable is a proxy that failed more than half of the
 * requests on the store's keys in the last five minutes
 */
export function isReliable(world: AwsWorld, storeId: string): boolean {
  const held = new Set(world.table(keys).idsBy('customKeyStore', storeId));
  const { log } = world;
  const end = Math.max(log.checkpoint, log.head - MOST_COMMITS);
  let [requests, failures] = [0, 0];
  for (let seq = log.head; seq > end; seq--) {
    const commit = log.get(seq);
    if (!commit || commit.atMs <= world.nowMs - WINDOW_MS) break;
    const { audit, refusal } = commit.outcome;
    if (!audit.resources.some((arn) => held.has(arn))) continue;
    if (refusal === undefined && audit.additionalEventData?.customKeyStoreId === storeId) requests += 1;
    else if (refusal?.message !== undefined && isRetryableText(refusal.message)) failures += 1;
  }
  return failures <= requests;
}
