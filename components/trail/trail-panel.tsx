'use client';

import { useState } from 'react';
import type { TrailView } from '../../lib/views';
import { chosenRecords } from './trail-filter';
import { TrailRecord } from './trail-record';

export interface TrailPanelProps {
  view: TrailView;
  /** Opens one record's JSON; the same id again closes it. */
  onOpenRecord: (eventId: string) => void;
  onOpenRequest: (requestId: string) => void;
}

/** CloudTrail, newest first. */
export function TrailPanel({ view, onOpenRecord, onOpenRequest }: TrailPanelProps) {
  const [query, setQuery] = useState('');
  const [errorsOnly, setErrorsOnly] = useState(false);
  const shown = chosenRecords(view.records, query, errorsOnly);
  return (
    <div className="grid content-start gap-2 px-[18px] py-3.5">
      <div className="flex items-center gap-3">
        <input
          type="search"
          aria-label="Filter CloudTrail records"
          placeholder="Filter by name, user, Region"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="h-[30px] min-w-0 flex-1 rounded-[7px] border border-edge bg-paper px-2.5 text-sm placeholder:text-ink-3"
        />
        <label className="flex items-center gap-1.5 whitespace-nowrap text-sm">
          <input
            type="checkbox"
            checked={errorsOnly}
            onChange={(event) => setErrorsOnly(event.target.checked)}
            className="size-4 accent-ink"
          />
          errors only
        </label>
      </div>
      <p role="status" className="text-ink-3 text-xs">
        {shown.length} of {view.records.length} records, newest first
        {view.older > 0 ? `; ${view.older.toLocaleString('en-US')} older not listed` : ''}
      </p>
      <ol className="grid gap-px">
        {shown.map((record) => (
          <TrailRecord
            key={record.eventId}
            record={record}
            open={view.open?.eventId === record.eventId ? view.open : undefined}
            onOpen={() => onOpenRecord(record.eventId)}
            onOpenRequest={onOpenRequest}
          />
        ))}
      </ol>
    </div>
  );
}
