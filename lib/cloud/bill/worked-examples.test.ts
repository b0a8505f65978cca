import { describe, expect, it } from 'vitest';
import { DOLLAR, FREE_REQUESTS, MONTH_MS, REQUEST_PRICES } from '../../kms';
import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from '..';
import { cachePlan, kmsRequests } from '../lab/generators/demand';
import { billsOf, dollars } from './bill';
import { monthOf } from './ledger';

const START = Date.UTC(2026, 10, 1);
const DAY = 86_400_000;
const WEST = 'eu-west-1';

class Account {
  readonly cloud: Cloud;

  constructor(keepCommits?: number) {
    this.cloud = new Cloud({ seed: 'bill', startMs: START, quotas: false, keepCommits });
  }

  send(operation: string, input: Record<string, unknown> = {}, region = WEST, service = 'kms') {
    return this.cloud.send({ service, operation, region, credentials: HOME_ACCESS_KEY, input });
  }

  must(operation: string, input: Record<string, unknown> = {}, region = WEST): Record<string, unknown> {
    const reply = this.send(operation, input, region);
    if (!reply.ok) throw new Error(`${operation}: ${reply.refusal.name}`);
    return reply.output;
  }

  createKey(input: Record<string, unknown> = {}): string {
    return (this.must('CreateKey', input).KeyMetadata as { KeyId: string }).KeyId;
  }

  wait(ms: number) {
    this.cloud.advanceTo(this.cloud.world.nowMs + ms);
  }

  get bill() {
    const bill = billsOf(this.cloud.world).find(({ account }) => account === HOME_ACCOUNT);
    if (!bill) throw new Error('no bill');
    return bill;
  }

  get keysCost() {
    return this.bill.keys.reduce((sum, { keyCost, rotationCost }) => sum + keyCost + rotationCost, 0);
  }
}

const requests = (count: number) => count * REQUEST_PRICES.symmetric.perRequest;

describe('what keys cost: kms-engine 13', () => {
  it('takes a dollar a month for ten keys each, prorated, and two dollars for a primary and its replica', () => {
    const ten = new Account();
    for (let i = 0; i < 10; i++) ten.createKey();
    ten.wait(MONTH_MS / 2);
    expect([dollars(ten.keysCost), ten.bill.keysPerMonth]).toEqual(['$5.00', 10 * DOLLAR]);
    const pair = new Account();
    const KeyId = pair.createKey({ MultiRegion: true });
    pair.must('ReplicateKey', { KeyId, ReplicaRegion: 'eu-central-1' });
    pair.wait(MONTH_MS);
    expect([dollars(pair.keysCost), pair.bill.keysPerMonth]).toEqual(['$2.00', 2 * DOLLAR]);
  });

  it('takes a dollar more for each of the first two rotations, and none for the third', () => {
    const account = new Account();
    const KeyId = account.createKey();
    const perMonth = [1, 2, 3].map(() => {
      account.must('RotateKeyOnDemand', { KeyId });
      account.wait(MONTH_MS);
      return account.bill.keysPerMonth / DOLLAR;
    });
    expect(perMonth).toEqual([2, 3, 3]);
    expect(account.bill.keys).toMatchObject([{ rotations: 3, keyCost: 3 * DOLLAR }]);
    expect(dollars(account.bill.keys[0]?.rotationCost ?? 0)).toBe('$5.00');
  });

  it('takes nothing while a deletion is waited for, and everything once it is cancelled', () => {
    const account = new Account();
    const KeyId = account.createKey();
    account.must('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    account.wait(3 * DAY);
    expect([account.keysCost, account.bill.keysPerMonth]).toEqual([0, 0]);
    account.must('CancelKeyDeletion', { KeyId });
    expect(account.keysCost).toBe(Math.round((3 * DAY * DOLLAR) / MONTH_MS));
    expect(account.bill.keysPerMonth).toBe(DOLLAR);
  });

  it('goes on charging a disabled key, and stops when a key is gone', () => {
    const account = new Account();
    const KeyId = account.createKey();
    account.must('DisableKey', { KeyId });
    account.wait(MONTH_MS);
    account.must('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    account.wait(30 * DAY);
    expect(account.bill.keys).toMatchObject([{ charging: false, keyCost: DOLLAR, rotationCost: 0 }]);
  });
});

describe('what requests cost: kms-engine 13', () => {
  it('counts by sort, refused ones too, and gives none of the free ones to asymmetric keys and pairs', () => {
    const account = new Account();
    const KeyId = account.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    const symmetric = account.createKey();
    account.must('GetPublicKey', { KeyId });
    account.must('GenerateDataKeyPairWithoutPlaintext', { KeyId: symmetric, KeyPairSpec: 'ECC_NIST_P256' });
    account.send('DescribeKey', { KeyId: 'alias/none' });
    expect(account.bill.requests).toEqual([
      { region: WEST, priceClass: 'asymmetric', requests: 1, free: 0, cost: 15 },
      { region: WEST, priceClass: 'ecc-pair', requests: 1, free: 0, cost: 10 },
      { region: WEST, priceClass: 'symmetric', requests: 3, free: 3, cost: 0 },
    ]);
  });

  it('shares the free requests of a month between Regions, and gives new ones the month after', () => {
    const account = new Account();
    const many = (count: number, region: string) => {
      for (let i = 0; i < count; i++) account.must('GenerateRandom', { NumberOfBytes: 1 }, region);
    };
    many(FREE_REQUESTS - 5, 'eu-central-1');
    many(10, WEST);
    expect(account.bill.requests.map(({ region, free, cost }) => [region, free, cost])).toEqual([
      ['eu-central-1', FREE_REQUESTS - 5, 0],
      [WEST, 5, 15],
    ]);
    account.wait(30 * DAY);
    many(10, WEST);
    expect(monthOf(account.cloud.world.nowMs)).toBe('2026-12');
    expect([account.bill.requests[1]?.free, account.bill.total, account.bill.freeUsed]).toEqual([15, 15, 10]);
  });

  it('forgets nothing when the log folds, nor in a fork', () => {
    const [long, short] = [new Account(), new Account(50)].map((account) => {
      const KeyId = account.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
      for (let i = 0; i < 120; i++) account.must(i % 2 ? 'GetPublicKey' : 'DescribeKey', { KeyId });
      account.wait(MONTH_MS);
      return account;
    });
    expect(short?.cloud.world.log.checkpoint).toBeGreaterThan(0);
    expect(short?.bill).toEqual(long?.bill);
    expect(billsOf(short?.cloud.fork().world as never)).toEqual(billsOf(long?.cloud.world as never));
  });

  it('charges what bulk load was admitted, and not what was throttled', () => {
    const account = new Account();
    const KeyId = account.createKey();
    const input = { Name: 'a', Service: 'kms', Operation: 'Decrypt', KeyId, PerSecond: 150_000, Seconds: 60 };
    expect(account.send('StartLoad', { ...input, Retries: 'none' }, WEST, 'lab').ok).toBe(true);
    account.wait(60_000);
    const [line] = account.bill.requests;
    // A full pool of 100,000 at the start, 100,000 a second, the real sample and the two requests of the setting up.
    expect(line).toMatchObject({ region: WEST, priceClass: 'symmetric', free: FREE_REQUESTS });
    expect(line?.requests).toBeGreaterThan(6_090_000);
    expect(line?.requests).toBeLessThanOrEqual(6_100_010);
  });
});

describe('worked examples of popular material, at 85 rupees to the dollar', () => {
  const rupees = (amount: number) => Math.round((amount / DOLLAR) * 85);

  it('has ten keys for 850 rupees and a pair for 170, before any rotation (after two rotations thrice that)', () => {
    expect([rupees(10 * DOLLAR), rupees(2 * DOLLAR), rupees(2 * 3 * DOLLAR)]).toEqual([850, 170, 510]);
  });

  it('has 40,000 rupees of naive requests for about 157 million, and 400 to 1,500 for 1.6 to 5.9 million', () => {
    const count = (amount: number) =>
      Math.round((amount / 85) * DOLLAR) / REQUEST_PRICES.symmetric.perRequest;
    expect([40_000, 400, 1_500].map((amount) => Math.round(count(amount) / 100_000) / 10)).toEqual([
      156.9, 1.6, 5.9,
    ]);
    expect([40_000 / 1_500, 40_000 / 400].map(Math.round)).toEqual([27, 100]);
  });

  it('has 720 dollars for a backfill of 240 million, at 309 a second in nine days', () => {
    expect(dollars(requests(240_000_000))).toBe('$720.00');
    expect(Math.ceil(240_000_000 / 309 / 86_400)).toBe(9);
  });

  it('has 98 percent fewer calls by a cache of 120 s and 500 messages only where 50 items meet one data key', () => {
    const cache = { maxAgeSeconds: 120, maxMessages: 500, maxBytes: 2 ** 50, capacity: 1000 };
    const day = 3_000_000;
    const perSecond = Math.round(day / 86_400);
    const messages = { perSecond, messageBytes: 256, contexts: 84, hosts: 1 };
    const calls = kmsRequests(cachePlan(cache, messages), day);
    expect(Math.round((1 - calls / day) * 100)).toBe(98);
  });

  it('keeps a lab of two keys for two days and a hundred requests well under 100 rupees', () => {
    const account = new Account();
    account.createKey();
    account.createKey();
    for (let i = 0; i < 100; i++) account.must('GenerateRandom', { NumberOfBytes: 1 });
    account.wait(2 * DAY);
    expect([dollars(account.bill.total), rupees(account.bill.total)]).toEqual(['$0.132', 11]);
  });

  it('asks for 12 dollars for ten thousand RSA pairs, where other lists say 0.03', () => {
    expect(dollars(10_000 * REQUEST_PRICES['rsa-pair'].perRequest)).toBe('$12.00');
  });
});

describe('sums of money in words', () => {
  it.each([
    [0, '$0.00'],
    [3, '$0.000003'],
    [179_940_417, '$179.94'],
    [12_345_678_900, '$12,345.68'],
    [150_000, '$0.15'],
    [999_999, '$1.00'],
  ])('%d micro-dollars are %s', (amount, words) => {
    expect(dollars(amount)).toBe(words);
  });
});
