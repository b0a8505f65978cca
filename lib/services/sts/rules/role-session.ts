import { type Call, formatArn, type Principal, type Refusal } from '../../../aws';
import type { AssumableRole } from '../ports';
import { hasCode } from './callers';
import { validationError } from './operation';
import type { Tags } from './session-tags';

/** What of a request decides over the session. */
export interface RoleRequest {
  readonly RoleSessionName: string;
  readonly DurationSeconds?: number;
  readonly SerialNumber?: string;
  readonly TokenCode?: string;
}

const HOUR = 3600;

/** In seconds. */
export function roleDuration({ DurationSeconds = HOUR }: RoleRequest): number {
  return DurationSeconds;
}

/** Whom a new session of a role stands for. */
export function rolePrincipal(
  role: AssumableRole,
  request: RoleRequest,
  carried: Tags,
  policies: readonly string[] | undefined,
): Omit<Principal, 'accessKeyId' | 'sessionIssuedAtMs'> {
  const resource = `assumed-role/${role.name}/${request.RoleSessionName}`;
  const mine = { partition: 'aws', service: 'sts', region: '', account: role.account, resource };
  return {
    type: 'role-session',
    account: role.account,
    arn: formatArn(mine),
    roleArn: role.arn,
    userId: `${role.roleId}:${request.RoleSessionName}`,
    tags: carried,
    sessionPolicies: policies,
    mfa: hasCode(request),
  };
}

/** A role's own limit, and one hour when a role's session asks for another role. */
export function refuseDuration(call: Call<RoleRequest>, role: AssumableRole): Refusal | undefined {
  const seconds = roleDuration(call.input);
  if (call.principal.type === 'role-session' && seconds > HOUR) {
    return validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  }
  if (seconds <= role.maxSessionSeconds) return undefined;
  return validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
}
