import { beforeAll, describe, expect, it } from 'vitest';
import { Story, WEST } from '../story.testkit';

function loaded(input: Record<string, unknown>, seconds = 30): Story {
  const story = new Story();
  const KeyId = story.createKey();
  story.send('kms', 'CreateAlias', { AliasName: 'alias/pan-field', TargetKeyId: KeyId });
  story.send('lab', 'StartLoad', {
    Name: 'peak',
    Service: 'kms',
    Operation: 'Decrypt',
    KeyId,
    Seconds: 60,
    ...input,
  });
  story.wait((seconds - 1) * 1000);
  return story;
}

describe('the load panel', () => {
  let story: Story;
  beforeAll(() => {
    story = loaded({ PerSecond: 150_000, Retries: 'none' });
  });

  it('draws what was offered, admitted and throttled, second by second', () => {
    const { curves } = story.screen().load;
    expect(curves?.place).toBe('eu-west-1, account 111122223333, symmetric pool');
    expect(curves?.at).toHaveLength(30);
    expect(curves?.offered.every((value) => value === 150_000)).toBe(true);
    expect(curves?.admitted.slice(0, 3)).toEqual([150_000, 149_000, 100_000]);
    expect(curves?.throttled[2]).toBe(50_000);
    expect([curves?.p50[2], curves?.p99[2], curves?.quota[2]]).toEqual([8, 25, 100_000]);
  });

  it('accounts for each request, and says how many were real', () => {
    const [row] = story.screen().load.generators;
    expect(row).toMatchObject({
      name: 'peak',
      title: 'user/student: kms Decrypt, 150,000 a second in eu-west-1',
      running: true,
      played: '30 seconds played of 1 minute',
      asks: '4,500,000 operations, 4,500,000 KMS requests (100 %)',
    });
    const count = (name: string) =>
      Number(row?.fates.find((fate) => fate.name === name)?.count.replaceAll(',', ''));
    expect(count('offered')).toBe(
      count('admitted') + count('throttled') + count('abandoned') + count('waiting'),
    );
    expect(row?.sample).toBe(
      '4 real requests passed every gate, with real cryptography; each stands for 1,125,000. One of them was refused.',
    );
    expect(row?.levers.map(({ id }) => id)).toEqual(['retries', 'quota']);
  });

  it('shows an empty pool as full, and the pool of the other Region untouched', () => {
    expect(
      story.screen().load.pools.map(({ label, says, percent, full }) => [label, says, percent, full]),
    ).toEqual([
      ['eu-central-1: symmetric requests', '0 of 20,000 a second, 20,000 left', 0, false],
      ['eu-west-1: symmetric requests', '100,000 of 100,000 a second, 0 left', 100, true],
    ]);
  });

  it('runs the bill up, and reckons a month like the last minute', () => {
    const [account] = story.screen().bill.accounts;
    expect(account?.lines.map(({ label, price }) => [label, price])).toEqual([
      ['Customer managed keys', '$1.00 a month'],
      ['eu-west-1: symmetric, HMAC and management requests', '$0.03 per 10,000'],
    ]);
    expect(account?.free).toBe('20,000 of 20,000 free requests used this month');
    expect(account?.projectionSays).toMatch(
      'keys $1.00 + $814,417.14 for 103,300 requests a second, all month',
    );
  });

  it('is ten seconds of load to a moment, and the same when the run is looked at in its past', () => {
    const { timeline } = story.screen();
    expect(timeline.marks.map(({ operation }) => operation)).toEqual([
      'CreateKey',
      'CreateAlias',
      'StartLoad',
      'load',
      'load',
      'load',
      'load',
      'load',
    ]);
    const past = story.screen({ at: 5 });
    expect(past.load.curves?.at.length).toBeLessThan(30);
    expect(past.bill.accounts[0]?.total).not.toBe(story.screen().bill.accounts[0]?.total);
  });

  it('offers keys, buckets and principals, and says nothing of load before the first', () => {
    const quiet = new Story();
    quiet.createKey();
    const { load, bill } = quiet.screen();
    expect([load.generators, load.curves]).toEqual([[], undefined]);
    expect(load.form.regions.map(({ region, keys }) => [region, keys.length])).toEqual([
      [WEST, 1],
      ['eu-central-1', 0],
    ]);
    expect(bill.accounts[0]).toMatchObject({
      account: '111122223333',
      free: '1 of 20,000 free requests used this month',
      projectionSays: 'keys $1.00; no load in the last minute',
    });
  });
});

describe('what a data-key cache puts at stake', () => {
  it('is read off the settings', () => {
    const cache = { MaxAgeSeconds: 120, MaxMessages: 500 };
    const story = loaded({
      Service: 'encryption-sdk',
      Operation: 'Encrypt',
      PerSecond: 1000,
      Contexts: 10,
      Cache: cache,
    });
    const [row] = story.screen().load.generators;
    expect(row?.asks).toBe('30,000 operations, 60 KMS requests (0.2 %)');
    expect(row?.blast?.rows.map(({ value }) => value)).toEqual([
      '500 messages',
      '2,048,000 bytes',
      'none: the cache keeps encryption contexts apart',
      'up to 5 seconds',
    ]);
    expect(row?.levers.map(({ id }) => id)).toEqual(['cache', 'retries', 'quota']);
  });
});
