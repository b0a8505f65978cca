import type { AnyOperation } from '../../../aws';
import type { TrailFacts } from '../facts';
import { lookupEvents } from './lookup-events';

/** @param facts declarations of all operations, this one's too: a record needs their shapes. */
export function createCloudTrailOperations(facts: TrailFacts): Readonly<Record<string, AnyOperation>> {
  return { LookupEvents: lookupEvents(facts) };
}
