'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { IconButton } from '../ui/button';

/** Finds words in all cells, steps through the hits, and unfolds what they stand in. */
export function ConsoleSearch({
  log,
  query,
  onQuery,
  onClose,
}: {
  log: RefObject<HTMLElement | null>;
  query: string;
  onQuery: (query: string) => void;
  onClose: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [hit, setHit] = useState(0);
  const [count, setCount] = useState(0);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const marks = log.current?.querySelectorAll('mark') ?? [];
    setCount(query === '' ? 0 : marks.length);
    for (const [index, mark] of [...marks].entries()) {
      if (index !== hit) mark.removeAttribute('aria-current');
      else {
        mark.setAttribute('aria-current', 'true');
        mark.scrollIntoView({ block: 'nearest' });
      }
    }
  }, [log, query, hit]);
  const go = (by: 1 | -1) => setHit(count === 0 ? 0 : (hit + by + count) % count);
  return (
    <search className="flex items-center gap-1">
      <input
        ref={field}
        type="search"
        aria-label="Search the console"
        value={query}
        onChange={(event) => {
          setHit(0);
          onQuery(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') onClose();
        }}
        className="h-7 w-40 rounded-[7px] border border-edge bg-paper px-2 text-sm"
      />
      <span role="status" className="min-w-14 text-center text-ink-3 text-xs">
        {query === '' ? '' : count === 0 ? 'none' : `${hit + 1} of ${count}`}
      </span>
      <IconButton icon="up" label="Previous hit" look="quiet" size="small" onClick={() => go(-1)} />
      <IconButton icon="down" label="Next hit" look="quiet" size="small" onClick={() => go(1)} />
      <IconButton icon="close" label="Close search" look="quiet" size="small" onClick={onClose} />
    </search>
  );
}
