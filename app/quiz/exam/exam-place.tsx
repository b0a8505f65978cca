'use client';

import dynamic from 'next/dynamic';

const opening = () => <p className="text-ink-2">Opening the exam…</p>;

/** What asks and marks is loaded once the page stands. */
const ExamPage = dynamic(async () => (await import('./exam-page')).ExamPage, {
  ssr: false,
  loading: opening,
});

export function ExamPlace() {
  return (
    <main className="mx-auto max-w-[860px] px-6 py-[26px] max-[700px]:px-4">
      <h1 className="mb-4 text-xl">Exam</h1>
      <ExamPage />
    </main>
  );
}
