import type { Test } from '../matching/wildcard';
import type { Operators } from './operator';

/** fact: authorization 6 */
export const ipOperators: Operators = {
  IpAddress: { family: 'IpAddress', negated: false, variables: false, reads: 'text', prepare: prepareRange },
  NotIpAddress: {
    family: 'IpAddress',
    negated: true,
    variables: false,
    reads: 'text',
    prepare: prepareRange,
  },
};

/** Four bytes (IPv4) or sixteen (IPv6). The two never match each other. */
type Address = readonly number[];

const V4_PART = /^(?:0|[1-9]\d{0,2})$/;
const V6_GROUP = /^[0-9A-Fa-f]{1,4}$/;

/**
 * An address or a CIDR range. fact: authorization 6: without a prefix length it is that one address
 * (assumed: also for IPv6). Bits behind the prefix length do not count.
 */
function readRange(text: string): { readonly address: Address; readonly bits: number } | undefined {
  const slash = text.indexOf('/');
  const address = readAddress(slash === -1 ? text : text.slice(0, slash));
  if (!address) return undefined;
  const width = address.length * 8;
  if (slash === -1) return { address, bits: width };
  const length = text.slice(slash + 1);
  const bits = /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  return bits <= width ? { address, bits } : undefined;
}

function prepareRange(text: string): Test | undefined {
  const range = readRange(text);
  if (!range) return undefined;
  return (subject) => {
    const address = readAddress(subject);
    return address !== undefined && isInside(address, range.address, range.bits);
  };
}

function isInside(address: Address, network: Address, bits: number): boolean {
  if (address.length !== network.length) return false;
  return network.every((byte, i) => {
    const counted = Math.max(0, Math.min(8, bits - i * 8));
    const ignored = 8 - counted;
    return byte >> ignored === (address[i] ?? 0) >> ignored;
  });
}

/** Whether a text is one IPv4 or IPv6 address. */
export function isAddress(text: string): boolean {
  return readAddress(text) !== undefined;
}

function readAddress(text: string): Address | undefined {
  return text.includes(':') ? readV6(text) : readV4(text);
}

function readV4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  const bytes = parts.map((part) => (V4_PART.test(part) ? Number(part) : Number.NaN));
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

function readV6(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = readGroups(halves[0] ?? '', halves.length === 1);
  const tail = halves.length === 2 ? readGroups(halves[1] ?? '', true) : [];
  if (!head || !tail) return undefined;
  const missing = 16 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 2) return undefined;
  return [...head, ...new Array<number>(missing).fill(0), ...tail];
}

/** The bytes of `a:b:c`; the last group of an address may be written as an IPv4 address. */
function readGroups(text: string, isLast: boolean): number[] | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [i, group] of groups.entries()) {
    const embedded = isLast && i === groups.length - 1 && group.includes('.') ? readV4(group) : undefined;
    if (embedded) bytes.push(...embedded);
    else if (V6_GROUP.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    } else return undefined;
  }
  return bytes;
}
