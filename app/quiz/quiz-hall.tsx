'use client';

import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Hall } from '../../components/quiz/hall';
import type { Hall as HallView } from '../../lib/progress';
import type { HallOnDevice } from '../../lib/store';

// They stand in the page, and are brought to life once the rest of it lives.
const ExamDate = lazy(async () => ({ default: (await import('../../components/quiz/exam-date')).ExamDate }));
const OnDevice = lazy(async () => ({ default: (await import('./on-device')).OnDevice }));

/** Everybody's choice first; once the device was asked, this learner's. */
export function QuizHall({ first }: { first: HallView }) {
  const [known, setKnown] = useState<HallOnDevice>();
  const [failed, setFailed] = useState<string>();
  const ask = useCallback(async () => {
    try {
      const { hallOnDevice } = await import('../../lib/store');
      setKnown(await hallOnDevice());
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  }, []);
  useEffect(() => void ask(), [ask]);
  const date = (
    <ExamDate
      plan={known?.hall.plan}
      exams={(known?.hall ?? first).exams}
      isKept={known?.isKept ?? false}
      onSet={async (code, day) => {
        const { setExamDay } = await import('../../lib/store');
        await setExamDay(code, day);
        await ask();
      }}
    />
  );
  return (
    <Hall view={known?.hall ?? first} openExam={known?.openExam} date={<Suspense>{date}</Suspense>}>
      <Suspense>
        <OnDevice
          damaged={known?.damaged ?? []}
          isKept={known?.isKept ?? true}
          failed={failed}
          onChange={ask}
        />
      </Suspense>
    </Hall>
  );
}
