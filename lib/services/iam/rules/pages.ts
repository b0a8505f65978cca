import { isRefusal, type Refusal } from '../../../aws';
import { validationError } from './errors';

interface Asked {
  readonly Marker?: string;
  readonly MaxItems?: number;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly IsTruncated: boolean;
  readonly Marker?: string | undefined;
}

const DEFAULT_ITEMS = 100;

/** One page of a list. The marker says where the next one starts. */
function pageOf<T>(all: readonly T[], { Marker, MaxItems = DEFAULT_ITEMS }: Asked): Page<T> | Refusal {
  const start = Marker === undefined ? 0 : startOf(Marker);
  if (isRefusal(start)) return start;
  const end = start + MaxItems;
  if (end >= all.length) return { items: all.slice(start), IsTruncated: false };
  return { items: all.slice(start, end), IsTruncated: true, Marker: `${PREFIX}${end}` };
}

const PREFIX = 'item-';

function startOf(marker: string): number | Refusal {
  const [, digits] = new RegExp(`^${PREFIX}(\\d{1,6})$`).exec(marker) ?? [];
  return digits === undefined ? validationError(`Invalid Marker: ${marker}`) : Number(digits);
}

/** The answer of a list operation: the page under its own name, then where it ends. */
export function listed<T, V, const N extends string>(
  name: N,
  all: readonly T[],
  asked: Asked,
  view: (item: T) => V,
):
  | Refusal
  | ({ readonly [K in N]: readonly V[] } & { readonly IsTruncated: boolean; readonly Marker?: string }) {
  const page = pageOf(all, asked);
  if (isRefusal(page)) return page;
  const items = { [name]: page.items.map(view) } as unknown as { readonly [K in N]: readonly V[] };
  return { ...items, IsTruncated: page.IsTruncated, Marker: page.Marker };
}
