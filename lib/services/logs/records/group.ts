import type { TableDefinition } from '../../../world';

export interface GroupRecord {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly createdAtMs: number;
  /** ARN of the KMS key under which new data is encrypted. */
  readonly keyArn?: string | undefined;
}

export const groups: TableDefinition<GroupRecord> = {
  name: 'logs-groups',
  id: (group) => group.arn,
  indexes: { owner: (group) => ownerOf(group.account, group.region) },
};

export interface StreamRecord {
  readonly groupArn: string;
  readonly name: string;
  readonly createdAtMs: number;
}

export const streams: TableDefinition<StreamRecord> = {
  name: 'logs-streams',
  id: (stream) => streamId(stream.groupArn, stream.name),
  indexes: { group: (stream) => stream.groupArn },
};

export function streamId(groupArn: string, name: string): string {
  return `${groupArn}:log-stream:${name}`;
}

export function ownerOf(account: string, region: string): string {
  return `${account}/${region}`;
}
