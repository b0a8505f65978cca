import * as z from 'zod';
import type { Read } from '../reading';
import { readContent } from './read-scenario';
import { id, line, listOf, prose } from './schema/text';

const said = (message: string) => ({ error: message });

/** A sentence of ours about AWS, with the page it was read on and when. */
const fact = z.strictObject(
  {
    id,
    text: prose,
    /** Document and page. */
    source: line,
    /** Where the engine's code cites the same: `kms-engine 7.2`. */
    see: line,
    checked: z.iso.date(said('a day such as 2026-11-22')),
  },
  said('a fact and nothing beside it'),
);

export type Fact = z.infer<typeof fact>;

export function readFacts(text: string): Read<readonly Fact[]> {
  return readContent('facts', text, listOf(fact, { most: 500 }));
}

/** A sentence for each id that is defined more than once, in one file or in two. */
export function definedTwice(
  files: readonly { readonly path: string; readonly value: readonly Fact[] }[],
): readonly string[] {
  const homes = new Map<string, string>();
  return files.flatMap(({ path, value }) =>
    value.flatMap(({ id: one }) => {
      const home = homes.get(one);
      homes.set(one, home ?? path);
      return home === undefined
        ? []
        : [`${path}: expected an id of its own, found ${one}, a fact of ${home}.`];
    }),
  );
}

/** What is older than this is to be checked again. */
const STALE_MS = 180 * 86_400_000;

export function isStale({ checked }: Fact, todayMs: number): boolean {
  return todayMs - Date.parse(checked) > STALE_MS;
}
