'use client';

import { useId, useState } from 'react';
import type { Hall, Plan } from '../../lib/progress';
import { Button, ButtonLink } from '../ui/button';
import { Select } from '../ui/select';

/** The day of an exam, and what it asks of each day until then. */
export function ExamDate({
  plan,
  exams,
  isKept,
  onSet,
}: {
  plan: Plan | undefined;
  exams: Hall['exams'];
  /** Without a place to keep it, no date can be set. */
  isKept: boolean;
  /** Without a day it is taken back. */
  onSet: (code: string, day: string | undefined) => Promise<void>;
}) {
  const [isChanging, setChanging] = useState(false);
  async function set(code: string, day: string | undefined) {
    await onSet(code, day);
    setChanging(false);
  }
  return (
    <section aria-label="Exam date" className="border-ink border-t-2 pt-3">
      <h2 className="mb-1 text-[0.9375rem]">Exam date</h2>
      {plan && !isChanging ? (
        <Planned
          plan={plan}
          onChange={() => setChanging(true)}
          onDrop={() => void set(plan.code, undefined)}
        />
      ) : (
        <DayForm
          exams={exams.filter(({ available }) => available > 0)}
          plan={plan}
          isKept={isKept}
          onSet={(code, day) => void set(code, day)}
        />
      )}
    </section>
  );
}

function Planned({ plan, onChange, onDrop }: { plan: Plan; onChange: () => void; onDrop: () => void }) {
  const { code, day, daysLeft, fresh, back, unseen, of, days } = plan;
  return (
    <>
      <p className="text-ink-2">
        <strong className="font-semibold text-ink">{code}</strong> on {dayWords(day)}, {leftWords(daysLeft)}.{' '}
        {daysLeft > 0 ? `${unseen} of its ${of} questions are new to you.` : ''}
      </p>
      {days.length > 0 ? (
        <table className="mt-2 w-full text-sm">
          <caption className="sr-only">Questions a day until the exam</caption>
          <thead>
            <tr className="text-left text-ink-3">
              <th scope="col" className="font-normal">
                Day
              </th>
              <th scope="col" className="text-right font-normal">
                New
              </th>
              <th scope="col" className="text-right font-normal">
                Coming back
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((one, index) => (
              <tr key={one.day} className="border-rule border-t">
                <th scope="row" className="py-0.5 text-left font-normal">
                  {index === 0 ? 'Today' : shortDay(one.day)}
                </th>
                <td className="text-right tabular-nums">{one.fresh}</td>
                <td className="text-right tabular-nums">{one.back}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        {daysLeft > 0 && fresh + back > 0 ? (
          <ButtonLink href="/quiz/drill/?plan" look="primary">
            Answer today’s part
          </ButtonLink>
        ) : null}
        <Button onClick={onChange}>Change the date</Button>
        <Button look="quiet" onClick={onDrop}>
          Take it back
        </Button>
      </div>
    </>
  );
}

function DayForm({
  exams,
  plan,
  isKept,
  onSet,
}: {
  exams: Hall['exams'];
  plan: Plan | undefined;
  isKept: boolean;
  onSet: (code: string, day: string) => void;
}) {
  const [code, setCode] = useState(plan?.code ?? exams[0]?.code ?? '');
  const [day, setDay] = useState(plan?.day ?? '');
  const id = useId();
  return (
    <form
      className="grid gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (day) onSet(code, day);
      }}
    >
      <p className="text-ink-2">Say when you sit one, and each day until then gets its part.</p>
      <Select
        label="Which exam"
        options={exams.map((one) => ({ id: one.code, label: `${one.code}, ${one.title}` }))}
        value={code}
        onPick={setCode}
      />
      <div className="flex flex-wrap items-end gap-2">
        <label htmlFor={id} className="grid gap-1 text-sm">
          <span className="text-ink-2">Day of the exam</span>
          <input
            id={id}
            type="date"
            required
            value={day}
            onChange={(event) => setDay(event.target.value)}
            className="h-[30px] rounded-[7px] border border-edge bg-sheet px-2 text-ink"
          />
        </label>
        <Button type="submit" disabled={!isKept || day === ''}>
          Set the date
        </Button>
      </div>
    </form>
  );
}

function leftWords(days: number): string {
  if (days < 0) return 'which is over';
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** `24 December 2026`: of the calendar, whatever the time of day. */
function dayWords(day: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(day).toLocaleDateString('en-GB', options);
}

/** `Thu 24 Dec` */
function shortDay(day: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Date(day).toLocaleDateString('en-GB', options).replace(',', '');
}
