import { purposeOf, seededBytes, uuidOf } from '../base';
import type { Commit } from '../world';

/** The request id AWS would send for the request of this purpose. */
export function requestIdOf(seed: string, purpose: string): string {
  return idOf(seed, 'request-id', purpose);
}

/** The id of the record that an account gets of a request, whoever else gets one too. */
export function eventIdOf(commit: Pick<Commit, 'seq' | 'parent'>, seed: string, recipient: string): string {
  return idOf(seed, 'event-id', purposeOfCommit(commit), recipient);
}

/** What a commit's request is called in everything derived from the seed: its number, or its place among those its parent made. */
export function purposeOfCommit({ seq, parent }: Pick<Commit, 'seq' | 'parent'>): string {
  return parent === undefined ? `${seq}` : `${parent}.${seq - parent}`;
}

/** A UUID that follows from the seed and what it is for. */
export function idOf(seed: string, ...purpose: readonly string[]): string {
  return uuidOf(seededBytes(seed, purposeOf(...purpose), 16));
}
