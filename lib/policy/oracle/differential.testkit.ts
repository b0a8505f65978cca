import { decisionLedger, type LedgerEntry, statementLedger } from './ledger.testkit';
import { type Answer, ourAnswer, theirAnswer } from './verdicts.testkit';
import type { World } from './world.testkit';

/** What became of one world. */
export type Comparison = {
  readonly ours: Answer;
  readonly isSettled: boolean;
  /** Entries of the ledger without which the difference would be there, of those not seen before. */
  readonly hits: readonly string[];
  /** Where nothing in the ledger accounts for the difference. */
  readonly difference?: string;
};

/** Both evaluators on one world; a difference must be one of the ledger. `seen`: the entries that need no witness. */
export async function compare(world: World, seen: ReadonlySet<string>): Promise<Comparison> {
  const ours = ourAnswer(world);
  let [plain, theirs, hits] = [world, await theirAnswer(world), [] as string[]];
  // A statement may match by another name and so open another way: then only the verdict differs.
  if (!isSame(ours, theirs)) {
    const changed: LedgerEntry[] = [];
    for (const entry of statementLedger) {
      const settled = entry.settle(plain);
      if (!isSame(settled, plain)) changed.push(entry);
      plain = settled;
    }
    theirs = await theirAnswer(plain);
    if (!isSame(ours.matched, theirs.matched)) return failure(world, ours, theirs, changed);
    const unseen = changed.filter(({ id }) => !seen.has(id));
    hits = (await Promise.all(unseen.map((entry) => isNeeded(entry, world, ours)))).flat();
  }
  const isSettled = plain !== world;
  if (ours.verdict === theirs.verdict) return { ours, isSettled, hits };
  const fitting = [];
  for (const entry of decisionLedger) {
    if ((await bestVerdict(entry.settle(plain))) === ours.verdict) fitting.push(entry.id);
  }
  if (fitting.length === 0) return failure(world, ours, theirs, decisionLedger);
  return { ours, isSettled: true, hits: [...hits, ...fitting] };
}

/** The entry's name when the others alone leave a difference. */
async function isNeeded(entry: LedgerEntry, world: World, ours: Answer): Promise<string[]> {
  const others = statementLedger.filter((other) => other !== entry);
  const settled = others.reduce((before, other) => other.settle(before), world);
  return isSame(ours.matched, (await theirAnswer(settled)).matched) ? [] : [entry.id];
}

async function bestVerdict(those: readonly World[]): Promise<string> {
  const verdicts = await Promise.all(those.map(async (one) => (await theirAnswer(one)).verdict));
  if (verdicts.includes('explicitDeny')) return 'explicitDeny';
  return verdicts.includes('allow') ? 'allow' : 'implicitDeny';
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function failure(
  world: World,
  ours: Answer,
  theirs: Answer,
  tried: readonly { readonly id: string }[],
): Comparison {
  const say = ({ verdict, matched }: Answer) => `${verdict} (matched: ${matched.join(', ') || 'nothing'})`;
  const difference = [
    `we say     ${say(ours)}`,
    `they say   ${say(theirs)}`,
    `of the ledger, did not account for it: ${tried.map(({ id }) => id).join(', ') || 'no entry applies'}`,
    JSON.stringify(world, undefined, 2),
  ].join('\n');
  return { ours, isSettled: false, hits: [], difference };
}
