'use client';

import type { ReactNode } from 'react';
import type { XrayView } from '../../lib/views';
import { CodeBlock } from '../ui/code-block';
import { Disclosure } from '../ui/disclosure';
import { Stages } from './stages';
import { Why } from './why';
import { XrayHead } from './xray-head';

export interface XrayPanelProps {
  /** Absent before the first request. */
  view: XrayView | undefined;
  onOpenRequest: (requestId: string) => void;
  /** Puts the mending command into the console. */
  onRun: (command: string) => void;
  /** What would allow it, where it was refused. */
  changes?: ReactNode;
  /** Both sides of it, where it went from one account to another. */
  sides?: ReactNode;
}

/** One request, stage by stage: what each saw, which one decided, and why it failed. */
export function XrayPanel({ view, onOpenRequest, onRun, changes, sides }: XrayPanelProps) {
  if (!view) {
    return (
      <p className="p-[18px] text-ink-2">Run a command: its request is taken apart here, gate by gate.</p>
    );
  }
  return (
    <div className="grid grid-cols-1 content-start gap-3 px-[18px] py-3.5">
      <XrayHead view={view} />
      <Stages view={view} />
      {view.why ? <Why why={view.why} refused={view.verdict === 'refused'} onRun={onRun} /> : null}
      {sides}
      {changes}
      {view.inner.length > 0 ? <Inner view={view} onOpenRequest={onOpenRequest} /> : null}
      <div className="grid grid-cols-1 gap-1.5">
        <Disclosure summary="Request">
          <CodeBlock code={view.requestJson} what="the request" />
        </Disclosure>
        <Disclosure summary="Answer">
          <CodeBlock code={view.responseJson} what="the answer" />
        </Disclosure>
      </div>
    </div>
  );
}

/** The requests this one caused, each with its own stages. */
function Inner({ view, onOpenRequest }: { view: XrayView; onOpenRequest: (requestId: string) => void }) {
  return (
    <section aria-label="Requests it caused" className="grid grid-cols-1 gap-2">
      <h3 className="text-sm">Requests it caused</h3>
      {view.inner.map((inner) => (
        <div key={inner.requestId} className="border-rule border-l-2 pl-3">
          <Disclosure
            summary={<XrayHead view={inner} small />}
            action={{ label: 'Open', onClick: () => onOpenRequest(inner.requestId) }}
          >
            <Stages view={inner} />
          </Disclosure>
        </div>
      ))}
    </section>
  );
}
