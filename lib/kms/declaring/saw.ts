import type { Call, Stage } from '../../aws';
import type { KeyRecord } from '../records/key';
import type { FoundKey } from './lookup';

/** One plain sentence on what a gate saw of a request to KMS, for the X-ray. */
export function saw(stage: Stage, call: Call, found: Readonly<Record<string, FoundKey>>): string | undefined {
  switch (stage) {
    case 'request':
      return sawRequest(call);
    case 'key':
      return sentences(
        found,
        (role, { key, verdict }) =>
          `${role}${key ? describeKey(key) : verdict ? `none: ${verdict.name}` : 'none named'}`,
      );
    case 'key state':
      return sentences(found, (role, { key }) => (key ? `${role}${key.state}` : ''));
    default:
      return undefined;
  }
}

function sawRequest(call: Call): string {
  const parts = [call.operation];
  for (const [name, value] of Object.entries(call.input)) {
    if (value instanceof Uint8Array) parts.push(`${value.length}-byte ${name}`);
    else if (/EncryptionContext$/.test(name)) parts.push(`context ${pairs(value)}`);
  }
  return parts.join(', ');
}

function pairs(context: unknown): string {
  const entries = Object.entries((context ?? {}) as Record<string, string>);
  return entries.length === 0 ? 'empty' : entries.map(([name, value]) => `${name}=${value}`).join(', ');
}

function describeKey(key: KeyRecord): string {
  const kind = key.multiRegion ? `multi-Region ${key.multiRegion.toLowerCase()}` : 'single-Region';
  return `${key.keyId}, ${kind}, in ${key.region}`;
}

function sentences(
  found: Readonly<Record<string, FoundKey>>,
  say: (role: string, key: FoundKey) => string,
): string | undefined {
  const roles = Object.entries(found);
  const parts = roles
    .map(([role, key]) => say(roles.length > 1 ? `${role}: ` : '', key))
    .filter((part) => part !== '');
  return parts.length > 0 ? parts.join('; ') : undefined;
}
