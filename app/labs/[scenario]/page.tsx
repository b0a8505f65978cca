import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { quizItems } from '../../_content/quizzes';
import { allScenarios } from '../../_content/scenarios';
import { LabWorkspace } from '../../_workspace/lab-workspace';

interface Params {
  readonly params: Promise<{ readonly scenario: string }>;
}

export function generateStaticParams() {
  return allScenarios().map(({ id }) => ({ scenario: id }));
}

export const dynamicParams = false;

async function scenarioOf({ params }: Params) {
  const { scenario: wanted } = await params;
  return allScenarios().find(({ id }) => id === wanted) ?? notFound();
}

export async function generateMetadata(props: Params): Promise<Metadata> {
  const { title, summary } = await scenarioOf(props);
  return { title, description: summary };
}

export default async function LabRoute(props: Params) {
  const scenario = await scenarioOf(props);
  return (
    <LabWorkspace
      lesson={{ kind: 'scenario', id: scenario.id, data: scenario }}
      title={scenario.title}
      quiz={quizItems(scenario.debrief.quiz)}
    />
  );
}
