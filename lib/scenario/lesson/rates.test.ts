import { beforeAll, describe, expect, it } from 'vitest';
import type { RatePickerView } from '../../views';
import { Rehearsal } from '../rehearsal';
import { smallScenario } from '../small-scenario.testkit';
import { ratesOf } from './rates';

const picker = {
  question: 'How fast?',
  table: 'orders',
  region: 'eu-west-1',
  run: 'backfill --rate {rate}',
  perSecond: [309, 20_000, 100_000],
  assumed: 'It counts once.',
};

let stage: Rehearsal;
beforeAll(async () => {
  stage = await Rehearsal.ofScenario(smallScenario());
});

describe('the rate picker', () => {
  it('stands empty while there is no such table', () => {
    expect(ratesOf(picker, undefined, stage.evidence)).toBeUndefined();
  });

  it('shows for each rate how long it takes, what it eats of the pool and the sum behind', async () => {
    await stage.run(
      `aws dynamodb create-table --table-name orders --billing-mode PAY_PER_REQUEST --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH
lab clock +30s
lab scale orders --items 240000000 --per-day 3000000
lab load --application orders --per-second 12000
lab traffic eu-west-1 serving
lab clock +1h`,
    );
    const view: RatePickerView | undefined = ratesOf(picker, '309', stage.evidence);
    expect(view).toMatchObject({ amount: '240,000,000 items', chosen: '309', assumed: 'It counts once.' });
    expect(view?.options).toEqual([
      {
        id: '309',
        rate: '309/s',
        duration: '9 days',
        arithmetic: '240,000,000 / 309 = 776,700 s',
        production: 0.12,
        backfill: 0.00309,
        verdict: 'allowed',
        says: 'fits: production leaves 88,000/s',
      },
      {
        id: '20000',
        rate: '20,000/s',
        duration: '3 hours 20 minutes',
        arithmetic: '240,000,000 / 20,000 = 12,000 s',
        production: 0.12,
        backfill: 0.2,
        verdict: 'allowed',
        says: 'fits: production leaves 88,000/s',
      },
      {
        id: '100000',
        rate: '100,000/s',
        duration: '44 minutes 49 seconds',
        arithmetic: '240,000,000 / 89,285 = 2,689 s',
        production: 0.12,
        backfill: 1,
        verdict: 'refused',
        says: 'production is throttled: 1,286/s of its requests are refused',
      },
    ]);
  });
});
