import type { ApiRequest, RequestSource } from '../../aws';
import { needs } from '../../base';
import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from '../../cloud';
import { seedAccount } from '../../services/iam';

export const REGION = 'eu-west-1';
export const OTHER_ACCOUNT = '444455556666';
export const STUDENT = `arn:aws:iam::${HOME_ACCOUNT}:user/student`;
export const APP = `arn:aws:iam::${HOME_ACCOUNT}:role/app`;
export const ROOT = `arn:aws:iam::${HOME_ACCOUNT}:root`;

type Input = Readonly<Record<string, unknown>>;

export const document = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** What every default key policy says. */
export const DELEGATION = { Effect: 'Allow', Principal: { AWS: ROOT }, Action: 'kms:*', Resource: '*' };

/** One home account with a role `app`, and another account with an administrator `guest`. */
export class AccessLab {
  readonly cloud = new Cloud({ seed: 'access', startMs: Date.UTC(2026, 10, 22), quotas: false });
  readonly guestKey: string;

  constructor() {
    const guest = this.cloud.world.collect(() =>
      seedAccount(this.cloud.world, { account: OTHER_ACCOUNT, user: 'guest' }),
    ).value;
    this.guestKey = guest.userKey?.accessKeyId ?? '';
    const trust = { Effect: 'Allow', Principal: { AWS: HOME_ACCOUNT }, Action: 'sts:AssumeRole' };
    this.make('iam', 'CreateRole', { RoleName: 'app', AssumeRolePolicyDocument: document(trust) });
  }

  send(service: string, operation: string, input: Input, more: Partial<ApiRequest> = {}) {
    const request = { service, operation, region: REGION, credentials: HOME_ACCESS_KEY, input, ...more };
    return this.cloud.send(request);
  }

  /** The output of a request that must be answered. */
  make<T = Record<string, unknown>>(
    service: string,
    operation: string,
    input: Input,
    more: Partial<ApiRequest> = {},
  ): T {
    const reply = this.send(service, operation, input, more);
    needs(
      reply.ok,
      `${operation} is answered, not ${reply.ok ? '' : `${reply.refusal.name} ${reply.refusal.message}`}`,
    );
    return reply.output as T;
  }

  /** `allowed`, or the refusal's name. */
  try(operation: string, input: Input, credentials = HOME_ACCESS_KEY, source?: RequestSource): string {
    const reply = this.send('kms', operation, input, { credentials, source });
    return reply.ok ? 'allowed' : reply.refusal.name;
  }

  /** A key, with a policy of these statements where some are given; its ARN. */
  key(...statements: readonly object[]): string {
    const Policy = statements.length > 0 ? { Policy: document(...statements) } : {};
    const input = { ...Policy, BypassPolicyLockoutSafetyCheck: true };
    return this.make<{ KeyMetadata: { Arn: string } }>('kms', 'CreateKey', input).KeyMetadata.Arn;
  }

  /** An inline policy of the role `app`. */
  permit(...statements: readonly object[]): void {
    const input = { RoleName: 'app', PolicyName: 'own', PolicyDocument: document(...statements) };
    this.make('iam', 'PutRolePolicy', input);
  }

  /** Access key of a new session of the role `app`. */
  assume(input: Input = {}): string {
    const { Credentials } = this.make<{ Credentials: { AccessKeyId: string } }>('sts', 'AssumeRole', {
      RoleArn: APP,
      RoleSessionName: 'run',
      ...input,
    });
    return Credentials.AccessKeyId;
  }
}
