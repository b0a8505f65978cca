import { decodeBase64, encodeBase64, isObject } from '../../base';
import type { StoredItem, StoredValue } from '../../services/dynamodb';
import type { LOOK_UP_NAMES, Matcher } from '../schema';
import type { Evidence } from './evidence';
import { fileBytes } from './files';
import { configuredKey, namedKeyArn } from './keys';

/** Where a question is asked, and about which item. */
interface Asked {
  readonly item: StoredItem;
  readonly region: string;
  readonly evidence: Evidence;
}

type LookUp = (name: string, asked: Asked) => unknown;

const LOOK_UPS: Readonly<Record<(typeof LOOK_UP_NAMES)[number], LookUp>> = {
  $item: (name, { item }) => plainValue(item[name]),
  $base64: (text) => decodeBase64(text),
  $file: (path, { evidence }) => fileBytes(path, evidence),
  $applicationKey: (name, { region, evidence }) => configuredKey(name, region, evidence),
  $keyId: (name, asked) => keyArn(name, asked)?.split('/').at(-1),
  $keyArn: (name, asked) => keyArn(name, asked),
};

/** The input of a question: what is looked up is put in its place. */
export function filledIn(template: Matcher, asked: Asked): unknown {
  if (Array.isArray(template)) return template.map((one) => filledIn(one, asked));
  if (!isObject(template)) return template;
  const [name = '', ...others] = Object.keys(template);
  const wish = template[name];
  if (others.length === 0 && typeof wish === 'string' && Object.hasOwn(LOOK_UPS, name)) {
    return LOOK_UPS[name as keyof typeof LOOK_UPS](wish, asked);
  }
  return Object.fromEntries(
    Object.entries(template).map(([member, one]) => [member, filledIn(one as Matcher, asked)]),
  );
}

/** What an answer should be like. Bytes compare as base64; what is looked up in vain fits nothing. */
export function wantedOf(template: Matcher, asked: Asked): Matcher {
  return comparable(filledIn(template, asked));
}

function comparable(value: unknown): Matcher {
  if (value instanceof Uint8Array) return encodeBase64(value);
  if (Array.isArray(value)) return value.map(comparable);
  if (!isObject(value)) return value === undefined ? { $oneOf: [] } : (value as Matcher);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, comparable(one)]));
}

function keyArn(name: string, { region, evidence }: Asked): string | undefined {
  return namedKeyArn(name, region, evidence);
}

function plainValue(value: StoredValue | undefined): unknown {
  if (value === undefined) return undefined;
  if ('B' in value) return decodeBase64(value.B);
  if ('S' in value) return value.S;
  return 'N' in value ? value.N : undefined;
}
