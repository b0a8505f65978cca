import { type Call, type Principal, type Refusal, regionalArn } from '../../aws';
import { roleNotAssumed } from './rules/errors';

/** Lambda itself. */
export function lambdaPrincipal(account: string): Principal {
  const arn = 'lambda.amazonaws.com';
  return { type: 'service', account, arn, userId: arn, accessKeyId: '', tags: {} };
}

/** A session of a function's role, as Lambda opens one. */
export function executionSession(
  call: Call<object>,
  roleArn: string,
  functionName: string,
): { readonly session: Principal; readonly roleId: string } | Refusal {
  const { account } = call.principal;
  const answer = call.call(
    'sts',
    'AssumeRole',
    { RoleArn: roleArn, RoleSessionName: functionName },
    {
      as: lambdaPrincipal(account),
      sourceArn: regionalArn('lambda', call.region, account, `function:${functionName}`),
    },
  );
  if (!answer.ok) return roleNotAssumed();
  const { AssumedRoleUser, Credentials } = answer.output as {
    readonly AssumedRoleUser: { readonly AssumedRoleId: string; readonly Arn: string };
    readonly Credentials: { readonly AccessKeyId: string };
  };
  const { AssumedRoleId: userId, Arn: arn } = AssumedRoleUser;
  return {
    session: {
      type: 'role-session',
      account,
      arn,
      roleArn,
      userId,
      accessKeyId: Credentials.AccessKeyId,
      tags: {},
      sessionIssuedAtMs: call.nowMs,
    },
    roleId: userId.split(':')[0] ?? userId,
  };
}
