'use client';

import type { GroupProgress, ExamReport as Report } from '../../lib/progress';
import type { QuizItemView } from '../../lib/views';
import { Bar } from '../ui/bar';
import { Button, ButtonLink } from '../ui/button';
import { CodeLines } from '../ui/code-lines';
import { Disclosure } from '../ui/disclosure';
import { Markdown } from '../ui/markdown';
import { VerdictMark } from '../ui/verdict-mark';
import { Reasons } from './reasons';

/** How it went: by domain and concept, and every question with its reasons. Never a scaled score. */
export function ExamReport({
  report,
  items,
  onAgain,
}: {
  report: Report;
  items: readonly QuizItemView[];
  onAgain: () => void;
}) {
  const { code, title, right, of, blank, percent, from, to, tookMs } = report;
  const minutes = Math.max(1, Math.round(tookMs / 60_000));
  return (
    <section aria-label="Report" className="grid gap-7">
      <div>
        <h2 className="mb-1 text-lg">
          {code}, {title}
        </h2>
        <p role="status" className="text-md">
          <strong className="font-semibold">
            {right} of {of} right
          </strong>
          , {percent} %{blank > 0 ? `, ${blank} left blank` : ''}, in {minutes}{' '}
          {minutes === 1 ? 'minute' : 'minutes'}.
        </p>
        <p className="mt-1 max-w-[62ch] text-ink-2">
          With so many questions, what you know lies somewhere between {from} and {to} %. AWS reports on a
          scale of its own that nobody outside can compute, and the real exam asks about more than KMS.
        </p>
        <div className="mt-3 flex flex-wrap gap-2">
          <Button look="primary" onClick={onAgain}>
            Set up another exam
          </Button>
          <ButtonLink href="/quiz/">Choose questions</ButtonLink>
        </div>
      </div>
      <Shares title="By domain" groups={report.domains} />
      <Shares title="By concept" groups={report.concepts} />
      <section aria-labelledby="every-question">
        <h3 id="every-question" className="mb-2 text-base">
          Every question
        </h3>
        <ol className="border-rule border-t">
          {report.items.map((told, index) => {
            const item = items.find(({ id }) => id === told.id);
            const words = [
              told.blank ? 'left blank' : told.right ? 'right' : 'wrong',
              ...(told.flagged ? ['flagged'] : []),
            ].join(', ');
            return (
              <li key={told.id} className="border-rule border-b py-2">
                <Disclosure
                  summary={
                    <span className="grid grid-cols-[20px_minmax(0,1fr)] gap-2">
                      <VerdictMark verdict={told.right ? 'allowed' : 'refused'} size={16} />
                      <span>
                        {index + 1}. {told.about} <span className="text-ink-3">({words})</span>
                      </span>
                    </span>
                  }
                >
                  {item ? <Explained item={item} /> : null}
                </Disclosure>
              </li>
            );
          })}
        </ol>
      </section>
    </section>
  );
}

function Shares({ title, groups }: { title: string; groups: readonly GroupProgress[] }) {
  if (groups.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="mb-2 text-base">{title}</h3>
      <ul className="grid gap-2.5 min-[600px]:grid-cols-2 min-[600px]:gap-x-8">
        {groups.map((group) => (
          <li key={group.id}>
            <Bar
              title={group.title}
              words={`${group.right} of ${group.of}`}
              percent={Math.round((group.right / group.of) * 100)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Explained({ item }: { item: QuizItemView }) {
  const { exhibit, result, stem } = item;
  if (!result) return null;
  return (
    <div className="grid gap-3 py-2">
      <Markdown text={stem} className="font-medium" />
      {exhibit ? <CodeLines label={exhibit.title} lines={exhibit.lines} marked={exhibit.marked} /> : null}
      <Reasons item={item} result={result} />
    </div>
  );
}
