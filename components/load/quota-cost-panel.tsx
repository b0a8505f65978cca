'use client';

import type { ReactNode } from 'react';
import type { BillView, LoadView } from '../../lib/views';
import { Disclosure } from '../ui/disclosure';
import { Bills } from './bill-table';
import { chartsOf } from './curve-lines';
import { Curves } from './curves';
import { StartForm } from './load-form';
import { LoadRow } from './load-row';
import { PoolBars } from './pool-bars';

/** Load, what is left of the pools, and what it all costs. */
export function QuotaCostPanel({
  load,
  bill,
  onRun,
}: {
  load: LoadView;
  bill: BillView;
  /** Puts a command into the console and runs it. */
  onRun: (command: string) => void;
}) {
  const started = load.generators.length > 0;
  return (
    <div className="relative grid min-h-0 flex-1 content-start gap-6 overflow-y-auto p-4">
      {started ? null : (
        <p className="max-w-[70ch] text-ink-2">
          No load has been sent yet. Start some below: the curves, the pools and the bill follow the lab's
          clock. 120,000 Decrypt requests a second are more than any Region admits.
        </p>
      )}
      {load.curves ? (
        <Part title={`Load on ${load.curves.place}`}>
          <div className="grid gap-5 min-[1100px]:grid-cols-2">
            {chartsOf(load.curves).map((chart) => (
              <Curves key={chart.id} chart={chart} />
            ))}
          </div>
        </Part>
      ) : null}
      {started ? (
        <Part title="What became of it">
          {load.generators.map((row) => (
            <LoadRow key={row.id} row={row} onRun={onRun} />
          ))}
        </Part>
      ) : null}
      <Part title="Request quotas">
        <PoolBars pools={load.pools} />
      </Part>
      <Part title="Bill">
        <Bills bill={bill} />
      </Part>
      <Part title="Start load">
        {started ? (
          <Disclosure summary="Start more load">
            <StartForm view={load.form} onRun={onRun} />
          </Disclosure>
        ) : (
          <StartForm view={load.form} onRun={onRun} />
        )}
      </Part>
      <Disclosure summary="What the lab assumes here">
        <ul className="grid gap-1 text-ink-2 text-sm">
          {load.assumed.map((sentence) => (
            <li key={sentence} className="border-edge border-l-2 border-dotted pl-2">
              {sentence}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid min-w-0 gap-2.5">
      <h3 className="text-base">{title}</h3>
      {children}
    </section>
  );
}
