import { isObject } from '../../base';
import { durationWords, grouped, HOME_ACCESS_KEY, LAB_SERVICE, planBackfill } from '../../cloud';
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
  const plan = planBackfill(items, rate, pool);
  const { seconds, admitted, perSecond, production, headroom, fits, load } = plan;
  return {
    id: String(rate),
    rate: `${grouped(rate)}/s`,
    duration: durationWords(seconds),
    arithmetic: `${grouped(items)} / ${grouped(admitted)} = ${grouped(seconds)} s`,
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

function poolIn({ region }: RatePicker, evidence: Evidence): Pool | undefined {
  const load = asked('DescribeLoad', region, {}, evidence);
  if (!load) return undefined;
  const { PerSecond, Production } = load;
  return { perSecond: Number(PerSecond), production: isObject(Production) ? Number(Production.Offered) : 0 };
}

function itemsIn({ table, region }: RatePicker, evidence: Evidence): number | undefined {
  const scale = asked('DescribeTableScale', region, { TableName: table }, evidence);
  return scale && Number(scale.Stated);
}

function asked(
  operation: string,
  region: string,
  input: Readonly<Record<string, unknown>>,
  { cloud }: Evidence,
) {
  const request = { service: LAB_SERVICE, operation, region, credentials: HOME_ACCESS_KEY, input };
  const answer = cloud.ask(request, false);
  return answer.ok ? answer.output : undefined;
}
