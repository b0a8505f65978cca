'use client';

import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import type { DrillTitles } from './drill-titles';

const opening = () => <p className="text-ink-2">Opening the questions…</p>;

/** What asks and marks is loaded once the page stands. */
const DrillPage = dynamic(async () => (await import('./drill-page')).DrillPage, {
  ssr: false,
  loading: opening,
});

export function DrillPlace(titles: DrillTitles) {
  return (
    <main className="mx-auto max-w-[1240px] px-6 py-[26px] max-[700px]:px-4">
      <h1 className="sr-only">Questions</h1>
      <Suspense fallback={opening()}>
        <Asked {...titles} />
      </Suspense>
    </main>
  );
}

/** Another question in the address is another drill. */
function Asked(titles: DrillTitles) {
  const query = useSearchParams().toString();
  return <DrillPage key={query} query={query} {...titles} />;
}
