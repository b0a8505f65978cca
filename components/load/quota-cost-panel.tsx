'use client';

import { type ReactNode, useEffect, useRef } from 'react';
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
  const top = useRef<HTMLDivElement>(null);
  const seen = useRef(load.generators.length);
  useEffect(() => {
    // Whoever starts load by the form stands at its foot: what it does is shown above.
    if (load.generators.length > seen.current) {
      top.current?.scrollTo({ top: 0 });
      top.current?.parentElement?.scrollTo({ top: 0 });
    }
    seen.current = load.generators.length;
  }, [load.generators.length]);
  return (
    <div ref={top} className="relative grid min-h-0 flex-1 content-start gap-6 overflow-y-auto p-4">
      {started ? null : (
        <p className="max-w-[70ch] text-ink-2">
          No load has been sent yet. Start some below: the curves, the pools and the bill follow the lab's
          clock. 120,000 Decrypt requests a second are more than any Region admits.
        </p>
      )}
      {started ? <AtAGlance load={load} bill={bill} /> : null}
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

/** What changes when a lever is turned, before the eyes. */
function AtAGlance({ load, bill }: { load: LoadView; bill: BillView }) {
  const scarce = load.pools.reduce((a, b) => (b.percent > a.percent ? b : a), load.pools[0] ?? NO_POOL);
  return (
    <dl aria-label="At a glance" className="flex flex-wrap gap-x-8 gap-y-1.5 text-sm">
      {bill.accounts.slice(0, 2).map(({ account, total, projection }) => (
        <div key={account}>
          <dt className="text-ink-2 text-xs">Account {account}, so far and a month at this rate</dt>
          <dd className="font-semibold">
            {total}, {projection} a month
          </dd>
        </div>
      ))}
      <div>
        <dt className="text-ink-2 text-xs">Scarcest: {scarce.label}</dt>
        <dd className="font-semibold">{scarce.says}</dd>
      </div>
    </dl>
  );
}

const NO_POOL = { label: 'no pool', says: 'nothing was asked', percent: 0 };

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid min-w-0 gap-2.5">
      <h3 className="text-base">{title}</h3>
      {children}
    </section>
  );
}
