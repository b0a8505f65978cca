import { isRefusal, type Refusal, refuse } from '../../../aws';
import { bytesToUtf8, decodeBase64, encodeBase64, utf8ToBytes } from '../../../base';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

/** One page of a list whose order does not change: the token says how many items came before. */
export function pageOf<T>(all: readonly T[], token: string | undefined, limit: number): Page<T> | Refusal {
  const start = startOf(token);
  if (isRefusal(start)) return start;
  const end = start + limit;
  return { items: all.slice(start, end), next: end < all.length ? tokenAfter(end) : undefined };
}

function tokenAfter(count: number): string {
  return encodeBase64(utf8ToBytes(`after ${count}`));
}

function startOf(token: string | undefined): number | Refusal {
  if (token === undefined) return 0;
  const match = /^after (\d+)$/.exec(bytesToUtf8(decodeBase64(token) ?? new Uint8Array()) ?? '');
  return match ? Number(match[1]) : refuse('InvalidNextToken', 'Invalid nextToken.');
}
