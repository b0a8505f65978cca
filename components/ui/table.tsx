import type { ReactNode } from 'react';

export interface ColumnView {
  readonly id: string;
  readonly label: string;
}

/** A plain table that scrolls inside itself, never the page. Cells by column id. */
export function Table({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly ColumnView[];
  rows: readonly { readonly id: string; readonly cells: Readonly<Record<string, ReactNode>> }[];
}) {
  return (
    <figure
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and scrolling must work by keyboard
      tabIndex={0}
      aria-label={caption}
      className="relative m-0 overflow-x-auto"
    >
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className="whitespace-nowrap py-1.5 pr-4 font-normal text-ink-3 text-xs"
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-rule border-t align-top">
              {columns.map((column) => (
                <td key={column.id} className="py-2 pr-4">
                  {row.cells[column.id]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
