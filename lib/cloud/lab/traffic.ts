import { define, shape } from '../../aws';
import { LAB_SERVICE, noPermissions } from './labs-own';
import { TRAFFIC_STATES, type TrafficRecord, traffic } from './records/traffic';

const regionTraffic = shape.structure({
  Region: shape.string(),
  State: shape.oneOf(...TRAFFIC_STATES),
  Since: shape.timestamp(),
});

/** Says whether the Region of the request serves users. */
export const setRegionTraffic = define({
  service: LAB_SERVICE,
  name: 'SetRegionTraffic',
  about: 'Says whether a Region serves users, stands by, or has been drained.',
  input: shape.structure({ State: shape.oneOf(...TRAFFIC_STATES) }, ['State']),
  output: regionTraffic,
  readOnly: false,
  permissions: noPermissions,
  responseElements: (output) => output,
  handle: ({ input, world, region, principal, nowMs }) => {
    const record = { account: principal.account, region, state: input.State, sinceMs: nowMs };
    return shown(world.put(traffic, record));
  },
});

/** The Regions for which something has been said. */
export const describeTraffic = define({
  service: LAB_SERVICE,
  name: 'DescribeTraffic',
  about: 'Lists the Regions that serve users, stand by or have been drained.',
  input: shape.structure({}),
  output: shape.structure({ Regions: shape.list(regionTraffic) }),
  readOnly: true,
  permissions: noPermissions,
  handle: ({ world, principal }) => ({
    Regions: world.table(traffic).by('account', principal.account).map(shown),
  }),
});

function shown({ region, state, sinceMs }: TrafficRecord) {
  return { Region: region, State: state, Since: sinceMs };
}
