import { isRefusal, pagesOf, type Refusal } from '../../../aws';
import { invalidInput } from './errors';

interface Asked {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

const DEFAULT_RESULTS = 20;

const pageOf = pagesOf((token) =>
  invalidInput('INVALID_NEXT_TOKEN', `You specified a NextToken that no list handed out: ${token}`),
);

/** The answer of a list operation: one page under its own name, and where the next one starts. */
export function listed<T, const N extends string>(
  name: N,
  all: readonly T[],
  { NextToken, MaxResults = DEFAULT_RESULTS }: Asked,
): Refusal | ({ readonly [K in N]: readonly T[] } & { readonly NextToken?: string }) {
  const page = pageOf(all, NextToken, MaxResults);
  if (isRefusal(page)) return page;
  const items = { [name]: page.items } as unknown as { readonly [K in N]: readonly T[] };
  return { ...items, NextToken: page.next };
}
