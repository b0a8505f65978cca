import type { QuizItemView, QuizProgressView } from '../../lib/views';
import { Blanks } from './blank-question';
import { QuestionHead } from './question-head';

/** A question before it can be answered: what stands in the page itself, while what asks and marks is loaded. */
export function StillQuestion({ view, progress }: { view: QuizItemView; progress: QuizProgressView }) {
  return (
    <div className="@container">
      <div className="grid gap-x-10 gap-y-4 @3xl:grid-cols-[minmax(0,1fr)_minmax(0,420px)]">
        <section aria-label="Question" aria-busy="true" className="@container min-w-0">
          <QuestionHead view={view} progress={progress} />
          <Blanks count={view.options.length} />
        </section>
      </div>
    </div>
  );
}
