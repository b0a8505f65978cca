import { type Call, type Permission, type Refusal, regionalArn } from '../../aws';
import { type GroupRecord, groups } from './records/group';
import { noSuchGroup } from './rules/errors';

/** The ARN of a group named by its name or ARN, without the `:*` at its end. */
export function groupArnOf(call: Call<object>, given: string): string {
  if (given.startsWith('arn:')) return given.replace(/:\*$/, '');
  return regionalArn('logs', call.region, call.principal.account, `log-group:${given}`);
}

export function groupOf(call: Call<object>, given: string): GroupRecord | Refusal {
  return call.world.table(groups).get(groupArnOf(call, given)) ?? noSuchGroup();
}

export function groupPermission(call: Call<object>, action: string, given: string): Permission {
  return { action: `logs:${action}`, resource: `${groupArnOf(call, given)}:*` };
}
