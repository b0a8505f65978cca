'use client';

import { Incident } from '../../components/home/incidents';
import { ButtonLink } from '../../components/ui/button';
import { Link } from '../../components/ui/link';
import type { HomeView, ScenarioSummary } from '../../lib/views';
import { RunList } from '../_home/run-list';
import { useHome } from '../_home/use-home';

export interface LabGroup {
  readonly title: string;
  /** Ids of its labs. */
  readonly labs: readonly string[];
}

/** Every lab there is, by problem class, and the sandbox with its beginnings. */
export function LabsPlace({
  scenarios,
  groups,
  presets,
  first,
}: {
  scenarios: readonly ScenarioSummary[];
  groups: readonly LabGroup[];
  presets: readonly { readonly href: string; readonly title: string; readonly summary: string }[];
  first: HomeView;
}) {
  const { view, runs } = useHome(scenarios, first);
  return (
    <main className="mx-auto max-w-[860px] px-6 py-[38px] max-[700px]:py-6">
      <h1 className="text-2xl tracking-[-0.022em]">Labs</h1>
      <p className="mt-3 mb-2 max-w-[60ch] text-ink-2 text-md">
        Incidents by what goes wrong in them. Each starts with what the pager said.
      </p>
      {groups.map(({ title, labs }) => (
        <section key={title} aria-label={title} className="mt-7">
          <h2 className="mb-2 text-[1.0625rem]">{title}</h2>
          <ul className="border-rule border-b">
            {view.incidents
              .filter(({ id }) => labs.includes(id))
              .map((incident) => (
                <Incident key={incident.id} incident={incident} />
              ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="sandbox" className="mt-10">
        <h2 id="sandbox" className="mb-0.5 text-[1.0625rem]">
          Sandbox
        </h2>
        <p className="mb-3 max-w-[62ch] text-ink-2">
          The workspace without a guide. Begin with nothing, or with a world that is already there.
        </p>
        <ul className="mb-4 grid gap-x-8 gap-y-3 min-[640px]:grid-cols-2">
          {presets.map(({ href, title, summary }) => (
            <li key={href} className="group relative border-rule border-t pt-2.5">
              <h3 className="text-base">
                <Link
                  href={href}
                  className="after:absolute after:inset-0 group-hover:underline group-hover:underline-offset-2"
                >
                  {title}
                </Link>
              </h3>
              <p className="text-ink-2">{summary}</p>
            </li>
          ))}
        </ul>
        <ButtonLink href="/sandbox/">Open the sandbox</ButtonLink>
      </section>
      <RunList runs={runs} scenarios={scenarios} />
    </main>
  );
}
