import { parseArn } from '../aws';
import { type ImportRecord, imports, type KeyRecord, keys, type MaterialRecord, materials } from '../kms';
import type { AwsCommit, ServiceEvent } from '../services/cloudtrail';

/**
 * What KMS did by itself in a commit of the clock, as CloudTrail tells it.
 * fact: services 9, kms-engine 6.2 (RotateKey), 8.4 (DeleteExpiredKeyMaterial), 11 (DeleteKey)
 */
export function serviceEvents(commit: AwsCommit): readonly ServiceEvent[] {
  if (commit.request.service !== 'lab') return [];
  return [...rotations(commit), ...deletions(commit), ...expiries(commit)];
}

function rotations(commit: AwsCommit): ServiceEvent[] {
  const made = commit.changes.find(({ table, before, after }) => {
    if (table !== materials.name || after === undefined) return false;
    const formerType = before && (before as MaterialRecord).rotationType;
    return formerType === undefined && (after as MaterialRecord).rotationType !== undefined;
  });
  if (!made) return [];
  const { keyId, rotationType, imported } = made.after as MaterialRecord;
  const details = { rotationType, keyOrigin: imported ? 'EXTERNAL' : 'AWS_KMS' };
  return keysChanged(commit)
    .filter((key) => key.keyId === keyId)
    .map((key) => eventOf('RotateKey', key.arn, details));
}

function deletions(commit: AwsCommit): ServiceEvent[] {
  const gone = commit.changes.filter(({ table, after }) => table === keys.name && after === undefined);
  return gone.map(({ before }) => eventOf('DeleteKey', (before as KeyRecord).arn));
}

/** Imported material whose time is over. With a key that is deleted it goes without a word. */
function expiries(commit: AwsCommit): ServiceEvent[] {
  const deleted = new Set(deletions(commit).flatMap(({ resources }) => resources));
  const gone = commit.changes.filter(({ table, after }) => table === imports.name && after === undefined);
  return gone
    .map(({ before }) => before as ImportRecord)
    .filter(({ keyArn }) => !deleted.has(keyArn))
    .map(({ keyArn }) => eventOf('DeleteExpiredKeyMaterial', keyArn));
}

function keysChanged(commit: AwsCommit): KeyRecord[] {
  const byArn = new Map<string, KeyRecord>();
  for (const { table, id, after } of commit.changes) {
    if (table === keys.name && after) byArn.set(id, after as KeyRecord);
  }
  return [...byArn.values()];
}

function eventOf(eventName: string, keyArn: string, details: Record<string, unknown> = {}): ServiceEvent {
  const { region = '', account = '' } = parseArn(keyArn) ?? {};
  const serviceEventDetails = { keyId: keyArn, ...details };
  return { service: 'kms', eventName, region, account, resources: [keyArn], serviceEventDetails };
}
