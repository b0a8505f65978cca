import { type Principal, parseArn } from '../../../aws';
import { isObject, needs } from '../../../base';

/** assumed: the name S3 gives the session */
const SESSION_NAME = 's3-replication';

/** What STS is asked for. */
export function needsSession(roleArn: string) {
  return { RoleArn: roleArn, RoleSessionName: SESSION_NAME };
}

/** Whom the session stands for, from STS's answer. */
export function sessionPrincipal(
  roleArn: string,
  { AssumedRoleUser, Credentials }: Readonly<Record<string, unknown>>,
  nowMs: number,
): Principal {
  needs(isObject(AssumedRoleUser) && isObject(Credentials), 'AssumeRole answers a session');
  return {
    type: 'role-session',
    account: parseArn(roleArn)?.account ?? '',
    arn: String(AssumedRoleUser.Arn),
    roleArn,
    userId: String(AssumedRoleUser.AssumedRoleId),
    accessKeyId: String(Credentials.AccessKeyId),
    tags: {},
    sessionIssuedAtMs: nowMs,
  };
}
