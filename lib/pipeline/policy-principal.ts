import type { Principal } from '../aws';
import type { Principal as Caller } from '../policy';

const principals = new WeakMap<Principal, Caller>();

/** The caller as policies see it. */
export function policyPrincipal(principal: Principal): Caller {
  let translated = principals.get(principal);
  if (!translated) {
    translated = translate(principal);
    principals.set(principal, translated);
  }
  return translated;
}

function translate(principal: Principal): Caller {
  const { account, arn, userId, tags } = principal;
  switch (principal.type) {
    case 'root':
      return { type: 'root', account, arn };
    case 'user':
      return { type: 'user', account, arn, userId, tags };
    case 'federated':
      return { type: 'federated', account, arn, userArn: principal.roleArn ?? arn, userId, tags };
    case 'service':
      return { type: 'service', service: arn };
    case 'role-session': {
      const [roleId = '', sessionName = ''] = userId.split(':');
      return {
        type: 'role-session',
        account,
        roleArn: principal.roleArn ?? arn,
        sessionArn: arn,
        roleId,
        sessionName,
        tags,
      };
    }
  }
}
