import type { Principal } from '../aws';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `10:02:14` */
export function timeOfDay(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}

/** How many midnights lie between: the day on which the lab began is Day 0. */
export function dayOf(ms: number, startMs: number): number {
  return Math.floor(ms / DAY) - Math.floor(startMs / DAY);
}

/** `Day 0, 10:02:14` */
export function dayAndTime(ms: number, startMs: number): string {
  return `Day ${dayOf(ms, startMs)}, ${timeOfDay(ms)}`;
}

const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
] as const;

/** The largest units: `180 days`, `1 hour 30 minutes`. */
export function stretch(ms: number, units = 2): string {
  const parts: string[] = [];
  let rest = Math.round(ms / SECOND) * SECOND;
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(counted(count, unit));
    rest -= count * size;
  }
  return parts.slice(0, units).join(' ') || '0 seconds';
}

/** `1 item`, `240,000,000 items` */
export function counted(count: number, unit: string): string {
  return `${count.toLocaleString('en-US')} ${unit}${count === 1 ? '' : 's'}`;
}

/** `1a2b…9f`; a key id or material id as short as people say it. */
export function shortId(id: string): string {
  const bare = id.startsWith('mrk-') ? id.slice(4) : id;
  const start = id.startsWith('mrk-') ? 'mrk-' : '';
  return bare.length <= 8 ? id : `${start}${bare.slice(0, 4)}…${bare.slice(-2)}`;
}

/** `role/payments-app`, `user/student`, `root`, `s3.amazonaws.com` */
export function callerName(principal: Pick<Principal, 'type' | 'arn' | 'roleArn'> | undefined): string {
  if (!principal) return 'unknown';
  if (principal.type === 'service') return principal.arn;
  const resource = (principal.roleArn ?? principal.arn).split(':').slice(5).join(':');
  return resource.replace(/^assumed-role\/([^/]+)\/.*$/, 'role/$1');
}

const SERVICE_NAMES: Readonly<Record<string, string>> = {
  kms: 'KMS',
  dynamodb: 'DynamoDB',
  s3: 'S3',
  sts: 'STS',
  iam: 'IAM',
  cloudtrail: 'CloudTrail',
  organizations: 'Organizations',
  lab: 'the lab',
};

/** As people say it: `DynamoDB`. */
export function serviceName(service: string): string {
  return SERVICE_NAMES[service] ?? service;
}

/** As the aws command spells what the API calls `PendingWindowInDays`: `pending-window-in-days`. */
export function kebab(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
