import { type Call, type Permission, parseArn, type Refusal, regionalArn } from '../../aws';
import { type DBInstanceRecord, dbInstances } from './records/db-instance';
import { type DBSnapshotRecord, dbSnapshots } from './records/db-snapshot';
import { instanceNotFound, snapshotNotFound } from './rules/errors';

type Kind = 'db' | 'snapshot';

/** ARN of what an identifier names; names do not mind case. */
export function rdsArn(call: Call<object>, kind: Kind, given: string): string {
  if (given.startsWith('arn:')) return given;
  return regionalArn('rds', call.region, call.principal.account, `${kind}:${given.toLowerCase()}`);
}

export function permission(call: Call<object>, action: string, kind: Kind, given: string): Permission {
  const resource = rdsArn(call, kind, given);
  return { action: `rds:${action}`, resource, account: parseArn(resource)?.account };
}

export function instanceOf(call: Call<object>, given: string): DBInstanceRecord | Refusal {
  return call.world.table(dbInstances).get(rdsArn(call, 'db', given)) ?? instanceNotFound(given);
}

/** A snapshot of the caller's own account. */
export function ownSnapshot(call: Call<object>, given: string): DBSnapshotRecord | Refusal {
  const snapshot = call.world.table(dbSnapshots).get(rdsArn(call, 'snapshot', given));
  return snapshot?.account === call.principal.account ? snapshot : snapshotNotFound(given);
}

/** A snapshot the caller may copy or restore: his own, one shared with his account, or a public one. */
export function readableSnapshot(call: Call<object>, given: string): DBSnapshotRecord | Refusal {
  const snapshot = call.world.table(dbSnapshots).get(rdsArn(call, 'snapshot', given));
  const { account } = call.principal;
  const isReadable =
    snapshot?.account === account || snapshot?.sharedWith.some((name) => name === account || name === 'all');
  return snapshot && isReadable ? snapshot : snapshotNotFound(given);
}

export function ownedHere({ principal, region }: Call<object>): string {
  return `${principal.account}/${region}`;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `db-` and 26 letters and digits. */
export function newResourceId(call: Call<object>): string {
  const bytes = call.random('db-resource-id', 26);
  return `db-${Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}
