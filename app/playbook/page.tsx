import type { Metadata } from 'next';
import type { Row } from '../../lib/learn';
import { labPath } from '../../lib/views';
import { conceptPath, trialPath } from '../_content/addresses';
import { allConcepts, allFacts, allRows } from '../_content/learn';
import { allScenarios } from '../_content/scenarios';
import { Place } from '../_site/places';
import { KINDS } from './kinds';
import { PlaybookPlace } from './playbook-place';

export const metadata: Metadata = { title: 'Playbook' };

export default function PlaybookRoute() {
  return (
    <Place current="/playbook/">
      <main className="mx-auto max-w-[980px] px-6 py-[38px] max-[700px]:py-6">
        <h1 className="text-2xl tracking-[-0.022em]">Playbook</h1>
        <p className="mt-3 mb-5 max-w-[60ch] text-ink-2 text-md">
          What an error means, what a limit is, how two things differ. Nearly every row opens where you can
          see it happen.
        </p>
        <PlaybookPlace kinds={KINDS} rows={rowViews()} />
      </main>
    </Place>
  );
}

function rowViews() {
  const [concepts, facts, scenarios] = [allConcepts(), allFacts(), allScenarios()];
  const labOf = ({ lab }: Row) => {
    const scenario = scenarios.find(({ id }) => id === lab?.scenario);
    if (!scenario) return undefined;
    const step = scenario.steps.find(({ id }) => id === lab?.step)?.title;
    return { href: labPath(scenario.id), title: scenario.title, step };
  };
  return allRows().map((row) => ({
    id: row.id,
    kind: row.kind,
    kindWord: row.kind,
    title: row.title,
    answer: row.answer,
    table: row.table,
    trial: row.try && { run: row.try.run, outcome: row.try.outcome, href: trialPath(row.try) },
    lab: labOf(row),
    concepts: concepts
      .filter(({ id }) => row.concepts.includes(id))
      .map(({ id, title }) => ({ href: conceptPath(id), title })),
    facts: facts
      .filter(({ id }) => row.facts.includes(id))
      .map(({ text, source, checked }) => ({ text, source, checked })),
  }));
}
