import type { ApiRequest, Outcome } from '../../aws';
import { KEY_PRICES, type KeyRecord, keys, type PriceClass, priceClassOf } from '../../kms';
import type { Change, Commit } from '../../world';

type AwsCommit = Commit<ApiRequest, Outcome>;

/** What one customer managed key has run up. Time is counted in price times milliseconds, to be divided once. */
export interface KeyAccount {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  /** Since when what follows has not been added yet; absent while it costs nothing. */
  readonly sinceMs?: number | undefined;
  /** A deletion that is waited for: cancelled, it costs from here on after all. */
  readonly pausedAtMs?: number | undefined;
  readonly rotations: number;
  readonly keyMs: number;
  readonly rotationMs: number;
}

/** Everything that costs, added up in the order of the log. */
export interface Ledger {
  readonly keys: ReadonlyMap<string, KeyAccount>;
  /** By ARN, of keys that are not symmetric: only their requests may cost more, and most keys never need looking up. */
  readonly specs: ReadonlyMap<string, string>;
  /** Requests by `requestId`. */
  readonly requests: ReadonlyMap<string, number>;
}

/** A ledger that is being written. */
interface OpenLedger {
  keys: Map<string, KeyAccount>;
  readonly specs: Map<string, string>;
  readonly requests: Map<string, number>;
}

export const EMPTY_LEDGER: Ledger = { keys: new Map(), specs: new Map(), requests: new Map() };

/** What a number of requests is counted under. */
export interface RequestEntry {
  readonly month: string;
  readonly account: string;
  readonly region: string;
  readonly priceClass: PriceClass;
}

export function requestId({ month, account, region, priceClass }: RequestEntry): string {
  return `${month} ${account} ${region} ${priceClass}`;
}

export function requestEntry(id: string): RequestEntry {
  const [month = '', account = '', region = '', priceClass = ''] = id.split(' ');
  return { month, account, region, priceClass: priceClass as PriceClass };
}

const DAY_MS = 24 * 60 * 60 * 1000;
let lastMonth = { day: Number.NaN, month: '' };

/** `2026-11`: the free requests begin anew each month. Commits come in the order of time, mostly many on one day. */
export function monthOf(atMs: number): string {
  const day = Math.floor(atMs / DAY_MS);
  if (day !== lastMonth.day) lastMonth = { day, month: new Date(atMs).toISOString().slice(0, 7) };
  return lastMonth.month;
}

/** The ledger after more commits. A ledger is never changed: old worlds go on from theirs. */
export function charged(before: Ledger, commits: readonly AwsCommit[]): Ledger {
  const { keys: known, specs, requests } = before;
  const after: OpenLedger = {
    keys: known as OpenLedger['keys'],
    specs: new Map(specs),
    requests: new Map(requests),
  };
  for (const commit of commits) {
    for (const change of commit.changes) {
      if (change.table !== keys.name) continue;
      // Most commits change no key, and copying a hundred thousand accounts takes longer than all else a request does.
      if (after.keys === known) after.keys = new Map(known);
      chargeKey(after, change, commit.atMs);
    }
    if (commit.request.service === 'kms') chargeRequest(after, commit);
  }
  return after;
}

/** What the log remembers of commits it folds away. */
export function foldIntoLedger(before: unknown, folding: readonly AwsCommit[]): Ledger {
  return charged((before as Ledger | undefined) ?? EMPTY_LEDGER, folding);
}

/**
 * The account of the caller pays. fact: kms-engine 13 (who pays; DryRun and calls on AWS managed keys are charged)
 * assumed: what KMS throttled is not charged; what it refused for another reason is
 */
function chargeRequest(ledger: OpenLedger, { request, outcome, atMs }: AwsCommit): void {
  const { principal, resources } = outcome.audit;
  if (!principal || outcome.refusal?.name === 'ThrottlingException') return;
  const keySpec = specOf(ledger, resources);
  const pair = request.input.KeyPairSpec;
  const priceClass = priceClassOf(request.operation, keySpec, typeof pair === 'string' ? pair : undefined);
  const { account } = principal;
  const id = requestId({ month: monthOf(atMs), account, region: request.region, priceClass });
  ledger.requests.set(id, (ledger.requests.get(id) ?? 0) + 1);
}

/** Of the first of these keys that is not symmetric. */
function specOf({ specs }: OpenLedger, arns: readonly string[]): string | undefined {
  const arn = specs.size === 0 ? undefined : arns.find((one) => specs.has(one));
  return arn === undefined ? undefined : specs.get(arn);
}

function chargeKey({ keys: accounts, specs }: OpenLedger, change: Change, atMs: number): void {
  const before = change.before as KeyRecord | undefined;
  const after = change.after as KeyRecord | undefined;
  if ((after ?? before)?.manager !== 'CUSTOMER') return;
  const held = accounts.get(change.id) ?? opened(after, atMs);
  if (!held) return;
  accounts.set(change.id, after ? followed(held, before, after, atMs) : { ...held, pausedAtMs: undefined });
  if (after && after.keySpec !== 'SYMMETRIC_DEFAULT') specs.set(after.arn, after.keySpec);
}

function opened(key: KeyRecord | undefined, atMs: number): KeyAccount | undefined {
  if (!key) return undefined;
  const { arn, account, region } = key;
  return { arn, account, region, sinceMs: atMs, rotations: 0, keyMs: 0, rotationMs: 0 };
}

/**
 * fact: kms-engine 13: nothing is charged while a deletion is waited for, and everything if it is cancelled; the first
 * two rotations raise the price. assumed: each member of a multi-Region set pays for its set's rotations
 */
function followed(
  held: KeyAccount,
  before: KeyRecord | undefined,
  after: KeyRecord,
  atMs: number,
): KeyAccount {
  let account = held;
  if (before?.currentMaterialId !== undefined && before.currentMaterialId !== after.currentMaterialId) {
    account = { ...settled(account, atMs), rotations: account.rotations + 1 };
  }
  const leaves = isLeaving(after);
  if (leaves && account.sinceMs !== undefined) {
    return { ...settled(account, atMs), sinceMs: undefined, pausedAtMs: atMs };
  }
  if (!leaves && account.pausedAtMs !== undefined) {
    return { ...account, sinceMs: account.pausedAtMs, pausedAtMs: undefined };
  }
  return account;
}

function isLeaving({ state }: KeyRecord): boolean {
  return state === 'PendingDeletion' || state === 'PendingReplicaDeletion';
}

/** The account with everything added up to a moment. */
export function settled(account: KeyAccount, atMs: number): KeyAccount {
  if (account.sinceMs === undefined) return account;
  const ms = Math.max(0, atMs - account.sinceMs);
  const { keyMs, rotationMs } = account;
  return {
    ...account,
    sinceMs: atMs,
    keyMs: keyMs + ms,
    rotationMs: rotationMs + ms * paidRotations(account),
  };
}

export function paidRotations({ rotations }: KeyAccount): number {
  return Math.min(KEY_PRICES.paidRotations, rotations);
}
