import type { Principal } from '../../../aws';
import type { TableDefinition } from '../../../world';

/** A session of a replication role that S3 holds until it expires. */
export interface ReplicationSessionRecord {
  readonly roleArn: string;
  readonly principal: Principal;
  readonly untilMs: number;
}

export const replicationSessions: TableDefinition<ReplicationSessionRecord> = {
  name: 's3-replication-sessions',
  id: (session) => session.roleArn,
};
