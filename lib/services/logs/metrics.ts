import type { AwsWorld } from '../../aws';
import type { Deliveries } from './ports';
import { batches } from './records/batch';
import { type FilterRecord, filters } from './records/filter';
import { groups, ownerOf } from './records/group';
import { compilePattern } from './rules/filter-pattern';

interface Place {
  readonly account: string;
  readonly region: string;
}

interface Sample {
  readonly atMs: number;
  readonly value: number;
}

/** The metric filters of an account's groups in a Region. */
export function filtersIn(world: AwsWorld, { account, region }: Place): readonly FilterRecord[] {
  const own = world.table(groups).by('owner', ownerOf(account, region));
  return own.flatMap(({ arn }) => world.table(filters).by('group', arn));
}

/**
 * What metric filters count. Events that were put in were looked at as they came; those of a trail are looked at now,
 * as far as the filter was there. differs: no default values and no dimensions
 */
export function filterSamples(
  world: AwsWorld,
  place: Place,
  deliveries: Deliveries,
  wanted: {
    readonly namespace: string;
    readonly metric: string;
    readonly fromMs: number;
    readonly toMs: number;
  },
): readonly Sample[] {
  const { namespace, metric, fromMs, toMs } = wanted;
  const isWanted = (one: { readonly namespace: string; readonly metric: string }) =>
    one.namespace === namespace && one.metric === metric;
  const samples: Sample[] = [];
  for (const { arn } of world.table(groups).by('owner', ownerOf(place.account, place.region))) {
    for (const { hits } of world.table(batches).by('group', arn)) {
      for (const hit of hits) {
        if (isWanted(hit) && hit.atMs >= fromMs && hit.atMs < toMs) samples.push(hit);
      }
    }
  }
  for (const filter of filtersIn(world, place).filter(isWanted)) {
    const matches = compilePattern(filter.pattern);
    const start = Math.max(fromMs, filter.createdAtMs);
    for (const { atMs, message } of deliveries.events(world, filter.groupArn, start, toMs)) {
      if (matches?.(message)) samples.push({ atMs, value: countOf(filter, message) });
    }
  }
  return samples;
}

/** A number, or a member of the event (`$.size`). assumed: what is no number counts nothing */
export function countOf({ value }: Pick<FilterRecord, 'value'>, message: string): number {
  const fixed = Number(value);
  if (!Number.isNaN(fixed)) return fixed;
  let member: unknown;
  try {
    member = JSON.parse(message);
    for (const name of value.replace(/^\$\.?/, '').split('.'))
      member = (member as Record<string, unknown>)?.[name];
  } catch {
    return 0;
  }
  return typeof member === 'number' ? member : 0;
}
