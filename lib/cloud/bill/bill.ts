import type { AwsWorld } from '../../aws';
import {
  FREE_REQUESTS,
  KEY_PRICES,
  type MicroDollars,
  MONTH_MS,
  type PriceClass,
  REQUEST_PRICES,
} from '../../kms';
import { loadSamples } from '../lab/records/load-sample';
import {
  charged,
  EMPTY_LEDGER,
  type Ledger,
  monthOf,
  paidRotations,
  type RequestEntry,
  requestEntry,
  requestId,
  settled,
} from './ledger';

/** Requests of one sort in one Region. */
export interface RequestLine {
  readonly region: string;
  readonly priceClass: PriceClass;
  readonly requests: number;
  /** Of these, how many were free. */
  readonly free: number;
  readonly cost: MicroDollars;
}

export interface KeyLine {
  readonly arn: string;
  readonly region: string;
  readonly rotations: number;
  /** Whether it costs anything from now on. */
  readonly charging: boolean;
  readonly keyCost: MicroDollars;
  readonly rotationCost: MicroDollars;
}

/** What one account owes for KMS since the lab began. */
export interface Bill {
  readonly account: string;
  readonly keys: readonly KeyLine[];
  readonly requests: readonly RequestLine[];
  readonly total: MicroDollars;
  /** Free requests used in the month of the moment. */
  readonly freeUsed: number;
  /** Keys and rotations, for each month to come as things stand. */
  readonly keysPerMonth: MicroDollars;
}

/** All that happened, what the log has folded away included. */
function ledgerOf({ log }: AwsWorld): Ledger {
  return charged((log.summary as Ledger | undefined) ?? EMPTY_LEDGER, log.since(log.checkpoint));
}

/** A bill for each account that owes something or has used free requests, in the order of their numbers. */
export function billsOf(world: AwsWorld): readonly Bill[] {
  const ledger = ledgerOf(world);
  const requests = withLoad(world, ledger.requests);
  const accounts = new Set([
    ...[...ledger.keys.values()].map(({ account }) => account),
    ...[...requests.keys()].map((id) => requestEntry(id).account),
  ]);
  return [...accounts].sort().map((account) => billOf(account, ledger, requests, world.nowMs));
}

/** Bulk load stands in records of its own, a second each: its requests were never in the log. */
function withLoad(world: AwsWorld, counted: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const requests = new Map(counted);
  for (const { account, region, priceClass, atMs, admitted } of world.table(loadSamples).all()) {
    const id = requestId({ month: monthOf(atMs), account, region, priceClass });
    requests.set(id, (requests.get(id) ?? 0) + admitted);
  }
  return requests;
}

function billOf(account: string, ledger: Ledger, counted: ReadonlyMap<string, number>, nowMs: number): Bill {
  const keys = keyLines(account, ledger, nowMs);
  const entries = [...counted]
    .map(([id, requests]) => ({ entry: requestEntry(id), requests }))
    .filter(({ entry }) => entry.account === account);
  const requests = requestLines(entries);
  const now = monthOf(nowMs);
  const eligible = entries
    .filter(({ entry }) => entry.month === now && REQUEST_PRICES[entry.priceClass].free)
    .reduce((sum, one) => sum + one.requests, 0);
  const cost = [
    ...keys.map(({ keyCost, rotationCost }) => keyCost + rotationCost),
    ...requests.map((line) => line.cost),
  ];
  return {
    account,
    keys,
    requests,
    total: cost.reduce((sum, one) => sum + one, 0),
    freeUsed: Math.min(FREE_REQUESTS, eligible),
    keysPerMonth: perMonth(account, ledger),
  };
}

function keyLines(account: string, ledger: Ledger, nowMs: number): readonly KeyLine[] {
  return [...ledger.keys.values()]
    .filter((key) => key.account === account)
    .map((key) => {
      const { arn, region, rotations, keyMs, rotationMs, sinceMs } = settled(key, nowMs);
      return {
        arn,
        region,
        rotations,
        charging: sinceMs !== undefined,
        keyCost: Math.round((keyMs * KEY_PRICES.keyPerMonth) / MONTH_MS),
        rotationCost: Math.round((rotationMs * KEY_PRICES.rotationPerMonth) / MONTH_MS),
      };
    });
}

function perMonth(account: string, ledger: Ledger): MicroDollars {
  let sum = 0;
  for (const key of ledger.keys.values()) {
    if (key.account !== account || key.sinceMs === undefined) continue;
    sum += KEY_PRICES.keyPerMonth + paidRotations(key) * KEY_PRICES.rotationPerMonth;
  }
  return sum;
}

interface Counted {
  readonly entry: RequestEntry;
  readonly requests: number;
}

/** The free requests of a month go to its Regions in the order of their names. */
function requestLines(entries: readonly Counted[]): readonly RequestLine[] {
  const lines = new Map<string, RequestLine>();
  const freeLeft = new Map<string, number>();
  const inOrder = [...entries].sort((a, b) => (requestId(a.entry) < requestId(b.entry) ? -1 : 1));
  for (const { entry, requests } of inOrder) {
    const { month, region, priceClass } = entry;
    const price = REQUEST_PRICES[priceClass];
    const left = price.free ? (freeLeft.get(month) ?? FREE_REQUESTS) : 0;
    const free = Math.min(left, requests);
    if (price.free) freeLeft.set(month, left - free);
    const id = `${region} ${priceClass}`;
    const held = lines.get(id) ?? { region, priceClass, requests: 0, free: 0, cost: 0 };
    lines.set(id, {
      ...held,
      requests: held.requests + requests,
      free: held.free + free,
      cost: held.cost + (requests - free) * price.perRequest,
    });
  }
  return [...lines.values()];
}

/** `$720.00`, `$0.0043`: two digits, or as many as a small sum needs. */
export function dollars(amount: MicroDollars): string {
  const value = amount / 1_000_000;
  const digits = value === 0 || value >= 0.995 ? 2 : value >= 0.01 ? 3 : 6;
  const [whole = '0', rest = ''] = value.toFixed(digits).split('.');
  const cents = rest.length > 2 ? rest.replace(/0{1,4}$/, '').padEnd(2, '0') : rest;
  return `$${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${cents}`;
}
