import type { FactView } from '../../lib/views';
import { cx } from './class-names';

/** Names and values, AWS's words unchanged. */
export function KeyValue({ facts, mono = false }: { facts: readonly FactView[]; mono?: boolean }) {
  return (
    <dl className="grid gap-1.5 text-sm">
      {facts.map((fact) => (
        <div key={fact.name} className="grid grid-cols-2 gap-x-2.5">
          <dt className="break-words text-ink-2">{fact.name}</dt>
          <dd className={cx('break-words', mono && 'font-mono text-code')}>
            {fact.value}
            {fact.note ? <span className="block font-sans text-ink-2 text-xs">{fact.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
