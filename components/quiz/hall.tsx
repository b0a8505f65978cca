import type { ReactNode } from 'react';
import type { GroupProgress, Hall as HallView } from '../../lib/progress';
import { Bar } from '../ui/bar';
import { ButtonLink } from '../ui/button';
import { Link } from '../ui/link';

/** What to be asked: what is due, a concept, a problem class, an exam, or what was answered before. */
export function Hall({
  view,
  openExam,
  date,
  children,
}: {
  view: HallView;
  /** The code of an exam that is going on. */
  openExam: string | undefined;
  /** The day of an exam that is to come. */
  date: ReactNode;
  /** Stands last: what is there of the learner on this device. */
  children: ReactNode;
}) {
  return (
    <main className="mx-auto grid max-w-[1180px] gap-x-[52px] gap-y-8 px-6 py-[38px] max-[700px]:py-6 min-[940px]:grid-cols-[minmax(0,1fr)_316px] min-[940px]:grid-rows-[auto_auto_1fr]">
      <div>
        <h1 className="text-2xl tracking-[-0.022em]">Quiz</h1>
        <p className="mt-3 max-w-[56ch] text-ink-2 text-md">
          {view.items} questions. Say how sure you are, then see why each option is right or wrong, and let
          the engine prove it.
        </p>
      </div>
      <aside
        aria-label="Today"
        className="grid min-w-0 content-start gap-6 min-[940px]:col-start-2 min-[940px]:row-span-2 min-[940px]:row-start-1"
      >
        <Due view={view} />
        <Exams view={view} openExam={openExam} />
        {date}
      </aside>
      <div className="grid min-w-0 content-start gap-9 min-[940px]:col-start-1 min-[940px]:row-span-2 min-[940px]:row-start-2">
        <Groups title="By concept" by="concept" groups={view.concepts} />
        <Groups title="By problem" by="problem" groups={view.problems} />
        {view.exams
          .filter(({ domains }) => domains.length > 0)
          .map(({ code, title, domains }) => (
            <Groups
              key={code}
              title={`${code}, ${title}`}
              by="domain"
              groups={domains.map((domain) => ({ ...domain, id: `${code} ${domain.id}` }))}
            />
          ))}
      </div>
      <div className="min-w-0 min-[940px]:col-start-2 min-[940px]:row-start-3">{children}</div>
    </main>
  );
}

function Due({ view: { due, fresh, past } }: { view: HallView }) {
  return (
    <section aria-label="Due today" className="border-ink border-t-2 pt-3">
      <h2 className="mb-2 text-[0.9375rem]">Due today</h2>
      <p className="font-semibold text-[1.875rem] leading-none tracking-[-0.02em]">{due.count}</p>
      <p className="mt-1 mb-3 text-ink-2">{due.note}</p>
      <div className="flex flex-wrap gap-2">
        {due.count > 0 ? (
          <ButtonLink href="/quiz/drill/" look="primary">
            Answer what is due
          </ButtonLink>
        ) : null}
        {fresh > 0 ? (
          <ButtonLink href="/quiz/drill/?fresh" look={due.count > 0 ? 'plain' : 'primary'}>
            Ask me something new
          </ButtonLink>
        ) : null}
        {past.count > 0 ? <ButtonLink href="/quiz/drill/?review">Review past answers</ButtonLink> : null}
      </div>
    </section>
  );
}

function Exams({ view, openExam }: { view: HallView; openExam: string | undefined }) {
  const sat = view.exams.flatMap(({ code, last }) => (last ? [{ code, last }] : []));
  return (
    <section aria-label="Exam" className="border-ink border-t-2 pt-3">
      <h2 className="mb-1 text-[0.9375rem]">Exam</h2>
      <p className="mb-3 text-ink-2">
        {openExam
          ? `${openExam} is going on.`
          : 'No word about right and wrong until its end, as in the real one.'}
      </p>
      {sat.map(({ code, last }) => (
        <p key={code} className="mb-2 text-ink-2 text-sm">
          {code}: {last.right} of {last.of} right the last time
        </p>
      ))}
      <ButtonLink href="/quiz/exam/" look={openExam ? 'primary' : 'plain'}>
        {openExam ? 'Go on with the exam' : 'Set up an exam'}
      </ButtonLink>
    </section>
  );
}

function Groups({ title, by, groups }: { title: string; by: string; groups: readonly GroupProgress[] }) {
  if (groups.length === 0) return null;
  const id = `by-${by}-${title.slice(0, 7).replace(/\W/g, '')}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 text-[1.0625rem]">
        {title}
      </h2>
      <ul className="grid border-rule border-t min-[600px]:grid-cols-2 min-[600px]:gap-x-8">
        {groups.map((group) => (
          <li key={group.id} className="border-rule border-b">
            <Link
              href={`/quiz/drill/?${by}=${encodeURIComponent(group.id)}`}
              className="block py-2.5 hover:bg-rule/30"
            >
              <Bar
                title={group.title}
                words={`${group.right} of ${group.of} right`}
                percent={Math.round((group.right / group.of) * 100)}
              />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
