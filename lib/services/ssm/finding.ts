import { type Call, type Permission, regionalArn } from '../../aws';
import { ownerOf, type ParameterRecord, parameters } from './records/parameter';

/** A name that is a path keeps its slash once: `parameter/app/key`. */
export function parameterArn(call: Call<object>, given: string): string {
  if (given.startsWith('arn:')) return given;
  const path = given.startsWith('/') ? given : `/${given}`;
  return regionalArn('ssm', call.region, call.principal.account, `parameter${path}`);
}

/** assumed: only the newest version is kept; `name:version` finds it by its number */
export function parameterOf(call: Call<object>, given: string): ParameterRecord | undefined {
  const [, name = given, version] = /^(.+?)(?::(\d+))?$/.exec(given) ?? [];
  const isArn = given.startsWith('arn:');
  const found = call.world.table(parameters).get(parameterArn(call, isArn ? given : name));
  if (found?.region !== call.region || found.account !== call.principal.account) return undefined;
  return isArn || version === undefined || Number(version) === found.version ? found : undefined;
}

export function parameterPermission(call: Call<object>, action: string, given: string): Permission {
  return { action: `ssm:${action}`, resource: parameterArn(call, given) };
}

export function ownParameters(call: Call<object>): readonly ParameterRecord[] {
  return call.world.table(parameters).by('owner', ownerOf(call.principal.account, call.region));
}
