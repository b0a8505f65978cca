import type { QuizProgressView } from '../../lib/views';

export function QuizProgress({ view }: { view: QuizProgressView }) {
  return (
    <div className="mb-5 flex items-center gap-3 text-ink-2">
      <span>{view.label}</span>
      <span aria-hidden="true" className="h-[5px] flex-1 overflow-hidden rounded-[3px] bg-rule-strong/60">
        <span
          className="block h-full rounded-[3px] bg-ink"
          style={{ width: `${(view.at / view.of) * 100}%` }}
        />
      </span>
      <span>
        {view.at} of {view.of}
      </span>
    </div>
  );
}
