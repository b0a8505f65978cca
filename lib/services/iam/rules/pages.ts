import { isRefusal, pagesOf, type Refusal } from '../../../aws';
import { validationError } from './errors';

interface Asked {
  readonly Marker?: string;
  readonly MaxItems?: number;
}

const DEFAULT_ITEMS = 100;

const pageOf = pagesOf((marker) => validationError(`Invalid Marker: ${marker}`));

/** The answer of a list operation: the page under its own name, then where it ends. */
export function listed<T, V, const N extends string>(
  name: N,
  all: readonly T[],
  { Marker, MaxItems = DEFAULT_ITEMS }: Asked,
  view: (item: T) => V,
):
  | Refusal
  | ({ readonly [K in N]: readonly V[] } & { readonly IsTruncated: boolean; readonly Marker?: string }) {
  const page = pageOf(all, Marker, MaxItems);
  if (isRefusal(page)) return page;
  const items = { [name]: page.items.map(view) } as unknown as { readonly [K in N]: readonly V[] };
  return { ...items, IsTruncated: page.next !== undefined, Marker: page.next };
}
