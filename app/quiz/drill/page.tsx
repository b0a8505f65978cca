import type { Metadata } from 'next';
import { quizCatalogue } from '../../_content/catalogue';
import { Place } from '../../_site/places';
import { DrillPlace } from './drill-place';
import { labsByItem } from './drill-titles';

export const metadata: Metadata = { title: 'Questions' };

export default function DrillRoute() {
  const { items, concepts, scenarios } = quizCatalogue();
  return (
    <Place current="/quiz/">
      <DrillPlace
        labs={labsByItem(items, scenarios)}
        concepts={Object.fromEntries(concepts.map(({ id, title }) => [id, title]))}
      />
    </Place>
  );
}
