import { type Evidence, Judge } from '../judge';
import type { Predicate } from '../schema';

/** How far back a checkpoint is looked for. */
const MOST_STEPS_BACK = 500;

/**
 * The newest of the learner's moments before a dead end: the position to go on from. Position 0 is the start.
 */
export function positionBefore(dead: Predicate, evidence: Evidence): number {
  const { world } = evidence.cloud;
  const moments = world.log.since(evidence.setupSeq).filter(({ parent }) => parent === undefined);
  const least = Math.max(0, moments.length - MOST_STEPS_BACK);
  for (let position = moments.length - 1; position > least; position--) {
    const next = moments[position];
    const at = moments[position - 1];
    if (!next || !at) continue;
    const isDead = world.at(next.seq - 1, at.atMs, () => new Judge(evidence).holds(dead));
    if (!isDead) return position;
  }
  return least;
}
