import { isRefusal, type Refusal, refuse } from '../../../aws';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

/** One page; the token is how many came before. */
export function pageOf<T>(all: readonly T[], token: string | undefined, limit: number): Page<T> | Refusal {
  const start = startOf(token);
  if (isRefusal(start)) return start;
  const end = start + limit;
  return { items: all.slice(start, end), next: end < all.length ? `after-${end}` : undefined };
}

function startOf(token: string | undefined): number | Refusal {
  if (token === undefined) return 0;
  const match = /^after-(\d+)$/.exec(token);
  return match ? Number(match[1]) : refuse('InvalidNextToken', 'The specified token is not valid.');
}
