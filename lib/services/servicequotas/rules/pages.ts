import { isRefusal, type Refusal } from '../../../aws';
import { bytesToUtf8, decodeBase64, encodeBase64, utf8ToBytes } from '../../../base';
import { badToken } from './errors';

interface PageInput {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

const MOST = 100;

/** One page of a list whose order does not change: the token says how many items came before. */
export function pageOf<T>(all: readonly T[], { NextToken, MaxResults = MOST }: PageInput): Page<T> | Refusal {
  const start = startOf(NextToken);
  if (isRefusal(start)) return start;
  const end = start + MaxResults;
  return { items: all.slice(start, end), next: end < all.length ? token(end) : undefined };
}

function token(start: number): string {
  return encodeBase64(utf8ToBytes(`after ${start}`));
}

function startOf(given: string | undefined): number | Refusal {
  if (given === undefined) return 0;
  const match = /^after (\d+)$/.exec(bytesToUtf8(decodeBase64(given) ?? new Uint8Array()) ?? '');
  return match ? Number(match[1]) : badToken();
}
