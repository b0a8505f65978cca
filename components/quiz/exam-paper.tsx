'use client';

import { useEffect, useState } from 'react';
import type { QuizAnswer, QuizItemView } from '../../lib/views';
import { Button } from '../ui/button';
import { cx } from '../ui/class-names';
import { CodeLines } from '../ui/code-lines';
import { Dialog } from '../ui/dialog';
import { Markdown } from '../ui/markdown';
import { AnswerForm } from './answer-form';
import { firstAnswer, missing } from './quiz-answer';

export interface ExamPaperProps {
  paper: {
    readonly code: string;
    readonly items: readonly QuizItemView[];
    readonly at: number;
    readonly answers: Readonly<Record<string, QuizAnswer>>;
    readonly flags: readonly string[];
    readonly untilMs?: number | undefined;
  };
  onAnswer: (id: string, answer: QuizAnswer) => void;
  onFlag: (id: string) => void;
  onGo: (at: number) => void;
  onFinish: () => void;
}

/** One question at a time; any of them can be gone to, flagged and changed until the end. */
export function ExamPaper(props: ExamPaperProps) {
  const { paper, onAnswer, onFlag, onGo } = props;
  const { code, items, at, answers, flags, untilMs } = paper;
  const item = items[at];
  if (!item) return null;
  const isFlagged = flags.includes(item.id);
  const isLast = at === items.length - 1;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-ink-2">
        <p>
          {code}, question {at + 1} of {items.length}
        </p>
        <span className="flex-1" />
        {untilMs === undefined ? <p>No timer</p> : <Timer untilMs={untilMs} onOver={props.onFinish} />}
      </div>
      <section aria-label="Question" className="min-w-0">
        <Markdown text={item.stem} className="mb-4 font-medium text-md [&_code]:text-[0.9em]" />
        {item.exhibit && !item.options.some(({ lines }) => lines) ? (
          <div className="mb-4">
            <CodeLines label={item.exhibit.title} lines={item.exhibit.lines} marked={[]} />
          </div>
        ) : null}
        <AnswerForm
          key={item.id}
          item={item}
          answer={answers[item.id] ?? firstAnswer(item)}
          onChange={(answer) => onAnswer(item.id, answer)}
        />
      </section>
      <div className="flex flex-wrap gap-2">
        <Button disabled={at === 0} onClick={() => onGo(at - 1)}>
          Previous
        </Button>
        <Button look={isLast ? 'plain' : 'primary'} disabled={isLast} onClick={() => onGo(at + 1)}>
          Next
        </Button>
        <Button aria-pressed={isFlagged} onClick={() => onFlag(item.id)}>
          {isFlagged ? 'Flagged' : 'Flag'}
        </Button>
        <span className="flex-1" />
        <Finish {...props} isLast={isLast} />
      </div>
      <Places {...props} />
    </div>
  );
}

/** Every question by its number: open, answered, flagged. */
function Places({ paper: { items, at, answers, flags }, onGo }: ExamPaperProps) {
  return (
    <nav aria-label="Questions of this exam">
      <ol className="flex flex-wrap gap-1.5">
        {items.map((item, index) => {
          const isDone = isAnswered(item, answers);
          const isFlagged = flags.includes(item.id);
          const words = [isDone ? 'answered' : 'open', ...(isFlagged ? ['flagged'] : [])].join(', ');
          return (
            <li key={item.id}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                aria-label={`Question ${index + 1}, ${words}`}
                onClick={() => onGo(index)}
                className={cx(
                  'relative size-8 rounded-[7px] border text-sm',
                  isDone ? 'border-ink-3 bg-rule/60' : 'border-edge border-dashed bg-sheet',
                  index === at && 'outline-2 outline-ink outline-offset-1',
                )}
              >
                {index + 1}
                {isFlagged ? (
                  <span aria-hidden="true" className="absolute -top-1.5 -right-0.5 text-ink">
                    ⚑
                  </span>
                ) : null}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function isAnswered(item: QuizItemView, answers: ExamPaperProps['paper']['answers']): boolean {
  const answer = answers[item.id];
  return answer !== undefined && missing(item, answer) === undefined;
}

/** Asks once more where something is open. */
function Finish({ paper: { items, answers }, onFinish, isLast }: ExamPaperProps & { isLast: boolean }) {
  const [asking, setAsking] = useState(false);
  const open = items.filter((item) => !isAnswered(item, answers)).length;
  return (
    <>
      <Button look={isLast ? 'primary' : 'plain'} onClick={() => setAsking(true)}>
        End the exam
      </Button>
      <Dialog title="End the exam?" open={asking} onClose={() => setAsking(false)}>
        <p>
          {open === 0
            ? 'Every question has an answer.'
            : `${open} of ${items.length} ${open === 1 ? 'has' : 'have'} no whole answer and count as wrong.`}
        </p>
        <div className="mt-3 flex gap-2">
          <Button
            look="primary"
            onClick={() => {
              setAsking(false);
              onFinish();
            }}
          >
            End and mark
          </Button>
          <Button onClick={() => setAsking(false)}>Go on answering</Button>
        </div>
      </Dialog>
    </>
  );
}

const SECOND_MS = 1_000;

function Timer({ untilMs, onOver }: { untilMs: number; onOver: () => void }) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNowMs(Date.now()), SECOND_MS);
    return () => clearInterval(tick);
  }, []);
  const left = Math.max(0, Math.ceil((untilMs - nowMs) / SECOND_MS));
  const isOver = left === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the time is over
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver]);
  const minutes = Math.floor(left / 60);
  return (
    <p role="timer" aria-label="Time left" className="tabular-nums">
      {minutes}:{String(left % 60).padStart(2, '0')} left
    </p>
  );
}
