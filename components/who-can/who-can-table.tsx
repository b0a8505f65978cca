'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import type { WhoCanCellView, WhoCanPlace, WhoCanRowView, WhoCanView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { VerdictMark } from '../ui/verdict-mark';
import { cellWords, isChanged, MARKS, WORDS } from './cell-words';
import { type GridPlace, movedInGrid } from './grid-keys';

/** With more columns than this a cell shows its mark alone; the words are read out and stand below the table. */
const MOST_WORDED = 12;

/** One tab stop; arrows walk, Enter opens a cell. */
export function WhoCanTable({
  view,
  rows,
  chosen,
  onChoose,
}: {
  view: WhoCanView;
  /** Those of its rows that are shown. */
  rows: readonly WhoCanRowView[];
  chosen: WhoCanPlace | undefined;
  onChoose: (cell: WhoCanPlace) => void;
}) {
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const at = {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, view.columns.length - 1),
  };
  function onKeyDown(event: KeyboardEvent) {
    const next = movedInGrid(event.key, event.ctrlKey, at, rows.length, view.columns.length);
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  }
  return (
    <div className="relative max-h-[420px] overflow-auto rounded-[10px] border border-rule bg-sheet">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows walk through its cells, which is what a grid is
        role="grid"
        aria-label={view.title}
        onKeyDown={onKeyDown}
        className="border-collapse text-sm"
      >
        <Head columns={view.columns} />
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.id}>
              <RowHeading row={row} />
              {row.cells.map((cell, c) => (
                <Cell
                  key={cell.operation}
                  cell={cell}
                  isWorded={view.columns.length <= MOST_WORDED}
                  isChosen={chosen?.row === row.id && chosen.operation === cell.operation}
                  place={`${r} ${c}`}
                  isStop={at.row === r && at.column === c}
                  onFocus={() => setPlace({ row: r, column: c })}
                  onChoose={() => onChoose({ row: row.id, operation: cell.operation })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ columns }: { columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th
          scope="col"
          className="sticky top-0 left-0 z-20 border-rule border-r border-b bg-sheet px-3 py-1.5 text-left font-normal text-ink-2 text-xs"
        >
          {columns.length} operations
        </th>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className="sticky top-0 z-10 whitespace-nowrap border-rule border-b bg-sheet px-2.5 py-1.5 text-left font-semibold text-xs"
          >
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function RowHeading({ row }: { row: WhoCanRowView }) {
  return (
    <th
      scope="row"
      className="sticky left-0 z-10 max-w-[190px] border-rule border-r border-b bg-sheet px-3 py-1.5 text-left font-normal max-md:max-w-[130px]"
    >
      <span className="block truncate font-semibold" title={row.id}>
        {row.label}
      </span>
      <span className="block break-words text-ink-2 text-xs">
        {[row.kind, row.account].filter((word) => word !== '').join(', ')}
      </span>
    </th>
  );
}

interface CellProps {
  cell: WhoCanCellView;
  isWorded: boolean;
  isChosen: boolean;
  place: string;
  isStop: boolean;
  onFocus: () => void;
  onChoose: () => void;
}

function Cell({ cell, isWorded, isChosen, place, isStop, onFocus, onChoose }: CellProps) {
  const changed = isChanged(cell);
  return (
    <td
      className={cx(
        'border-rule border-b p-0.5',
        changed && (cell.verdict === 'refused' ? 'bg-deny-wash' : 'bg-allow-wash'),
      )}
    >
      <button
        type="button"
        aria-pressed={isChosen}
        data-cell={place}
        tabIndex={isStop ? 0 : -1}
        aria-label={`${cell.operation}: ${cellWords(cell)}`}
        onFocus={onFocus}
        onClick={onChoose}
        className={cx(
          'flex w-full items-start gap-1.5 rounded-md border px-1.5 py-1 text-left -outline-offset-1',
          isChosen ? 'border-ink' : changed ? 'border-edge border-dashed' : 'border-transparent',
          'hover:bg-rule/50',
        )}
      >
        <span className="mt-px flex items-center gap-0.5">
          {changed && cell.before ? <VerdictMark verdict={MARKS[cell.before]} size={10} /> : null}
          <VerdictMark verdict={MARKS[cell.verdict]} size={16} loud={changed} />
        </span>
        {isWorded ? (
          <span className="w-[92px] text-xs leading-tight">
            {WORDS[cell.verdict]}
            <span className="line-clamp-3 break-words text-ink-2">{cell.because}</span>
          </span>
        ) : null}
      </button>
    </td>
  );
}
