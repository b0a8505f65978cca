'use client';

import { Incidents } from '../../components/home/incidents';
import { ButtonLink } from '../../components/ui/button';
import type { HomeView, ScenarioSummary } from '../../lib/views';
import { RunList } from './run-list';
import { useHome } from './use-home';

/** Every lab there is, and the sandbox. */
export function Labs({ scenarios, first }: { scenarios: readonly ScenarioSummary[]; first: HomeView }) {
  const { view, runs } = useHome(scenarios, first);
  return (
    <main className="mx-auto max-w-[860px] px-6 py-[38px] max-[700px]:py-6">
      <h1 className="mb-6 text-2xl tracking-[-0.022em]">Labs</h1>
      {view.incidents.length > 0 ? <Incidents incidents={view.incidents} /> : null}
      <section aria-labelledby="sandbox" className="mt-8">
        <h2 id="sandbox" className="mb-0.5 text-[1.0625rem]">
          Sandbox
        </h2>
        <p className="mb-3 max-w-[62ch] text-ink-2">
          The workspace without a guide: an account, an administrator and a shell. Try what you like.
        </p>
        <ButtonLink href="/sandbox/">Open the sandbox</ButtonLink>
      </section>
      <RunList runs={runs} scenarios={scenarios} />
    </main>
  );
}
