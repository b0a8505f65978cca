import type { Metadata } from 'next';
import { quizCatalogue } from '../../_content/catalogue';
import { Place } from '../../_site/places';
import { DrillPlace } from './drill-place';

export const metadata: Metadata = { title: 'Questions' };

export default function DrillRoute() {
  const { items, concepts, scenarios } = quizCatalogue();
  const labs = items.flatMap(({ id, scenario }) => {
    const lab = scenarios.find((one) => one.id === scenario);
    return lab ? [[id, lab] as const] : [];
  });
  return (
    <Place current="/quiz/">
      <DrillPlace
        labs={Object.fromEntries(labs)}
        concepts={Object.fromEntries(concepts.map(({ id, title }) => [id, title]))}
      />
    </Place>
  );
}
