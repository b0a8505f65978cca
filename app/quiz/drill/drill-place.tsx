'use client';

import { useSearchParams } from 'next/navigation';
import { type ComponentType, type ReactNode, Suspense, useEffect, useState } from 'react';
import { BlankQuestion } from '../../../components/quiz/blank-question';
import type { DrillPageProps } from './drill-page';
import type { DrillTitles } from './drill-titles';

/** What asks and marks stays out of the first load, and is asked for as soon as this file runs. */
const load = async () => (await import('./drill-page')).DrillPage;
if (typeof window !== 'undefined') void load();

/** The drill that the address names: `?concept=alias`. */
export function DrillPlace(titles: DrillTitles) {
  return (
    <Room>
      <Suspense fallback={<BlankQuestion />}>
        <Addressed {...titles} />
      </Suspense>
    </Room>
  );
}

/** One question. It stands in the page before anything of it is loaded. */
export function ItemPlace({ item, first, ...titles }: DrillTitles & { item: string; first: ReactNode }) {
  return (
    <Room>
      <Asking query={`item=${item}`} first={first} {...titles} />
    </Room>
  );
}

function Room({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto max-w-[1240px] px-6 py-[26px] max-[700px]:px-4">
      <h1 className="sr-only">Questions</h1>
      {children}
    </main>
  );
}

/** Another question in the address is another drill. */
function Addressed(titles: DrillTitles) {
  const query = useSearchParams().toString();
  return <Asking key={query} query={query} first={<BlankQuestion />} {...titles} />;
}

function Asking(props: DrillPageProps) {
  const [Page, setPage] = useState<ComponentType<DrillPageProps>>();
  useEffect(() => {
    let isCurrent = true;
    load().then((loaded) => isCurrent && setPage(() => loaded));
    return () => {
      isCurrent = false;
    };
  }, []);
  return Page ? <Page {...props} /> : props.first;
}
