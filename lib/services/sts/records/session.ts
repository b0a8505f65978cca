import { type AwsWorld, type Principal, type Refusal, refuse } from '../../../aws';
import type { TableDefinition } from '../../../world';

/** Temporary credentials and whom they stand for. */
export interface SessionRecord {
  /** `ASIA...` */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly principal: Principal;
  readonly expiresAtMs: number;
  /** Session tags that go on to the next role of a chain. */
  readonly transitiveTags: Readonly<Record<string, string>>;
  readonly sourceIdentity?: string | undefined;
}

export const sessions: TableDefinition<SessionRecord> = {
  name: 'sts-sessions',
  id: (session) => session.accessKeyId,
  indexes: {
    role: (session) => session.principal.roleArn,
    principal: (session) => session.principal.arn,
  },
};

/**
 * Who temporary credentials stand for at the world's moment; nothing where no session has this key.
 * refuses: ExpiredToken
 */
export function sessionOf(world: AwsWorld, accessKeyId: string): Principal | Refusal | undefined {
  const session = world.table(sessions).get(accessKeyId);
  if (!session || session.expiresAtMs > world.nowMs) return session?.principal;
  return refuse('ExpiredTokenException', 'The security token included in the request is expired');
}
