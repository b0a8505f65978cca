'use client';

import type { FlowView, SequenceView } from '../../lib/views';
import { flowSelectors, sequenceSelectors } from './flow-lights';
import { Picture } from './picture';

/** The architecture, lit by the last requests, and below it the sequence of what just happened. */
export function FlowPanel({ flow, sequence }: { flow: FlowView | undefined; sequence: SequenceView }) {
  return (
    <div className="grid min-h-0 flex-1 content-start gap-6 relative overflow-y-auto p-4">
      {flow ? <FlowChart view={flow} /> : null}
      <SequenceChart view={sequence} />
    </div>
  );
}

export function FlowChart({ view }: { view: FlowView }) {
  return (
    <Picture
      key={view.id}
      title={view.title}
      mermaid={view.mermaid}
      lights={flowSelectors(view.lights)}
      twin={view.twin}
    />
  );
}

export function SequenceChart({ view }: { view: SequenceView }) {
  if (view.mermaid === '') {
    return (
      <section aria-label={view.title}>
        <h3 className="text-base">{view.title}</h3>
        <p className="text-ink-2">Nothing has happened yet. Run a command and its requests are drawn here.</p>
      </section>
    );
  }
  return (
    <Picture
      title={view.title}
      mermaid={view.mermaid}
      lights={sequenceSelectors(view.messages)}
      twin={view.messages.map(({ from, to, text }) => `${from} to ${to}: ${text}`)}
    />
  );
}
