import { parseArn } from '../aws';
import { type KeyRecord, keys, type MaterialRecord, materials } from '../kms';
import type { AwsCommit, ServiceEvent } from '../services/cloudtrail';

/**
 * What KMS did by itself in a commit of the clock, as CloudTrail tells it.
 * fact: services 9, kms-engine 6.2 (RotateKey), 11 (DeleteKey)
 */
export function serviceEvents(commit: AwsCommit): readonly ServiceEvent[] {
  if (commit.request.service !== 'lab') return [];
  return [...rotations(commit), ...deletions(commit)];
}

function rotations(commit: AwsCommit): ServiceEvent[] {
  const made = commit.changes.find(({ table, before, after }) => {
    const isNew = table === materials.name && before === undefined && after !== undefined;
    return isNew && (after as MaterialRecord).rotationType !== undefined;
  });
  if (!made) return [];
  const { keyId, rotationType } = made.after as MaterialRecord;
  const details = { rotationType, keyOrigin: 'AWS_KMS' };
  return keysChanged(commit)
    .filter((key) => key.keyId === keyId)
    .map((key) => eventOf('RotateKey', key, details));
}

function deletions(commit: AwsCommit): ServiceEvent[] {
  const gone = commit.changes.filter(({ table, after }) => table === keys.name && after === undefined);
  return gone.map(({ before }) => eventOf('DeleteKey', before as KeyRecord));
}

function keysChanged(commit: AwsCommit): KeyRecord[] {
  const byArn = new Map<string, KeyRecord>();
  for (const { table, id, after } of commit.changes) {
    if (table === keys.name && after) byArn.set(id, after as KeyRecord);
  }
  return [...byArn.values()];
}

function eventOf(eventName: string, key: KeyRecord, details: Record<string, unknown> = {}): ServiceEvent {
  const { region = key.region, account = key.account } = parseArn(key.arn) ?? {};
  const serviceEventDetails = { keyId: key.arn, ...details };
  return { service: 'kms', eventName, region, account, resources: [key.arn], serviceEventDetails };
}
