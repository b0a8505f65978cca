import { type AnyOperation, define, refuse, shape } from '../../../aws';
import type { TrailFacts } from '../facts';
import { type FoundRecord, lookUp } from '../lookup';
import { userNameOf } from '../rules/identity';
import { decodeToken, encodeToken } from '../rules/token';

const MOST_RESULTS = 50;
const HISTORY_MS = 90 * 86_400_000;

const input = shape.structure({
  LookupAttributes: shape.list(
    shape.structure(
      {
        AttributeKey: shape.oneOf(
          'EventId',
          'EventName',
          'ReadOnly',
          'Username',
          'ResourceType',
          'ResourceName',
          'EventSource',
          'AccessKeyId',
        ),
        AttributeValue: shape.string({ min: 1, max: 2000 }),
      },
      ['AttributeKey', 'AttributeValue'],
    ),
    { max: 1 },
  ),
  StartTime: shape.timestamp(),
  EndTime: shape.timestamp(),
  MaxResults: shape.integer({ min: 1, max: MOST_RESULTS }),
  NextToken: shape.string(),
});

const output = shape.structure({
  Events: shape.list(
    shape.structure({
      EventId: shape.string(),
      EventName: shape.string(),
      ReadOnly: shape.string(),
      AccessKeyId: shape.string(),
      EventTime: shape.timestamp(),
      EventSource: shape.string(),
      Username: shape.string(),
      Resources: shape.list(shape.structure({ ResourceType: shape.string(), ResourceName: shape.string() })),
      CloudTrailEvent: shape.string(),
    }),
  ),
  NextToken: shape.string(),
});

/**
 * Finds management events of the last 90 days in this account and Region, newest first.
 * refuses: Validation, InvalidTimeRange, InvalidNextToken. fact: services 9.
 * differs: a record can be looked up at once; at AWS it takes minutes to appear
 */
export function lookupEvents(facts: TrailFacts): AnyOperation {
  return define({
    service: 'cloudtrail',
    name: 'LookupEvents',
    about: 'Looks up management events of the last 90 days in this account and Region, newest first.',
    input,
    output,
    readOnly: true,
    permissions: () => [{ action: 'cloudtrail:LookupEvents', resource: '*' }],
    charges: ({ region, principal: { account } }) => [
      {
        pool: 'cloudtrail:LookupEvents',
        region,
        account,
        units: 1,
        perSecond: 2,
        label: 'CloudTrail LookupEvents',
      },
    ],
    handle: (call) => {
      const { world, nowMs, region, principal } = call;
      const { LookupAttributes, StartTime = 0, EndTime = nowMs, MaxResults, NextToken } = call.input;
      if (StartTime > EndTime) {
        return refuse(
          'InvalidTimeRangeException',
          'The specified time range is not valid: it ends before it starts.',
        );
      }
      const after = NextToken === undefined ? undefined : decodeToken(NextToken);
      if (NextToken !== undefined && !after) return refuse('InvalidNextTokenException', 'Invalid token.');
      const wanted = LookupAttributes?.[0];
      const lookup = {
        account: principal.account,
        region,
        fromMs: Math.max(StartTime, nowMs - HISTORY_MS),
        toMs: EndTime,
        attribute: wanted && { key: wanted.AttributeKey, value: wanted.AttributeValue },
      };
      const limit = MaxResults ?? MOST_RESULTS;
      const found: FoundRecord[] = [];
      for (const one of lookUp(world, lookup, facts, after)) {
        if (found.length === limit) return { Events: found.map(event), NextToken: tokenAfter(found) };
        found.push(one);
      }
      return { Events: found.map(event) };
    },
  });
}

function tokenAfter(found: readonly FoundRecord[]): string | undefined {
  const last = found.at(-1);
  return last && encodeToken({ seq: last.commit.seq, index: last.index });
}

function event({ record, commit }: FoundRecord) {
  return {
    EventId: record.eventID,
    EventName: record.eventName,
    ReadOnly: String(record.readOnly),
    AccessKeyId: record.userIdentity.accessKeyId,
    EventTime: Math.floor(commit.atMs / 1000) * 1000,
    EventSource: record.eventSource,
    Username: userNameOf(commit.outcome.audit.principal),
    Resources: (record.resources ?? []).map(({ type, ARN }) => ({ ResourceType: type, ResourceName: ARN })),
    CloudTrailEvent: JSON.stringify(record),
  };
}
