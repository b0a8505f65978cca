import type { ReactNode } from 'react';

/** One thing of today, under a heavy rule. */
export function HomeSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-ink border-t-2 pt-3 pb-6">
      <h2 className="mb-2 text-[0.9375rem]">{title}</h2>
      {children}
    </section>
  );
}
