'use client';

import type { LeverView, LoadRowView } from '../../lib/views';
import { Button } from '../ui/button';
import { KeyValue } from '../ui/key-value';

/** One generator: what became of its requests, what is at stake, and what can be turned. */
export function LoadRow({ row, onRun }: { row: LoadRowView; onRun: (command: string) => void }) {
  const [offered, ...rest] = row.fates;
  return (
    <article
      aria-label={row.name}
      className="grid gap-2 rounded-[10px] border border-rule bg-sheet px-3.5 py-2.5"
    >
      <header className="flex flex-wrap items-baseline gap-x-3">
        <h4>{row.name}</h4>
        <span className="text-ink-2 text-sm">{row.title}</span>
        <span className="ml-auto text-ink-2 text-sm">{row.played}</span>
      </header>
      <p className="text-sm">{row.asks}</p>
      <dl className="flex flex-wrap items-start gap-x-3 gap-y-1.5 text-sm">
        {offered ? <Fate fate={offered} /> : null}
        {rest.map((fate, index) => (
          <div key={fate.name} className="flex gap-3">
            <span aria-hidden="true" className="text-ink-3">
              {index === 0 ? '=' : '+'}
            </span>
            <Fate fate={fate} />
          </div>
        ))}
      </dl>
      <p className="text-ink-2 text-sm">{row.sample}</p>
      {row.blast ? (
        <section aria-label="Blast radius" className="grid gap-1">
          <h5 className="text-sm font-semibold">Blast radius of the data-key cache</h5>
          <KeyValue facts={row.blast.rows} />
        </section>
      ) : null}
      {row.levers.length > 0 ? (
        <ul aria-label="Levers" className="grid gap-2 border-rule border-t pt-2">
          {row.levers.map((lever) => (
            <Lever key={lever.id} lever={lever} onRun={onRun} />
          ))}
        </ul>
      ) : null}
    </article>
  );
}

function Fate({ fate: { name, count, note } }: { fate: LoadRowView['fates'][number] }) {
  return (
    <div>
      <dt className="text-ink-2 text-xs">{name}</dt>
      <dd className="font-mono text-code">
        {count}
        <span className="block max-w-[16ch] font-sans text-ink-2 text-xs leading-tight">{note}</span>
      </dd>
    </div>
  );
}

function Lever({ lever, onRun }: { lever: LeverView; onRun: (command: string) => void }) {
  return (
    <li className="grid gap-x-3 gap-y-1 text-sm min-[700px]:grid-cols-[auto_minmax(0,1fr)]">
      <Button size="small" className="justify-self-start self-start" onClick={() => onRun(lever.command)}>
        {lever.label}
      </Button>
      <span className="min-w-0">
        {lever.says}
        <code className="block break-words text-ink-2 [overflow-wrap:anywhere]">{lever.command}</code>
      </span>
    </li>
  );
}
