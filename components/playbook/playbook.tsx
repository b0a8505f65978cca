'use client';

import { useEffect, useRef, useState } from 'react';
import { cx } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { LiveRegion } from '../ui/live-region';
import { PlaybookRow, type RowView } from './playbook-row';

export interface KindView {
  readonly id: string;
  /** `Errors` */
  readonly title: string;
  /** What one looks up there. */
  readonly about: string;
}

/** Everything one looks up, found by its words. */
export function Playbook({
  kinds,
  rows,
  query,
  found,
  onQuery,
}: {
  kinds: readonly KindView[];
  rows: readonly RowView[];
  query: string;
  /** Ids of the rows that fit the query, best first; absent while nothing is asked. */
  found: readonly string[] | undefined;
  onQuery: (query: string) => void;
}) {
  const [kind, setKind] = useState<string>();
  const target = useTarget();
  const fitting = found ? found.flatMap((id) => rows.filter((row) => row.id === id)) : rows;
  const shown = kind === undefined ? fitting : fitting.filter((row) => row.kind === kind);
  const count = (id: string) => fitting.filter((row) => row.kind === id).length;
  return (
    <>
      <div className="z-10 -mx-6 min-[700px]:sticky min-[700px]:top-0 border-rule border-b bg-paper px-6 pt-1 pb-3">
        <label className="flex items-center gap-2.5 rounded-[10px] border border-edge bg-sheet px-3.5 py-2 focus-within:outline-2 focus-within:outline-link">
          <span className="text-ink-3">
            <Icon name="search" />
          </span>
          <span className="sr-only">Search the playbook</span>
          <input
            type="search"
            value={query}
            spellCheck={false}
            autoComplete="off"
            placeholder="Paste an error, or say what happens"
            onChange={(event) => onQuery(event.target.value)}
            className="min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-ink-3"
          />
        </label>
        <fieldset className="mt-2.5 flex flex-wrap gap-1.5">
          <legend className="sr-only">Show only</legend>
          <KindChip
            label="All"
            count={fitting.length}
            on={kind === undefined}
            onClick={() => setKind(undefined)}
          />
          {kinds.map(({ id, title }) => (
            <KindChip
              key={id}
              label={title}
              count={count(id)}
              on={kind === id}
              onClick={() => setKind(kind === id ? undefined : id)}
            />
          ))}
        </fieldset>
      </div>
      <LiveRegion message={found ? `${shown.length} ${shown.length === 1 ? 'row' : 'rows'} found.` : ''} />
      {found ? (
        <ul aria-label="Found" className="mt-4 border-rule border-b">
          {shown.map((row) => (
            <PlaybookRow key={row.id} row={row} open={target === row.id || shown.length === 1} named />
          ))}
        </ul>
      ) : (
        kinds
          .filter(({ id }) => (kind === undefined || kind === id) && count(id) > 0)
          .map(({ id, title, about }) => (
            <section key={id} aria-labelledby={`kind-${id}`} className="mt-8">
              <h2 id={`kind-${id}`} className="text-[1.0625rem]">
                {title}
              </h2>
              <p className="mb-3 text-ink-2">{about}</p>
              <ul className="border-rule border-b">
                {rows
                  .filter((row) => row.kind === id)
                  .map((row) => (
                    <PlaybookRow key={row.id} row={row} open={target === row.id} />
                  ))}
              </ul>
            </section>
          ))
      )}
      {found && shown.length === 0 ? (
        <p className="mt-6 text-ink-2">
          No row fits. Try one word of the error, the name of the operation, or another kind above.
        </p>
      ) : null}
    </>
  );
}

function KindChip({
  label,
  count,
  on,
  onClick,
}: {
  label: string;
  count: number;
  on: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={cx(
        'rounded-full border px-2.5 py-0.5 text-sm',
        on ? 'border-ink bg-ink text-paper' : 'border-rule-strong bg-sheet hover:border-ink-3',
      )}
    >
      {label} <span className={on ? '' : 'text-ink-3'}>{count}</span>
    </button>
  );
}

/** The row that the address names: it stands open, and in sight. */
function useTarget(): string | undefined {
  const [target, setTarget] = useState<string>();
  const shown = useRef<string>(undefined);
  useEffect(() => {
    const read = () => setTarget(location.hash.slice(1) || undefined);
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  useEffect(() => {
    if (target === undefined || shown.current === target) return;
    shown.current = target;
    document.getElementById(target)?.scrollIntoView({ block: 'center' });
  }, [target]);
  return target;
}
