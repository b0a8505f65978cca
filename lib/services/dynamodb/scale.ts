import type { AwsWorld } from '../../aws';
import { needs } from '../../base';
import { items } from './records/item';
import { scales } from './records/scale';
import { type TableRecord, tables } from './records/table';
import { otherReplicas } from './writing';

const DAY_MS = 86_400_000;

/** How many items a table is said to have, and what its real ones stand for. */
export interface Scale {
  readonly itemCount: number;
  /** Real items. */
  readonly held: number;
  /** How many items each real one stands for, on average; 1 in a table without a scale. */
  readonly represents: number;
  readonly perDay: number;
}

/**
 * Lets a table, and its replicas, stand for more items than it holds. For the lab's own requests, inside a
 * transaction; no service of AWS does it.
 */
export function setScale(
  world: AwsWorld,
  tableArn: string,
  { items: count, perDay }: { readonly items: number; readonly perDay: number },
): void {
  const table = world.table(tables).get(tableArn);
  needs(table, `scale: expected a table, found none at ${tableArn}`);
  for (const { arn } of [table, ...otherReplicas(world, table)]) {
    world.put(scales, { tableArn: arn, items: count, perDay, sinceMs: world.nowMs });
  }
}

/** A new replica stands for as much as the table it was made of. */
export function copyScale(world: AwsWorld, fromArn: string, toArn: string): void {
  const scale = world.table(scales).get(fromArn);
  if (scale) world.put(scales, { ...scale, tableArn: toArn });
}

/** differs: AWS brings the count up to date every six hours; here it is always up to date */
export function scaleOf(world: AwsWorld, table: TableRecord): Scale {
  const held = world.table(items).countBy('table', table.arn);
  const scale = world.table(scales).get(table.arn);
  if (!scale) return { itemCount: held, held, represents: 1, perDay: 0 };
  const grown = Math.floor(((world.nowMs - scale.sinceMs) / DAY_MS) * scale.perDay);
  const itemCount = Math.max(held, scale.items + grown);
  return { itemCount, held, represents: held === 0 ? 1 : itemCount / held, perDay: scale.perDay };
}
