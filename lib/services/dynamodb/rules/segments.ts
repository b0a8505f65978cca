import type { Refusal } from '../../../aws';
import { validation } from './errors';

interface Segmented {
  readonly TotalSegments?: number;
  readonly Segment?: number;
}

export function refuseSegments({ TotalSegments: total, Segment: segment }: Segmented): Refusal | undefined {
  if (total === undefined && segment === undefined) return undefined;
  if (total === undefined || segment === undefined) {
    const [missing, given] =
      total === undefined ? ['TotalSegments', 'Segment'] : ['Segment', 'TotalSegments'];
    return validation(
      `The ${missing} parameter is required but was not present in the request when ${given} parameter is present`,
    );
  }
  if (segment < total) return undefined;
  return validation(
    `The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: ${segment} is not less than TotalSegments: ${total}`,
  );
}

/** Which worker of a parallel Scan reads an item: spread evenly, and always the same one. */
export function segmentOf(id: string, total: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % total;
}
