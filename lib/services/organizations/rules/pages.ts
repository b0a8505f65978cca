import { isRefusal, type Refusal } from '../../../aws';
import { invalidInput } from './errors';

interface Asked {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

const DEFAULT_RESULTS = 20;
const PREFIX = 'item-';

/** The answer of a list operation: one page under its own name, and where the next one starts. */
export function listed<T, const N extends string>(
  name: N,
  all: readonly T[],
  { NextToken, MaxResults = DEFAULT_RESULTS }: Asked,
): Refusal | ({ readonly [K in N]: readonly T[] } & { readonly NextToken?: string }) {
  const start = NextToken === undefined ? 0 : startOf(NextToken);
  if (isRefusal(start)) return start;
  const end = start + MaxResults;
  const items = { [name]: all.slice(start, end) } as unknown as { readonly [K in N]: readonly T[] };
  return end < all.length ? { ...items, NextToken: `${PREFIX}${end}` } : items;
}

function startOf(token: string): number | Refusal {
  const [, digits] = new RegExp(`^${PREFIX}(\\d{1,6})$`).exec(token) ?? [];
  if (digits !== undefined) return Number(digits);
  return invalidInput('INVALID_NEXT_TOKEN', `You specified a NextToken that no list handed out: ${token}`);
}
