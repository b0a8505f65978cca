import type { XrayView } from '../../lib/views';
import { VerdictMark } from '../ui/verdict-mark';

/** Which request: its name, where, when, by whom, and what came of it. */
export function XrayHead({ view, small = false }: { view: XrayView; small?: boolean }) {
  const came = view.refusal || (view.verdict === 'allowed' ? 'answered' : 'waiting');
  if (small) {
    return (
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 pr-12">
        <VerdictMark verdict={view.verdict} size={14} />
        <span className="font-semibold text-ink">{view.operation}</span>
        <span className="text-xs">
          {view.region}, {came}
        </span>
      </span>
    );
  }
  return (
    <div className="flex items-start gap-2.5 border-rule border-b pb-3">
      <VerdictMark verdict={view.verdict} loud />
      <div className="min-w-0">
        <h3 className="text-base leading-5">
          {view.operation}
          <span className="font-normal text-ink-2"> in {view.region}</span>
        </h3>
        <p className="break-words text-ink-2 text-sm">
          {view.at}, {came}
        </p>
      </div>
    </div>
  );
}
