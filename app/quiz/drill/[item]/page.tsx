import type { Metadata } from 'next';
import { StillQuestion } from '../../../../components/quiz/still-question';
import { questionOf } from '../../../../lib/quiz';
import { quizCatalogue, quizIds } from '../../../_content/catalogue';
import { quizItems } from '../../../_content/quizzes';
import { Place } from '../../../_site/places';
import { ItemPlace } from '../drill-place';
import { labsByItem, ONE_QUESTION } from '../drill-titles';

interface Params {
  readonly params: Promise<{ readonly item: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return quizIds().map((item) => ({ item }));
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { item } = await params;
  return { title: 'One question', description: quizCatalogue().items.find(({ id }) => id === item)?.about };
}

export default async function ItemRoute({ params }: Params) {
  const { item } = await params;
  const { items, scenarios } = quizCatalogue();
  const asked = quizItems([item]).map((one) => questionOf(one, 'study'));
  return (
    <Place current="/quiz/">
      <ItemPlace
        item={item}
        labs={labsByItem(
          items.filter(({ id }) => id === item),
          scenarios,
        )}
        concepts={{}}
        first={asked.map((view) => (
          <StillQuestion key={view.id} view={view} progress={{ label: ONE_QUESTION, at: 1, of: 1 }} />
        ))}
      />
    </Place>
  );
}
