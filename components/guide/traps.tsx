import type { TrapView } from '../../lib/views';
import { MarkdownLine } from '../ui/markdown';

/** Popular errors, each beside what is so. */
export function Traps({ traps }: { traps: readonly TrapView[] }) {
  return (
    <section aria-label="Traps" className="grid gap-2">
      {traps.map((trap) => (
        <div key={trap.name} className="rounded-[10px] border border-rule-strong px-3.5 py-2.5">
          <h3 className="text-sm">Trap: {trap.name}</h3>
          <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 gap-y-1 text-sm">
            <dt className="text-ink-3">people say</dt>
            <dd className="text-ink-2">
              <MarkdownLine text={trap.lure} />
            </dd>
            <dt className="text-ink-3">it is so</dt>
            <dd>
              <MarkdownLine text={trap.truth} />
            </dd>
          </dl>
        </div>
      ))}
    </section>
  );
}
