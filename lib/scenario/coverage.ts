import * as z from 'zod';
import type { Read } from '../reading';
import { readContent } from './read-scenario';
import { line, listOf } from './schema/text';

const said = (message: string) => ({ error: message });

const family = z.strictObject(
  {
    family: z.string(said('a letter')).regex(/^[A-Z]$/, said('a letter')),
    title: line,
    items: z.int(said('a whole number')).min(1, said('1 or more')).max(999),
    /** Ids that nothing is to cover, each with the reason. */
    without: z
      .record(z.string().regex(/^[A-Z]-\d{3}$/, said('an id such as C-050')), line, said('reasons by ids'))
      .default({}),
  },
  said('a family and nothing beside it'),
);

/** A family of the checklist: its ids run from `C-001` to the number of its items. */
export type CoverageFamily = z.infer<typeof family>;

export function readCoverage(text: string): Read<readonly CoverageFamily[]> {
  return readContent('coverage', text, listOf(family, { least: 1 }));
}

export interface FamilyCoverage extends CoverageFamily {
  /** Ids that something teaches, in order. */
  readonly covered: readonly string[];
}

/** Which ids of each family are taught; ids of no family are `strange`, and so is what is left out and taught. */
export function coverageOf(
  families: readonly CoverageFamily[],
  covers: readonly string[],
): { readonly families: readonly FamilyCoverage[]; readonly strange: readonly string[] } {
  const ids = [...new Set(covers)].sort();
  const isOf = (one: CoverageFamily, id: string) =>
    id.startsWith(`${one.family}-`) && Number(id.slice(2)) >= 1 && Number(id.slice(2)) <= one.items;
  return {
    families: families.map((one) => ({ ...one, covered: ids.filter((id) => isOf(one, id)) })),
    strange: [
      ...ids.filter((id) => !families.some((one) => isOf(one, id))),
      ...families.flatMap((one) =>
        Object.keys(one.without).filter((id) => !isOf(one, id) || ids.includes(id)),
      ),
    ],
  };
}
