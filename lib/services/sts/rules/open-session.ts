import type { Call, Principal } from '../../../aws';
import { encodeBase64 } from '../../../base';
import type { RoleDirectory } from '../ports';
import { type SessionRecord, sessions } from '../records/session';

/** What a new session is made of. */
export interface NewSession {
  /** Whom it stands for; its access key is made here. */
  readonly principal: Omit<Principal, 'accessKeyId' | 'sessionIssuedAtMs'>;
  readonly durationSeconds: number;
  readonly transitiveTags?: Readonly<Record<string, string>> | undefined;
  readonly sourceIdentity?: string | undefined;
}

/** As long as AWS's are, roughly; they carry nothing. */
const TOKEN_BYTES = 264;

export function openSession<I>(call: Call<I>, directory: RoleDirectory, wanted: NewSession): SessionRecord {
  const { account } = wanted.principal;
  const accessKeyId = directory.accessKeyId('ASIA', account, call.random('session/access-key', 10));
  return call.world.put(sessions, {
    accessKeyId,
    secretAccessKey: encodeBase64(call.random('session/secret', 30)),
    sessionToken: encodeBase64(call.random('session/token', TOKEN_BYTES)),
    principal: { ...wanted.principal, accessKeyId, sessionIssuedAtMs: call.nowMs },
    expiresAtMs: call.nowMs + wanted.durationSeconds * 1000,
    transitiveTags: wanted.transitiveTags ?? {},
    sourceIdentity: wanted.sourceIdentity,
  });
}

/** As the answer shows them. */
export function credentialsOf(session: SessionRecord) {
  return {
    AccessKeyId: session.accessKeyId,
    SecretAccessKey: session.secretAccessKey,
    SessionToken: session.sessionToken,
    Expiration: session.expiresAtMs,
  };
}

/** As CloudTrail shows them: never the secret. */
export function creditedInTrail(credentials: ReturnType<typeof credentialsOf>) {
  const { AccessKeyId, SessionToken, Expiration } = credentials;
  return { accessKeyId: AccessKeyId, sessionToken: SessionToken, expiration: Expiration };
}
