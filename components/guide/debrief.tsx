import type { DebriefView, IncidentMomentView } from '../../lib/views';
import { Markdown, MarkdownLine } from '../ui/markdown';
import { VerdictMark } from '../ui/verdict-mark';

/** After the last step: what happened beside what it should have been, and what to take along. */
export function Debrief({ view }: { view: DebriefView }) {
  return (
    <article aria-label="Debrief" className="grid gap-6">
      <header className="grid gap-2">
        <h2 className="text-balance text-xl tracking-[-0.015em]">{view.title}</h2>
        <Markdown text={view.text} className="max-w-[62ch] text-ink-2" />
      </header>
      <section aria-label="The incident" className="grid gap-1">
        <h3 className="text-md">The incident</h3>
        <Incident moments={view.incident} />
      </section>
      <Sentences title="Lessons" sentences={view.lessons} />
      {view.inRealLife && view.inRealLife.length > 0 ? (
        <Sentences title="In real life" sentences={view.inRealLife} />
      ) : null}
      {view.alarms.length > 0 ? <Sentences title="What to alarm on" sentences={view.alarms} /> : null}
    </article>
  );
}

function Incident({ moments }: { moments: readonly IncidentMomentView[] }) {
  return (
    <ol>
      {moments.map((moment) => (
        <li
          key={`${moment.at} ${moment.happened}`}
          className="grid grid-cols-[52px_20px_minmax(0,1fr)] gap-x-2.5 border-rule border-t py-2.5"
        >
          <span className="font-mono text-code text-ink-2 leading-5">{moment.at}</span>
          <VerdictMark verdict={moment.verdict} />
          <dl className="grid gap-x-6 gap-y-1.5 @md:grid-cols-2">
            <div>
              <dt className="text-ink-3 text-xs">What happened</dt>
              <dd>{moment.happened}</dd>
            </div>
            <div>
              <dt className="text-ink-3 text-xs">What it should have been</dt>
              <dd className="text-ink-2">{moment.should}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ol>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <section aria-label={title} className="grid gap-2 border-ink border-t-2 pt-3">
      <h3 className="text-md">{title}</h3>
      <ul className="grid max-w-[62ch] list-disc gap-1.5 pl-5">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <MarkdownLine text={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
