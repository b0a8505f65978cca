import { type Bill, billsOf, dollars, grouped, type KeyLine, loadSamples, type RequestLine } from '../cloud';
import { DOLLAR, FREE_REQUESTS, type MicroDollars, MONTH_MS, REQUEST_PRICES } from '../kms';
import type { BillAccountView, BillLineView, BillView } from './model';
import type { Scene } from './scene';
import { counted } from './words';

/** What a month like the last minute of load costs is reckoned from so many seconds. */
const RATE_SECONDS = 60;

export function billView(scene: Scene): BillView {
  return {
    accounts: billsOf(scene.world).map((bill) => accountView(scene, bill)),
    prices:
      'US dollars, us-east-1 and most commercial Regions; months of 730 hours; what is throttled costs nothing (assumed).',
  };
}

function accountView(scene: Scene, bill: Bill): BillAccountView {
  const rate = ratesOf(scene, bill.account);
  const requestsPerMonth = monthly(rate);
  const monthlyTotal = bill.keysPerMonth + requestsPerMonth;
  const perSecond = rate.reduce((sum, { perSecond }) => sum + perSecond, 0);
  return {
    account: bill.account,
    total: dollars(bill.total),
    lines: [...keyLines(bill.keys), ...bill.requests.map(requestLine)],
    free: `${grouped(bill.freeUsed)} of ${grouped(FREE_REQUESTS)} free requests used this month`,
    projection: dollars(monthlyTotal),
    projectionSays:
      perSecond === 0
        ? `keys ${dollars(bill.keysPerMonth)}; no load in the last minute`
        : `keys ${dollars(bill.keysPerMonth)} + ${dollars(requestsPerMonth)} for ${grouped(perSecond)} requests a second, all month`,
  };
}

interface Rate {
  readonly perSecond: number;
  readonly price: MicroDollars;
  readonly free: boolean;
}

/** Admitted requests a second in the last minute of load, by price. */
function ratesOf({ world, atMs }: Scene, account: string): readonly Rate[] {
  const recent = world
    .table(loadSamples)
    .all()
    .filter((sample) => sample.account === account && sample.atMs > atMs - RATE_SECONDS * 1000);
  const seconds = new Set(recent.map((sample) => sample.atMs)).size;
  return Object.entries(REQUEST_PRICES).flatMap(([priceClass, { perRequest, free }]) => {
    const admitted = recent
      .filter((sample) => sample.priceClass === priceClass)
      .reduce((sum, sample) => sum + sample.admitted, 0);
    return admitted === 0 ? [] : [{ perSecond: admitted / seconds, price: perRequest, free }];
  });
}

function monthly(rates: readonly Rate[]): MicroDollars {
  return rates.reduce((sum, { perSecond, price, free }) => {
    const requests = (perSecond * MONTH_MS) / 1000;
    return sum + Math.max(0, requests - (free ? FREE_REQUESTS : 0)) * price;
  }, 0);
}

function keyLines(keys: readonly KeyLine[]): readonly BillLineView[] {
  if (keys.length === 0) return [];
  const rotated = keys.filter(({ rotations }) => rotations > 0);
  const sum = (of: (key: KeyLine) => number) => keys.reduce((total, key) => total + of(key), 0);
  const charging = keys.filter((key) => key.charging).length;
  const kept = {
    id: 'keys',
    label: 'Customer managed keys',
    quantity: `${counted(charging, 'key')}, each replica its own${charging < keys.length ? `, ${keys.length - charging} no longer charged` : ''}`,
    price: `${dollars(DOLLAR)} a month`,
    amount: dollars(sum(({ keyCost }) => keyCost)),
  };
  if (rotated.length === 0) return [kept];
  const rotations = {
    id: 'rotations',
    label: 'Rotations, the first two of a key',
    quantity: `${counted(
      sum((key) => key.rotations),
      'rotation',
    )} of ${counted(rotated.length, 'key')}`,
    price: `${dollars(DOLLAR)} a month each`,
    amount: dollars(sum(({ rotationCost }) => rotationCost)),
  };
  return [kept, rotations];
}

function requestLine({ region, priceClass, requests, free, cost }: RequestLine): BillLineView {
  const { label, perRequest } = REQUEST_PRICES[priceClass];
  const freely = free > 0 ? `, ${grouped(free)} of them free` : '';
  return {
    id: `${region} ${priceClass}`,
    label: `${region}: ${label}`,
    quantity: `${grouped(requests)}${freely}`,
    price: `${dollars(perRequest * 10_000)} per 10,000`,
    amount: dollars(cost),
  };
}
