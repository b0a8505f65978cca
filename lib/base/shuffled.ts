/**
 * The same things in an order of chance (Fisher and Yates).
 * @param chance numbers from 0 up to 1
 */
export function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
}
