import type { Metadata } from 'next';
import { ConceptList } from '../../components/learn/concept-list';
import { ConceptMapPicture } from '../../components/learn/concept-map-picture';
import { Link } from '../../components/ui/link';
import { conceptMap } from '../../lib/learn';
import { conceptPath } from '../_content/addresses';
import { allConcepts } from '../_content/learn';
import { Place } from '../_site/places';
import { areasOf } from './areas';

export const metadata: Metadata = { title: 'Learn' };

export default function LearnRoute() {
  const concepts = allConcepts();
  const { placed, ...map } = conceptMap(concepts);
  return (
    <Place current="/learn/">
      <main className="mx-auto max-w-[1180px] px-6 py-[38px] max-[700px]:py-6">
        <h1 className="text-2xl tracking-[-0.022em]">Learn</h1>
        <p className="mt-3 mb-7 max-w-[60ch] text-ink-2 text-md">
          {concepts.length} concepts in short prose, each with a flow that real commands light up. Start at
          the left, or where it hurts.
        </p>
        <div className="mb-10">
          <ConceptMapPicture
            view={{
              ...map,
              placed: placed.map((one) => ({ ...one, href: conceptPath(one.id) })),
            }}
          />
        </div>
        <ConceptList areas={areasOf(concepts)} />
        <p className="mt-6 text-ink-2">
          The lab is not AWS in every point:{' '}
          <Link href="/differences/" className="text-link underline underline-offset-2">
            where it differs, and where it guesses
          </Link>
          .
        </p>
      </main>
    </Place>
  );
}
