import type { QuizItemView, QuizProgressView } from '../../lib/views';
import { CodeLines } from '../ui/code-lines';
import { Markdown } from '../ui/markdown';
import { QuizProgress } from './quiz-progress';

/** What a question begins with: where one is, what is asked, and the document it speaks of. */
export function QuestionHead({ view, progress }: { view: QuizItemView; progress?: QuizProgressView }) {
  const { exhibit, result } = view;
  const marks = result ? [...(exhibit?.marked ?? []), ...rightLines(view)] : [];
  return (
    <>
      {progress ? <QuizProgress view={progress} /> : null}
      <Markdown
        text={view.stem}
        className="mb-4 font-medium text-md tracking-[-0.006em] @md:text-lg [&_code]:text-[0.9em]"
      />
      {exhibit && (result || !view.options.some(({ lines }) => lines)) ? (
        <div className="mb-4">
          <CodeLines
            label={exhibit.title}
            lines={exhibit.lines}
            marked={marks}
            tone={view.type === 'hotspot' ? 'allowed' : 'refused'}
          />
        </div>
      ) : null}
    </>
  );
}

/** The lines of a hotspot that were to be found. */
function rightLines({ options, result }: QuizItemView): number[] {
  return options.flatMap(({ id, lines }) => {
    if (!lines || !result?.key.chosen.includes(id)) return [];
    return Array.from({ length: lines.last - lines.first + 1 }, (_, index) => lines.first + index);
  });
}
