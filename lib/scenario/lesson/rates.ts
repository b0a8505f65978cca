import { regionalArn } from '../../aws';
import { isObject } from '../../base';
import { durationWords, grouped, HOME_ACCESS_KEY, LAB_SERVICE, planBackfill } from '../../cloud';
import { scaleOf, tables } from '../../services/dynamodb';
import type { Evidence } from '../judge';
import type { RatePicker } from '../schema';
import type { GuideRates } from './guide';

/** The sums behind each rate, from the table's size, the Region's pool and what production takes of it. */
export function ratesOf(
  picker: RatePicker,
  chosen: string | undefined,
  evidence: Evidence,
): GuideRates | undefined {
  const items = itemsIn(picker, evidence);
  const pool = poolIn(picker, evidence);
  if (items === undefined || !pool) return undefined;
  return {
    question: picker.question,
    amount: `${grouped(items)} items`,
    options: picker.perSecond.map((rate) => optionOf(items, rate, pool)),
    chosen,
    assumed: picker.assumed,
  };
}

function optionOf(items: number, rate: number, pool: Pool): GuideRates['options'][number] {
  const { seconds, perSecond, production, headroom, fits, load } = planBackfill(items, rate, pool);
  return {
    id: String(rate),
    rate: `${grouped(rate)}/s`,
    duration: durationWords(seconds),
    arithmetic: `${grouped(items)} / ${grouped(rate)} = ${grouped(seconds)} s`,
    production: production / perSecond,
    backfill: rate / perSecond,
    verdict: fits ? 'allowed' : 'refused',
    says: fits
      ? `fits: production leaves ${grouped(headroom)}/s`
      : `production is throttled: ${grouped(load.production.throttled)}/s of its requests are refused`,
  };
}

interface Pool {
  readonly perSecond: number;
  readonly production: number;
}

function poolIn({ region }: RatePicker, { cloud }: Evidence): Pool | undefined {
  const request = { service: LAB_SERVICE, operation: 'DescribeLoad', region, credentials: HOME_ACCESS_KEY };
  const answer = cloud.ask({ ...request, input: {} }, false);
  if (!answer.ok) return undefined;
  const { PerSecond, Production } = answer.output;
  return { perSecond: Number(PerSecond), production: isObject(Production) ? Number(Production.Offered) : 0 };
}

function itemsIn({ table, region }: RatePicker, { cloud, principals }: Evidence): number | undefined {
  const arn = regionalArn('dynamodb', region, principals[0]?.account ?? '', `table/${table}`);
  const record = cloud.world.table(tables).get(arn);
  return record && scaleOf(cloud.world, record).itemCount;
}
