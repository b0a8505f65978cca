/** What the shell takes for the time and for chance. */
export interface RealmSource {
  nowMs(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
}

let busy: Promise<unknown> = Promise.resolve();

/**
 * Runs `work` with this realm's clock and dice replaced: the shell library reads them all over (`date`,
 * `ls -l`, `$RANDOM`, `$SECONDS`, `awk`, `jq`), and in the lab time is the lab's and chance is seeded, so
 * that a run can be repeated. In the page the shell has a realm of its own, its worker. One at a time.
 */
export function inRealm<T>(source: RealmSource, work: () => Promise<T>): Promise<T> {
  const turn = busy.then(() => replaced(source, work));
  busy = turn.catch(() => undefined);
  return turn;
}

async function replaced<T>(source: RealmSource, work: () => Promise<T>): Promise<T> {
  const { Date: realDate } = globalThis;
  const { random: realRandom } = Math;
  globalThis.Date = labDate(realDate, source);
  Math.random = () => source.random();
  try {
    return await work();
  } finally {
    globalThis.Date = realDate;
    Math.random = realRandom;
  }
}

function labDate(real: DateConstructor, source: RealmSource): DateConstructor {
  return new Proxy(real, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [source.nowMs()] : args, newTarget) as Date,
    apply: () => new real(source.nowMs()).toString(),
    get: (target, name) => (name === 'now' ? () => source.nowMs() : Reflect.get(target, name)),
  });
}
