import type { LoadFormView } from '../../lib/views';

/** What the form holds, as typed. Empty means: as the command has it. */
export interface LoadForm {
  readonly profile: string;
  readonly region: string;
  readonly service: LoadService;
  readonly operation: string;
  readonly key: string;
  readonly bucket: string;
  readonly perSecond: string;
  readonly minutes: string;
  readonly retries: string;
  readonly attempts: string;
  readonly backoffMs: string;
  readonly jitter: string;
  readonly contexts: string;
  readonly cacheSeconds: string;
  readonly cacheMessages: string;
  readonly cacheBytes: string;
  readonly background: boolean;
}

export type LoadService = 'kms' | 's3' | 'encryption-sdk';

export const SERVICES: readonly { readonly id: LoadService; readonly label: string }[] = [
  { id: 'kms', label: 'KMS itself' },
  { id: 's3', label: 'objects in S3' },
  { id: 'encryption-sdk', label: 'messages of the Encryption SDK' },
];

export const OPERATIONS: Readonly<Record<LoadService, readonly string[]>> = {
  kms: ['Decrypt', 'Encrypt', 'GenerateDataKey'],
  s3: ['PutObject', 'GetObject'],
  'encryption-sdk': ['Encrypt', 'Decrypt'],
};

export const RETRIES = [
  { id: 'standard', label: 'standard, with a quota' },
  { id: 'adaptive', label: 'adaptive' },
  { id: 'loop', label: 'loop of your own' },
  { id: 'none', label: 'none' },
];

export const JITTERS = [
  { id: 'full', label: 'full' },
  { id: 'none', label: 'none' },
];

export function firstForm({ profiles, regions, region }: LoadFormView): LoadForm {
  const here = regions.find((one) => one.region === region);
  return {
    profile: profiles[0]?.id ?? 'default',
    region,
    service: 'kms',
    operation: 'Decrypt',
    key: here?.keys[0]?.id ?? '',
    bucket: here?.buckets[0] ?? '',
    perSecond: '120000',
    minutes: '10',
    retries: 'standard',
    attempts: '3',
    backoffMs: '1000',
    jitter: 'full',
    contexts: '10',
    cacheSeconds: '',
    cacheMessages: '500',
    cacheBytes: '',
    background: false,
  };
}

/** The form after a change: what hangs on it follows. */
export function withChange(form: LoadForm, change: Partial<LoadForm>, view: LoadFormView): LoadForm {
  const next = { ...form, ...change };
  const here = view.regions.find(({ region }) => region === next.region);
  const operations = OPERATIONS[next.service];
  return {
    ...next,
    operation: operations.includes(next.operation) ? next.operation : (operations[0] ?? ''),
    key: here?.keys.some(({ id }) => id === next.key) ? next.key : (here?.keys[0]?.id ?? ''),
    bucket: here?.buckets.includes(next.bucket) ? next.bucket : (here?.buckets[0] ?? ''),
  };
}

/** Why it cannot be started: a sentence, or nothing. */
export function missingIn(form: LoadForm): string | undefined {
  if (form.service === 's3' && form.bucket === '') {
    return `Create a bucket in ${form.region} first, with aws:kms as its default encryption.`;
  }
  if (form.service !== 's3' && form.key === '') {
    return `Create a symmetric KMS key in ${form.region} first: aws kms create-key --region ${form.region}`;
  }
  if (!isWhole(form.perSecond, 1_000_000))
    return 'Requests a second: expected a whole number from 1 to 1,000,000.';
  if (!isWhole(form.minutes, 60)) return 'Minutes: expected a whole number from 1 to 60.';
  if (form.retries !== 'none' && !isWhole(form.attempts, 8))
    return 'Attempts: expected a whole number from 1 to 8.';
  if (form.retries !== 'none' && !isWhole(form.backoffMs, 20_000)) {
    return 'Backoff: expected a whole number of milliseconds from 1 to 20,000.';
  }
  if (form.service !== 'encryption-sdk') return undefined;
  if (!isWhole(form.contexts, 1_000_000)) return 'Tenants: expected a whole number from 1 to 1,000,000.';
  const limits = [form.cacheSeconds, form.cacheMessages, form.cacheBytes].filter((text) => text !== '');
  return limits.every((text) => isWhole(text, Number.MAX_SAFE_INTEGER))
    ? undefined
    : 'Limits of the cache: expected whole numbers, or nothing.';
}

function isWhole(text: string, most: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most;
}

/** The command that the form stands for. */
export function loadCommand(form: LoadForm): string {
  const { service, operation } = form;
  const words = ['lab load start', flag('service', service), flag('operation', operation)];
  words.push(service === 's3' ? flag('bucket', form.bucket) : flag('key', form.key));
  words.push(
    flag('per-second', form.perSecond),
    flag('for', `${form.minutes}m`),
    flag('region', form.region),
  );
  if (form.profile !== 'default') words.push(flag('profile', form.profile));
  words.push(flag('retries', form.retries));
  if (form.retries !== 'none') {
    words.push(
      flag('attempts', form.attempts),
      flag('backoff', `${form.backoffMs}ms`),
      flag('jitter', form.jitter),
    );
  }
  if (service === 'encryption-sdk') words.push(...cacheWords(form));
  if (form.background) words.push('--background');
  return words.join(' ');
}

function cacheWords({ contexts, cacheSeconds, cacheMessages, cacheBytes }: LoadForm): readonly string[] {
  const words = [flag('contexts', contexts)];
  if (cacheSeconds === '') return words;
  words.push(flag('cache-max-age', `${cacheSeconds}s`));
  if (cacheMessages !== '') words.push(flag('cache-max-messages', cacheMessages));
  if (cacheBytes !== '') words.push(flag('cache-max-bytes', cacheBytes));
  return words;
}

function flag(name: string, value: string): string {
  return `--${name} ${value}`;
}
