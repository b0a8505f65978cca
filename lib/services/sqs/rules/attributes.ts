import type { Refusal } from '../../../aws';
import { invalidAttribute, invalidValue } from './errors';

export type Attributes = Readonly<Record<string, string>>;

/** A new queue is under SQS's own key. assumed: AWS's published defaults; fact: services 1 (reuse period) */
export const DEFAULTS: Attributes = {
  VisibilityTimeout: '30',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  DelaySeconds: '0',
  ReceiveMessageWaitTimeSeconds: '0',
  SqsManagedSseEnabled: 'true',
};

/** Without it a queue under a KMS key asks anew after so many seconds. fact: services 1, 7 */
export const DEFAULT_REUSE_SECONDS = 300;

/** Least and most of each number. fact: services 1 (data key reuse period); assumed: the others */
const NUMBERS: Readonly<Record<string, readonly [number, number]>> = {
  DelaySeconds: [0, 900],
  KmsDataKeyReusePeriodSeconds: [60, 86_400],
  MaximumMessageSize: [1024, 1_048_576],
  MessageRetentionPeriod: [60, 1_209_600],
  ReceiveMessageWaitTimeSeconds: [0, 20],
  VisibilityTimeout: [0, 43_200],
};

const TEXTS = ['KmsMasterKeyId', 'Policy', 'SqsManagedSseEnabled'];

export function refuseAttributes(given: Attributes): Refusal | undefined {
  for (const [name, value] of Object.entries(given)) {
    const range = Object.hasOwn(NUMBERS, name) ? NUMBERS[name] : undefined;
    if (!range && !TEXTS.includes(name)) return invalidAttribute(name);
    const isOutside =
      range && !(/^\d+$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1]);
    const isNoFlag = name === 'SqsManagedSseEnabled' && value !== 'true' && value !== 'false';
    if (isOutside || isNoFlag) return invalidValue(name);
  }
  return undefined;
}

/** A KMS key takes the place of SQS's own, and an empty name takes it away. */
export function withAttributes(held: Attributes, given: Attributes): Attributes {
  const all: Record<string, string> = { ...held, ...given };
  if (given.KmsMasterKeyId) all.SqsManagedSseEnabled = 'false';
  if (given.SqsManagedSseEnabled === 'true') all.KmsMasterKeyId = '';
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}
