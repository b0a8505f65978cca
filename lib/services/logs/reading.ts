import { type Call, isRefusal, type Refusal } from '../../aws';
import { needs } from '../../base';
import { openText } from './kms';
import type { Deliveries } from './ports';
import { batches } from './records/batch';
import type { GroupRecord } from './records/group';

export interface LogEvent {
  readonly stream: string;
  readonly atMs: number;
  readonly message: string;
  readonly ingestedAtMs: number;
}

export interface ReadRange {
  /** One stream; every stream of the group where left out. */
  readonly streams?: readonly string[] | undefined;
  readonly fromMs: number;
  /** Not part of the range. */
  readonly toMs: number;
}

/**
 * The events of a group, oldest first. Every batch under a KMS key costs a Decrypt.
 * differs: what a trail delivers is not kept under the group's key, so it is shown even when the key is disabled
 */
export function readEvents(
  call: Call<object>,
  deliveries: Deliveries,
  group: GroupRecord,
  { streams, fromMs, toMs }: ReadRange,
): readonly LogEvent[] | Refusal {
  const events: LogEvent[] = [];
  const wants = (stream: string) => streams?.includes(stream) ?? true;
  for (const batch of call.world.table(batches).by('group', group.arn)) {
    if (!wants(batch.stream)) continue;
    const text = openText(call, group, batch);
    if (isRefusal(text)) return text;
    const { stream, ingestedAtMs } = batch;
    for (const { atMs, message } of eventsIn(text)) events.push({ stream, atMs, message, ingestedAtMs });
  }
  const stream = deliveries.stream(call.world, group.arn);
  if (stream !== undefined && wants(stream)) {
    for (const { atMs, message } of deliveries.events(call.world, group.arn, fromMs, toMs)) {
      events.push({ stream, atMs, message, ingestedAtMs: atMs });
    }
  }
  return events.filter(({ atMs }) => atMs >= fromMs && atMs < toMs).sort((a, b) => a.atMs - b.atMs);
}

interface Kept {
  readonly atMs: number;
  readonly message: string;
}

function eventsIn(text: string): readonly Kept[] {
  const kept: unknown = JSON.parse(text);
  needs(Array.isArray(kept), 'a batch is a list of events');
  return kept as readonly Kept[];
}
