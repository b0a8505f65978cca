import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Charge } from '../aws';
import { asking, pantry } from './pantry.testkit';
import { bucketId, buckets, take, throttled, tokensAt } from './quota';
import { ask, send } from './send';

const charge: Charge = {
  pool: 'put',
  region: 'eu-west-1',
  account: '111122223333',
  units: 1,
  perSecond: 10,
  label: 'put requests',
};

describe('a token bucket', () => {
  it('holds one second of requests, and fills as time passes', () => {
    const { world } = pantry();
    const spend = (charges: readonly Charge[]) => world.collect(() => take(world, charges)).value;
    for (let i = 0; i < 10; i++) expect(spend([charge])).toBeUndefined();
    expect(spend([charge])).toBe(charge);
    world.setClock(1099);
    expect(spend([charge])).toBe(charge);
    world.setClock(1100);
    expect(spend([charge])).toBeUndefined();
    expect(spend([charge])).toBe(charge);
    const held = world.table(buckets).get(bucketId('111122223333', 'eu-west-1', 'put'));
    expect(held && [tokensAt(held, 1100), tokensAt(held, 1600), tokensAt(held, 999_999)]).toEqual([0, 5, 10]);
  });

  it('takes from all its pools or from none', () => {
    const { world } = pantry();
    const other = { ...charge, pool: 'other', perSecond: 1 };
    const spend = (charges: readonly Charge[]) => world.collect(() => take(world, charges)).value;
    expect(spend([charge, other])).toBeUndefined();
    const before = world.hash();
    expect(spend([charge, other])).toBe(other);
    expect(world.hash()).toBe(before);
  });

  it('is one for each account, Region and pool', () => {
    const { world } = pantry();
    const single = { ...charge, perSecond: 1 };
    const spend = (one: Charge) => world.collect(() => take(world, [one])).value;
    for (const one of [
      single,
      { ...single, account: '4' },
      { ...single, region: 'r' },
      { ...single, pool: 'p' },
    ]) {
      expect(spend(one)).toBeUndefined();
      expect(spend(one)).toBe(one);
    }
  });

  it('lets a pool of less than one request a second hold one', () => {
    const { world } = pantry();
    const slow = { ...charge, perSecond: 0.5 };
    const spend = () => world.collect(() => take(world, [slow])).value;
    expect([spend(), spend()]).toEqual([undefined, slow]);
    world.setClock(3000);
    expect(spend()).toBeUndefined();
  });

  it('never lets through more than a second of requests beyond its rate', () => {
    const gap = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 100 }), fc.integer({ min: 1, max: 20 }), (gaps, perSecond) => {
        const { world } = pantry();
        let passed = 0;
        for (const ms of gaps) {
          world.setClock(world.nowMs + ms);
          if (!world.collect(() => take(world, [{ ...charge, perSecond }])).value) passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(perSecond + ((world.nowMs - 1000) / 1000) * perSecond + 1e-6);
      }),
    );
  });
});

describe('request quotas', () => {
  it('throttle the third request of a pool of two, and say so in the trace', () => {
    const engine = pantry({}, true);
    expect([send(engine, asking('a')).ok, send(engine, asking('b')).ok]).toEqual([true, true]);
    const third = send(engine, asking('c'), true);
    expect(third).toMatchObject({ ok: false, refusal: throttled() });
    expect(third.trace?.stages[1]).toMatchObject({
      verdict: 'refused',
      saw: 'put requests: 2 requests a second in eu-west-1, and none is left',
    });
  });

  it('follow the rate that the cloud grants, written with commas', () => {
    const engine = pantry({ rate: () => 12_500 }, true);
    for (let i = 0; i < 50; i++) expect(send(engine, asking('a')).ok).toBe(true);
    expect(ask(engine, asking('a')).trace?.stages[1]?.saw).toBe(
      'put requests: 12,500 requests a second in eu-west-1',
    );
  });

  it('can be switched off, and are not there for what costs nothing', () => {
    const engine = pantry();
    for (let i = 0; i < 5; i++) send(engine, asking('a'));
    expect(engine.world.table(buckets).size).toBe(0);
    expect(ask(engine, asking('a')).trace?.stages[1]?.saw).toBe('request quotas are switched off');
    expect(ask(engine, asking('a', undefined, 'ReadJar')).trace?.stages[1]?.saw).toBe('no quota applies');
  });

  it('are charged to a denied and to an invalid request too', () => {
    const engine = pantry({}, true);
    send(engine, asking('much too long a name'));
    send(engine, asking('gone'));
    expect(send(engine, asking('c'))).toMatchObject({ ok: false, refusal: { name: 'ThrottlingException' } });
  });
});
