import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ConceptPage } from '../../../components/learn/concept-page';
import type { Concept } from '../../../lib/learn';
import { labPath } from '../../../lib/views';
import { conceptPath, rowPath, trialPath } from '../../_content/addresses';
import { quizIds } from '../../_content/catalogue';
import { allConcepts, allDiagrams, allFacts, allPresets, allRows } from '../../_content/learn';
import { quizItems } from '../../_content/quizzes';
import { allScenarios } from '../../_content/scenarios';
import { Place } from '../../_site/places';
import { areaTitle } from '../areas';
import { LazyTrial } from './lazy-trial';

interface Params {
  readonly params: Promise<{ readonly concept: string }>;
}

export function generateStaticParams() {
  return allConcepts().map(({ id }) => ({ concept: id }));
}

export const dynamicParams = false;

async function conceptOf({ params }: Params): Promise<Concept> {
  const { concept: wanted } = await params;
  return allConcepts().find(({ id }) => id === wanted) ?? notFound();
}

export async function generateMetadata(props: Params): Promise<Metadata> {
  const { title, short } = await conceptOf(props);
  return { title, description: short };
}

export default async function ConceptRoute(props: Params) {
  const concept = await conceptOf(props);
  return (
    <Place current="/learn/">
      <ConceptPage view={viewOf(concept)}>
        <Trial concept={concept} />
      </ConceptPage>
    </Place>
  );
}

function Trial({ concept }: { concept: Concept }) {
  const { try: trial } = concept;
  const diagrams = allDiagrams();
  const flows = concept.flows.flatMap((id) => diagrams.filter((one) => one.id === id));
  return (
    <LazyTrial
      preset={allPresets().find(({ id }) => id === trial.preset)}
      run={trial.run}
      outcome={trial.outcome}
      flows={flows.map(({ id, title, mermaid, twin, lights }) => ({ id, title, mermaid, twin, lights }))}
      sandbox={trialPath(trial)}
    />
  );
}

function viewOf(concept: Concept) {
  const { id, title, short, text, area, needs, facts } = concept;
  const concepts = allConcepts();
  const asked = quizItems(quizIds()).filter((item) => item.concepts.includes(id)).length;
  return {
    area: areaTitle(area),
    title,
    short,
    text,
    needs: linksTo(concepts.filter((one) => needs.includes(one.id))),
    leadsTo: linksTo(concepts.filter((one) => one.needs.includes(id))),
    labs: allScenarios()
      .filter((one) => one.concepts.includes(id))
      .map((one) => ({ href: labPath(one.id), title: one.title })),
    rows: allRows()
      .filter((one) => one.concepts.includes(id) && one.kind !== 'term')
      .map((one) => ({ href: rowPath(one), title: one.title })),
    questions: asked > 0 ? { href: `/quiz/drill/?concept=${id}`, count: asked } : undefined,
    facts: allFacts()
      .filter((one) => facts.includes(one.id))
      .map(({ id: name, text: said, source, checked }) => ({ id: name, text: said, source, checked })),
  };
}

function linksTo(concepts: readonly Concept[]) {
  return concepts.map(({ id, title }) => ({ href: conceptPath(id), title }));
}
