import { parseArn } from '../aws';
import { deliveredTo, isDeliveredTo, type TrailFacts } from '../services/cloudtrail';
import type { Deliveries } from '../services/logs';

/** CloudWatch Logs asks CloudTrail what it delivers, without knowing it. */
export function trailDeliveries(facts: TrailFacts): Deliveries {
  return {
    stream: (world, groupArn) => {
      const { account, region } = parseArn(groupArn) ?? {};
      return isDeliveredTo(world, groupArn) ? `${account}_CloudTrail_${region}` : undefined;
    },
    events: function* (world, groupArn, fromMs, toMs) {
      for (const { atMs, record } of deliveredTo(world, groupArn, facts, fromMs, toMs)) {
        yield { atMs, message: JSON.stringify(record) };
      }
    },
  };
}
