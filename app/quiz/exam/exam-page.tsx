'use client';

import { ExamChoice } from '../../../components/quiz/exam-choice';
import { ExamPaper } from '../../../components/quiz/exam-paper';
import { ExamReport } from '../../../components/quiz/exam-report';
import { Callout } from '../../../components/ui/callout';
import { type Exam, type ExamState, useExam } from '../../../lib/store';

export function ExamPage() {
  const { state, exam } = useExam();
  const { failed, isKept } = state;
  return (
    <div className="grid gap-4">
      {failed ? (
        <Callout tone="refused" title="The exam broke down">
          <p>{failed} What you answered is kept. Open the page again to try once more.</p>
        </Callout>
      ) : null}
      {isKept ? null : (
        <Callout tone="waiting">
          <p>This browser keeps nothing for this page, so the exam is lost when it is closed.</p>
        </Callout>
      )}
      {exam ? <Phase state={state} exam={exam} /> : <p className="text-ink-2">Opening the exam…</p>}
    </div>
  );
}

function Phase({ state, exam }: { state: ExamState; exam: Exam }) {
  switch (state.phase) {
    case 'choosing':
      return <ExamChoice choices={state.choices} onBegin={(...chosen) => void exam.begin(...chosen)} />;
    case 'asking':
      return (
        <ExamPaper
          paper={state}
          onAnswer={(id, answer) => exam.answer(id, answer)}
          onFlag={(id) => exam.flag(id)}
          onGo={(at) => exam.go(at)}
          onFinish={() => void exam.finish()}
        />
      );
    case 'over':
      return state.report ? (
        <ExamReport report={state.report} items={state.items} onAgain={() => void exam.again()} />
      ) : null;
    case 'marking':
      return <p role="status">Marking…</p>;
    default:
      return state.failed ? null : <p className="text-ink-2">Opening the exam…</p>;
  }
}
