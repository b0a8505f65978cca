'use client';

import dynamic from 'next/dynamic';

/** Loaded apart: one can read a concept before anything that could run is there. */
export const LazyTrial = dynamic(() => import('./concept-trial').then((module) => module.ConceptTrial), {
  ssr: false,
  loading: () => <p className="min-h-[420px] text-ink-3">Opening what there is to try…</p>,
});
