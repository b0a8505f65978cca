'use client';

import { useEffect, useState } from 'react';
import { ButtonLink } from '../ui/button';
import { cx } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { Link } from '../ui/link';
import { Markdown, MarkdownLine } from '../ui/markdown';
import { Table } from '../ui/table';

export interface RowView {
  readonly id: string;
  readonly kind: string;
  /** `error` */
  readonly kindWord: string;
  readonly title: string;
  /** Markdown. */
  readonly answer: string;
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly trial?: { readonly run: readonly string[]; readonly outcome: string; readonly href: string };
  readonly lab?: { readonly href: string; readonly title: string; readonly step?: string };
  readonly concepts: readonly { readonly href: string; readonly title: string }[];
  readonly facts: readonly { readonly text: string; readonly source: string; readonly checked: string }[];
}

/** Closed: what it is about. Open: what it means, what to do, and where to see it. */
export function PlaybookRow({ row, open, named = false }: { row: RowView; open: boolean; named?: boolean }) {
  const [isOpen, setOpen] = useState(open);
  useEffect(() => {
    if (open) setOpen(true);
  }, [open]);
  return (
    <li id={row.id} className="scroll-mt-36 border-rule border-t">
      <h3 className="font-normal text-base">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="group grid w-full grid-cols-[18px_minmax(0,1fr)] gap-x-2 py-3 text-left"
        >
          <span
            className={cx(
              'mt-[3px] h-fit w-fit self-start text-ink-3 transition-transform',
              isOpen && 'rotate-90',
            )}
          >
            <Icon name="next" size={15} />
          </span>
          <span className="min-w-0">
            {named ? <span className="mr-2 text-ink-3 text-sm">{row.kindWord}</span> : null}
            {row.kind === 'error' || row.kind === 'command' || row.kind === 'condition' ? (
              <code className={cx('font-mono [overflow-wrap:anywhere]', row.kind === 'error' && 'text-deny')}>
                {row.title}
              </code>
            ) : (
              <span className="font-semibold group-hover:underline group-hover:underline-offset-2">
                <MarkdownLine text={row.title} />
              </span>
            )}
          </span>
        </button>
      </h3>
      {isOpen ? <Opened row={row} /> : null}
    </li>
  );
}

function Opened({ row }: { row: RowView }) {
  const { table, trial, lab, concepts, facts } = row;
  return (
    <div className="grid gap-3.5 pb-5 pl-[26px] max-[600px]:pl-0">
      <Markdown text={row.answer} className="max-w-[70ch]" />
      {table ? (
        <Table
          caption={row.title}
          columns={table.head.map((label, at) => ({ id: String(at), label }))}
          rows={table.rows.map((cells, at) => ({
            id: String(at),
            cells: Object.fromEntries(
              cells.map((text, column) => [String(column), <MarkdownLine key={text} text={text} />]),
            ),
          }))}
        />
      ) : null}
      {trial ? (
        <div className="max-w-[860px] rounded-lg border border-rule bg-sheet px-3 py-2.5">
          <pre className="m-0 whitespace-pre-wrap font-mono text-code [overflow-wrap:anywhere]">
            {trial.run.join('\n')}
          </pre>
          <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 border-rule border-t pt-2">
            <p className="min-w-[220px] flex-1 text-ink-2 text-sm">
              <MarkdownLine text={trial.outcome} />
            </p>
            <ButtonLink href={trial.href}>
              Open in the sandbox<span className="sr-only">: {row.title}</span>
            </ButtonLink>
          </div>
        </div>
      ) : null}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm">
        {lab ? (
          <ButtonLink href={lab.href}>
            Open the lab: {lab.title}
            {lab.step ? <span className="text-ink-3">, {lab.step}</span> : null}
          </ButtonLink>
        ) : null}
        {concepts.map(({ href, title }) => (
          <Link key={href} href={href} className="text-link underline underline-offset-2">
            {title}
          </Link>
        ))}
      </p>
      {facts.length > 0 ? (
        <ul className="max-w-[76ch] text-ink-3 text-sm">
          {facts.map(({ text, source, checked }) => (
            <li key={text}>
              {source}, checked on {checked}: <MarkdownLine text={text} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
