import type { Principal } from '../../../aws';
import type { UserIdentity } from '../record';
import { eventSourceOf, eventTimeOf } from './words';

/** Who did it, as the account that did it reads it. */
export function userIdentityOf(principal: Principal, invokedBy: string | undefined): UserIdentity {
  const { account: accountId, arn, accessKeyId, userId: principalId } = principal;
  switch (principal.type) {
    case 'service':
      return { type: 'AWSService', invokedBy: invokedBy ?? eventSourceOf(arn.split('.')[0] ?? arn) };
    case 'root':
      return {
        type: 'Root',
        principalId,
        arn,
        accountId,
        accessKeyId,
        sessionContext: session(principal),
        invokedBy,
      };
    case 'user': {
      const { userName } = principal;
      const sessionContext = session(principal);
      return {
        type: 'IAMUser',
        principalId,
        arn,
        accountId,
        accessKeyId,
        userName,
        sessionContext,
        invokedBy,
      };
    }
    default: {
      const type = principal.type === 'federated' ? 'FederatedUser' : 'AssumedRole';
      return {
        type,
        principalId,
        arn,
        accountId,
        accessKeyId,
        sessionContext: session(principal),
        invokedBy,
      };
    }
  }
}

/** What the owner of the resource reads of a caller from elsewhere. assumed: no more than account and principal */
export function foreignIdentityOf(principal: Principal, invokedBy: string | undefined): UserIdentity {
  return { type: 'AWSAccount', principalId: principal.userId, accountId: principal.account, invokedBy };
}

/** Absent for long-term credentials. */
function session(principal: Principal): Readonly<Record<string, unknown>> | undefined {
  const { roleArn, sessionIssuedAtMs, mfa } = principal;
  if (sessionIssuedAtMs === undefined && !roleArn) return undefined;
  return {
    ...(roleArn ? { sessionIssuer: issuer(principal, roleArn) } : {}),
    attributes: { creationDate: eventTimeOf(sessionIssuedAtMs ?? 0), mfaAuthenticated: String(mfa ?? false) },
  };
}

function issuer({ userId, account }: Principal, roleArn: string): Readonly<Record<string, string>> {
  return {
    type: 'Role',
    principalId: userId.replace(/:[^:]*$/, ''),
    arn: roleArn,
    accountId: account,
    userName: roleArn.slice(roleArn.lastIndexOf('/') + 1),
  };
}

/** What LookupEvents calls the user name: that of the user, or of the session. */
export function userNameOf(principal: Principal | undefined): string | undefined {
  if (!principal || principal.type === 'service') return undefined;
  if (principal.type === 'root') return 'root';
  return principal.userName ?? principal.arn.slice(principal.arn.lastIndexOf('/') + 1);
}
