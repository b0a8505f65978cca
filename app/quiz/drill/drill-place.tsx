'use client';

import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import type { DrillTitles } from './drill-titles';

const opening = () => <p className="text-ink-2">Opening the questions…</p>;

const load = async () => (await import('./drill-page')).DrillPage;

/** What asks and marks stays out of the first load, and is asked for as soon as this file runs. */
const DrillPage = dynamic(load, { ssr: false, loading: opening });
if (typeof window !== 'undefined') void load();

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
