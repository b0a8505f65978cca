import type { TrailRecordView } from '../../lib/views';

/** Records whose words contain the query, whatever its case. */
export function chosenRecords(
  records: readonly TrailRecordView[],
  query: string,
  errorsOnly: boolean,
): readonly TrailRecordView[] {
  const wanted = query.trim().toLowerCase();
  return records.filter((record) => {
    if (errorsOnly && !record.errorCode) return false;
    const { eventName, eventSource, region, user, errorCode } = record;
    return [eventName, eventSource, region, user, errorCode ?? ''].some((word) =>
      word.toLowerCase().includes(wanted),
    );
  });
}
