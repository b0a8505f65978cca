'use client';

import { useId, useState } from 'react';
import { Button } from '../ui/button';
import { Select } from '../ui/select';

export interface ExamChoiceView {
  readonly code: string;
  readonly title: string;
  readonly note: string;
  readonly questions: number;
  readonly minutes: number;
  readonly available: number;
}

/** Which exam, how long, and whether the clock runs. */
export function ExamChoice({
  choices,
  onBegin,
}: {
  choices: readonly ExamChoiceView[];
  onBegin: (code: string, count: number, minutes: number | undefined) => void;
}) {
  const [code, setCode] = useState(choices.find(({ available }) => available > 0)?.code ?? '');
  const exam = choices.find((one) => one.code === code);
  if (!exam) return <p>There are no exam questions yet.</p>;
  return (
    <div className="grid max-w-[56ch] gap-4">
      <p className="text-ink-2">
        Nothing is said about right and wrong until the end. A blank is wrong, a wrong answer costs nothing
        more, and every question counts all or nothing.
      </p>
      <Select
        label="Which exam"
        options={choices.map((one) => ({
          id: one.code,
          label: `${one.code}, ${one.title} (${one.available} questions here)`,
        }))}
        value={code}
        onPick={setCode}
      />
      <p className="text-ink-2 text-sm">
        {exam.note} The real one has {exam.questions} questions in {exam.minutes} minutes, on all of its
        subjects; these are about KMS.
      </p>
      {exam.available > 0 ? (
        <Size key={code} exam={exam} onBegin={onBegin} />
      ) : (
        <p>There are no questions for it yet.</p>
      )}
    </div>
  );
}

function Size({
  exam: { code, questions, minutes, available },
  onBegin,
}: {
  exam: ExamChoiceView;
  onBegin: (code: string, count: number, minutes: number | undefined) => void;
}) {
  const most = Math.min(available, questions);
  const [count, setCount] = useState(Math.min(10, most));
  const [timed, setTimed] = useState(true);
  const help = useId();
  const time = Math.max(1, Math.round((count * minutes) / questions));
  const fits = Number.isInteger(count) && count >= 1 && count <= most;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) onBegin(code, count, timed ? time : undefined);
      }}
    >
      <label className="grid gap-1 text-sm">
        <span className="text-ink-2">How many questions, 1 to {most}</span>
        <input
          type="number"
          min={1}
          max={most}
          value={Number.isNaN(count) ? '' : count}
          onChange={(event) => setCount(event.target.valueAsNumber)}
          className="h-[30px] w-24 rounded-[7px] border border-edge bg-sheet px-2 text-ink"
        />
      </label>
      <label className="flex items-center gap-2.5">
        <input
          type="checkbox"
          checked={timed}
          aria-describedby={help}
          onChange={(event) => setTimed(event.target.checked)}
          className="size-[18px] accent-[var(--ink)]"
        />
        With a timer
      </label>
      <p id={help} className="text-ink-2 text-sm">
        {timed
          ? `${fits ? time : '–'} minutes, as much for each question as in the real one. It runs on while the page is closed.`
          : 'Take as long as you like.'}
      </p>
      <div>
        <Button type="submit" look="primary" disabled={!fits}>
          Begin the exam
        </Button>
      </div>
    </form>
  );
}
