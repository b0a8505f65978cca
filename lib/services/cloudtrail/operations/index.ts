import type { AnyOperation } from '../../../aws';
import type { TrailFacts } from '../facts';
import { createTrail } from './create-trail';
import { deleteTrail } from './delete-trail';
import { describeTrails } from './describe-trails';
import { getTrailStatus } from './get-trail-status';
import { lookupEvents } from './lookup-events';
import { startLogging } from './start-logging';
import { stopLogging } from './stop-logging';

/** @param facts declarations of all operations, these too: a record needs their shapes. */
export function createCloudTrailOperations(facts: TrailFacts): Readonly<Record<string, AnyOperation>> {
  return {
    CreateTrail: createTrail,
    DeleteTrail: deleteTrail,
    DescribeTrails: describeTrails,
    GetTrailStatus: getTrailStatus,
    LookupEvents: lookupEvents(facts),
    StartLogging: startLogging,
    StopLogging: stopLogging,
  };
}
