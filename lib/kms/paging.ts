import { type Refusal, refuse } from '../aws';
import { bytesToUtf8, decodeBase64, encodeBase64, utf8ToBytes } from '../base';

/** The members by which a list is asked for page by page. */
export interface PageRequest {
  readonly Limit?: number | undefined;
  readonly Marker?: string | undefined;
}

export interface Page {
  readonly ids: readonly string[];
  /** Truncated always, NextMarker only when there is more. fact: kms-engine 1.4 */
  readonly rest: { readonly NextMarker?: string | undefined; readonly Truncated: boolean };
}

/**
 * One page of a list. It goes on behind the last id shown, whether that one still exists or not.
 * refuses: InvalidMarker. assumed: its text
 *
 * @param ids in code unit order
 * @param list names the list, so that a marker of another one is refused
 */
export function pageOf(
  ids: readonly string[],
  request: PageRequest,
  defaultLimit: number,
  list: string,
): Page | Refusal {
  let from = 0;
  if (request.Marker !== undefined) {
    const last = readMarker(request.Marker, list);
    if (last === undefined) {
      return refuse('InvalidMarkerException', 'The marker is not one that this list has returned.');
    }
    from = firstBehind(ids, last);
  }
  const shown = ids.slice(from, from + (request.Limit ?? defaultLimit));
  const Truncated = from + shown.length < ids.length;
  const NextMarker = Truncated ? markerFor(list, shown.at(-1) ?? '') : undefined;
  return { ids: shown, rest: { NextMarker, Truncated } };
}

function markerFor(list: string, lastId: string): string {
  return encodeBase64(utf8ToBytes(`${list}\n${lastId}`));
}

function readMarker(marker: string, list: string): string | undefined {
  const bytes = decodeBase64(marker);
  const text = bytes && bytesToUtf8(bytes);
  return text?.startsWith(`${list}\n`) ? text.slice(list.length + 1) : undefined;
}

/** Place of the first id that comes after `last`. */
function firstBehind(ids: readonly string[], last: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] as string) > last) high = middle;
    else low = middle + 1;
  }
  return low;
}
