import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare } from './differential.testkit';
import { worlds } from './generate.testkit';
import { decisionLedger, statementLedger } from './ledger.testkit';

const CASES = 20_000;
const seed = Number(process.env.POLICY_SEED ?? 20261122);

it(`decides as an independent evaluator does, but for the ledger (POLICY_SEED=${seed})`, async () => {
  const counts = { cases: 0, settled: 0, allow: 0, explicitDeny: 0, implicitDeny: 0, depends: 0 };
  const seen = new Set<string>();
  const property = fc.asyncProperty(worlds, async (those) => {
    if (counts.cases >= CASES) return;
    for (const world of those) {
      const { ours, isSettled, hits, difference } = await compare(world, seen);
      if (difference !== undefined) throw new Error(difference);
      for (const id of hits) seen.add(id);
      counts.cases++;
      counts[ours.verdict]++;
      if (isSettled) counts.settled++;
    }
  });
  await fc.assert(property, { seed, numRuns: CASES });

  process.stdout.write(`POLICY_SEED=${seed}: ${JSON.stringify(counts)}\n`);
  for (const verdict of ['allow', 'explicitDeny', 'implicitDeny'] as const) {
    expect(counts[verdict], `cases with ${verdict}`).toBeGreaterThan(CASES / 20);
  }
  const stale = [...statementLedger, ...decisionLedger].map(({ id }) => id).filter((id) => !seen.has(id));
  expect(stale.join(', '), 'entries of the ledger that account for nothing: remove them').toBe('');
}, 600_000);
