import { isRefusal, type Refusal } from '../../../aws';
import { invalid } from './errors';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

/** One page; the token says how many came before. */
export function pageOf<T>(all: readonly T[], token: string | undefined, limit: number): Page<T> | Refusal {
  const start = startOf(token);
  if (isRefusal(start)) return start;
  const end = start + limit;
  return { items: all.slice(start, end), next: end < all.length ? `f/${end}` : undefined };
}

export function startOf(token: string | undefined): number | Refusal {
  if (token === undefined) return 0;
  const match = /^[fb]\/(\d+)$/.exec(token);
  return match ? Number(match[1]) : invalid('The specified nextToken is invalid.');
}
