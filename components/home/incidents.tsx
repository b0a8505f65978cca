import type { IncidentView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { Link } from '../ui/link';

/** Scenarios, told by what the pager said. */
export function Incidents({ incidents }: { incidents: readonly IncidentView[] }) {
  return (
    <section aria-labelledby="incidents">
      <h2 id="incidents" className="mb-0.5 text-[1.0625rem]">
        Incidents
      </h2>
      <p className="mb-3 text-ink-2">Each starts with what the pager said.</p>
      <ul className="border-rule border-b">
        {incidents.map((incident) => (
          <Incident key={incident.id} incident={incident} />
        ))}
      </ul>
    </section>
  );
}

const marks = {
  new: 'border-[1.5px] border-edge',
  begun: 'border-2 border-ink',
  done: 'border border-allow bg-allow text-sheet',
} as const;

const words = { new: '', begun: 'begun', done: 'done' } as const;

/** One of them, told by what the pager said. */
export function Incident({ incident }: { incident: IncidentView }) {
  const { state, href, progress, minutes } = incident;
  return (
    <li className="group relative grid grid-cols-[30px_minmax(0,1fr)] items-start gap-x-3.5 gap-y-1 border-rule border-t py-[15px] min-[600px]:grid-cols-[30px_minmax(0,1fr)_auto]">
      <span className={cx('mt-px grid size-[22px] place-items-center rounded-md', marks[state])}>
        {state === 'done' ? <Icon name="check" size={15} /> : null}
      </span>
      <div className="min-w-0">
        <h3 className="text-md">
          {href ? (
            <Link
              href={href}
              className="after:absolute after:inset-0 group-hover:underline group-hover:underline-offset-2"
            >
              {incident.title}
            </Link>
          ) : (
            incident.title
          )}
          {words[state] ? <span className="sr-only">, {words[state]}</span> : null}
        </h3>
        {incident.pager ? (
          <code className="mt-[3px] block font-mono text-deny [overflow-wrap:anywhere]">
            {incident.pager}
          </code>
        ) : null}
        <p className="mt-1 max-w-[62ch] text-ink-2">{incident.summary}</p>
      </div>
      <p className="text-ink-3 text-sm max-[600px]:col-start-2 min-[600px]:text-right">
        {progress ? (
          <span className="min-[600px]:block">
            {progress}
            <span className="min-[600px]:hidden">, </span>
          </span>
        ) : null}
        <span className="min-[600px]:block">{minutes} min</span>
        {state === 'done' && !progress ? (
          <span className="min-[600px]:block">
            <span className="min-[600px]:hidden">, </span>done
          </span>
        ) : null}
      </p>
    </li>
  );
}
