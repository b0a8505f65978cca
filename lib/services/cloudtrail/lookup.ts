import type { AwsWorld } from '../../aws';
import { eventIdOf } from '../../pipeline';
import type { AwsCommit, TrailFacts } from './facts';
import type { CloudTrailRecord } from './record';
import { userNameOf } from './rules/identity';
import { eventSourceOf, recordedRegion, resourceOf } from './rules/words';
import { managementOperation, trailRecords } from './trail';

type LookupKey =
  | 'EventId'
  | 'EventName'
  | 'ReadOnly'
  | 'Username'
  | 'ResourceType'
  | 'ResourceName'
  | 'EventSource'
  | 'AccessKeyId';

export interface Lookup {
  readonly account: string;
  readonly region: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly attribute?: { readonly key: LookupKey; readonly value: string } | undefined;
}

/** A record and the commit it came from, with its place among that commit's. */
export interface FoundRecord {
  readonly record: CloudTrailRecord;
  readonly commit: AwsCommit;
  readonly index: number;
}

/** Where a page ended: the commit, and how many of its records were on it. */
export interface Place {
  readonly seq: number;
  readonly index: number;
}

/** Records of one account and Region, newest first. What is behind the log's checkpoint is gone. */
export function* lookUp(
  world: AwsWorld,
  lookup: Lookup,
  facts: TrailFacts,
  after?: Place,
): Generator<FoundRecord> {
  for (let seq = after?.seq ?? world.log.head; seq > world.log.checkpoint; seq--) {
    const commit = world.log.get(seq);
    if (!commit || commit.atMs < lookup.fromMs) return;
    if (commit.atMs > lookup.toMs || !mayMatch(commit, lookup, world.seed, facts)) continue;
    const records = trailRecords(commit, world, facts);
    for (const [index, record] of records.entries()) {
      if (seq === after?.seq && index <= after.index) continue;
      if (matches(record, commit, lookup)) yield { record, commit, index };
    }
  }
}

/** A cheap look at the commit, so that a rare record is found among a hundred thousand. */
function mayMatch(
  commit: AwsCommit,
  { account, region, attribute }: Lookup,
  seed: string,
  facts: TrailFacts,
): boolean {
  if ((facts.serviceEvents?.(commit).length ?? 0) > 0) return true;
  const { request, outcome } = commit;
  if (recordedRegion(request.service, request.region) !== region) return false;
  const operation = managementOperation(commit, facts);
  if (!operation) return false;
  switch (attribute?.key) {
    case 'EventName':
      return request.operation === attribute.value;
    case 'EventSource':
      return eventSourceOf(request.service) === attribute.value;
    case 'ReadOnly':
      return String(operation.readOnly) === attribute.value;
    case 'Username':
      return userNameOf(outcome.audit.principal) === attribute.value;
    case 'ResourceName':
      return outcome.audit.resources.includes(attribute.value);
    case 'ResourceType':
      return outcome.audit.resources.some((arn) => resourceOf(arn, account)?.type === attribute.value);
    case 'AccessKeyId':
      return outcome.audit.principal?.accessKeyId === attribute.value;
    case 'EventId':
      return eventIdOf(commit, seed, account) === attribute.value;
    default:
      return true;
  }
}

function matches(
  record: CloudTrailRecord,
  commit: AwsCommit,
  { account, region, attribute }: Lookup,
): boolean {
  if (record.recipientAccountId !== account || record.awsRegion !== region) return false;
  if (!attribute) return true;
  const { value } = attribute;
  switch (attribute.key) {
    case 'EventId':
      return record.eventID === value;
    case 'EventName':
      return record.eventName === value;
    case 'ReadOnly':
      return String(record.readOnly) === value;
    case 'Username':
      return userNameOf(commit.outcome.audit.principal) === value;
    case 'ResourceType':
      return record.resources?.some(({ type }) => type === value) ?? false;
    case 'ResourceName':
      return record.resources?.some(({ ARN }) => ARN === value) ?? false;
    case 'EventSource':
      return record.eventSource === value;
    case 'AccessKeyId':
      return record.userIdentity.accessKeyId === value;
  }
}
