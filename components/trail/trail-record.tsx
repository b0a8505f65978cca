'use client';

import type { TrailRecordJsonView, TrailRecordView } from '../../lib/views';
import { Button } from '../ui/button';
import { CodeBlock } from '../ui/code-block';

/** One line; opened, the record as CloudTrail writes it. */
export function TrailRecord({
  record,
  open,
  onOpen,
  onOpenRequest,
}: {
  record: TrailRecordView;
  open: TrailRecordJsonView | undefined;
  onOpen: () => void;
  onOpenRequest: (requestId: string) => void;
}) {
  const requestId = open?.requestId;
  return (
    <li>
      <button
        type="button"
        aria-expanded={open !== undefined}
        onClick={onOpen}
        className="-mx-2 grid w-[calc(100%+16px)] grid-cols-[62px_minmax(0,1fr)_auto] items-baseline gap-x-2 rounded-md px-2 py-[3px] text-left text-ink-2 text-sm hover:bg-paper"
      >
        <span className="font-mono text-code">{record.at}</span>
        <span className="truncate font-semibold text-ink">{record.eventName}</span>
        <span className="text-right">{record.region}</span>
        <span className="col-start-2 truncate text-xs">{record.user}</span>
        {record.errorCode ? <span className="text-right text-deny text-xs">✕ {record.errorCode}</span> : null}
      </button>
      {open ? (
        <div className="mt-1 mb-2 grid gap-1.5">
          <CodeBlock code={open.json} what={`the record of ${record.eventName}`} />
          {requestId ? (
            <Button size="small" className="justify-self-start" onClick={() => onOpenRequest(requestId)}>
              Open in the X-ray
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
