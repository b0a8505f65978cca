import { isRegion, partitionOf } from './regions';

/** `arn:partition:service:region:account:resource`; the resource may hold colons and slashes. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

export function parseArn(text: string): Arn | undefined {
  const parts = text.split(':');
  const [arn, partition, service, region, account] = parts;
  const resource = parts.slice(5).join(':');
  if (arn !== 'arn' || !partition || !service || region === undefined || account === undefined)
    return undefined;
  if (resource === '') return undefined;
  return { partition, service, region, account, resource };
}

export function formatArn(arn: Arn): string {
  return `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.resource}`;
}

/** The ARN of a resource that lives in a Region, in that Region's partition. */
export function regionalArn(service: string, region: string, account: string, resource: string): string {
  return `arn:${isRegion(region) ? partitionOf(region) : 'aws'}:${service}:${region}:${account}:${resource}`;
}

export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}
