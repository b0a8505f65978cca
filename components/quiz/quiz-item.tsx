'use client';

import { type ReactNode, useState } from 'react';
import type { QuizAnswer, QuizItemView, QuizProgressView } from '../../lib/views';
import { Button } from '../ui/button';
import { AnswerForm } from './answer-form';
import { ConfidencePicker } from './confidence';
import { QuestionHead } from './question-head';
import { firstAnswer, missing } from './quiz-answer';
import { Reasons } from './reasons';

export interface QuizItemProps {
  view: QuizItemView;
  progress?: QuizProgressView;
  /** An answer that was begun before. */
  draft?: QuizAnswer;
  onDraft?: (answer: QuizAnswer) => void;
  onAnswer: (answer: QuizAnswer) => void;
  onNext: () => void;
  /** Buttons in the foot after answering: open as a lab, prove it. */
  more?: ReactNode;
}

/** One decision. Before: options and how sure. After: every option with its reason. */
export function QuizItem(props: QuizItemProps) {
  const { view, progress } = props;
  return (
    <section aria-label="Question" className="@container min-w-0">
      <QuestionHead view={view} progress={progress} />
      {/* A new item, or an answered one asked again, begins without an answer. */}
      {view.result ? <After {...props} /> : <Before key={view.id} {...props} />}
    </section>
  );
}

function Before({ view, draft, onDraft, onAnswer }: QuizItemProps) {
  const [answer, setOwn] = useState(() => draft ?? firstAnswer(view));
  function setAnswer(next: QuizAnswer) {
    setOwn(next);
    onDraft?.(next);
  }
  const wanted = missing(view, answer);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!wanted) onAnswer(answer);
      }}
    >
      <AnswerForm item={view} answer={answer} onChange={setAnswer} />
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        {view.asksConfidence ? (
          <ConfidencePicker
            chosen={answer.confidence}
            onChoose={(confidence) => setAnswer({ ...answer, confidence })}
          />
        ) : null}
        <p role="status" className="flex-1 text-right text-ink-3 text-sm">
          {wanted}
        </p>
        <Button type="submit" look="primary" disabled={wanted !== undefined}>
          Answer
        </Button>
      </div>
    </form>
  );
}

function After({ view, onNext, more }: QuizItemProps) {
  const { result } = view;
  if (!result) return null;
  const note = [result.trap ? `Trap: ${result.trap}.` : '', result.comesBack ?? ''].filter(Boolean).join(' ');
  return (
    <div>
      <p role="status" className="sr-only">
        {result.right ? 'Right.' : 'Wrong.'} Every option now has its reason.
      </p>
      <Reasons item={view} result={result} />
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1 text-ink-2">{note}</p>
        {more}
        <Button look="primary" onClick={onNext}>
          Next
        </Button>
      </div>
    </div>
  );
}
