import { HOME_ACCOUNT, HOME_USER } from '../cloud';
import type { Cell } from '../run';
import { Judge, type Predicate, Rehearsal } from '../scenario';
import type { QuizItem } from './schema';

/** A proof that was run: what stands on the screen beside the answer. */
export interface RanProof {
  /** The proof's commands, then each option's demonstration. */
  readonly parts: readonly {
    readonly lead?: string;
    readonly cells: readonly Cell[];
    readonly holds: boolean;
    /** Where they ran. */
    readonly stage: Rehearsal;
  }[];
  /** For `predict`: ids of the options that came true. */
  readonly came: readonly string[];
}

const START_MS = Date.UTC(2026, 11, 1, 9);

/** Runs an item's proof and its demonstrations, each in a fresh world. */
export async function runProof(item: QuizItem): Promise<RanProof> {
  const { proof } = item;
  const main = await staged(item);
  const cells = await runAll(main, proof.run);
  const judge = new Judge(main.evidence);
  const holds = proof.holds === undefined || judge.holds(proof.holds);
  const parts: RanProof['parts'][number][] = [{ cells, holds, stage: main }];
  const came = item.options.filter(({ when }) => when && judge.holds(when)).map(({ id }) => id);
  for (const { demo } of item.options) if (demo) parts.push(await shown(item, demo));
  return { parts, came };
}

interface Demonstration {
  readonly lead: string;
  readonly run: readonly string[];
  readonly holds: Predicate;
}

async function shown(item: QuizItem, { lead, run, holds }: Demonstration) {
  const stage = await staged(item);
  const cells = await runAll(stage, run);
  return { lead, cells, holds: new Judge(stage.evidence).holds(holds), stage };
}

function staged({ id, proof }: QuizItem): Promise<Rehearsal> {
  const { regions, roles, setup } = proof;
  const student = { profile: 'default', account: HOME_ACCOUNT, user: HOME_USER };
  const principals = [student, ...roles];
  const identities = principals.map(({ profile, account, ...who }) => ({
    profile,
    account,
    name: 'role' in who ? `role/${who.role}` : `user/${who.user}`,
  }));
  const lesson = { id, title: id, crumbs: [], seed: id, startMs: START_MS, regions, identities, setup };
  return Rehearsal.begin({ ...lesson, region: regions[0] ?? 'eu-west-1' }, principals);
}

async function runAll(stage: Rehearsal, sources: readonly string[]): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const source of sources) cells.push(await stage.run(source));
  return cells;
}
