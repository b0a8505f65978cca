import type { Refusal } from './refusal';

/** Part of a list, and the token of the next part where there is one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

const TOKEN = /^after\/(\d{1,6})$/;

/**
 * How a service hands out a list whose order does not change, at most `limit` items at a time. assumed: the token,
 * which AWS leaves opaque: it says how many items came before.
 * @param badToken the service's words for a token that no list has handed out
 */
export function pagesOf(badToken: (token: string) => Refusal) {
  return <T>(all: readonly T[], token: string | undefined, limit: number): Page<T> | Refusal => {
    const start = token === undefined ? '0' : TOKEN.exec(token)?.[1];
    if (start === undefined) return badToken(token ?? '');
    const end = Number(start) + limit;
    return { items: all.slice(Number(start), end), next: end < all.length ? `after/${end}` : undefined };
  };
}
