import type { ReactNode } from 'react';
import { Disclosure } from '../ui/disclosure';
import { Link } from '../ui/link';
import { Markdown, MarkdownLine } from '../ui/markdown';

interface LinkView {
  readonly href: string;
  readonly title: string;
}

export interface ConceptPageView {
  readonly area: string;
  readonly title: string;
  readonly short: string;
  /** Markdown. */
  readonly text: string;
  readonly needs: readonly LinkView[];
  readonly leadsTo: readonly LinkView[];
  readonly labs: readonly LinkView[];
  readonly rows: readonly LinkView[];
  readonly questions?: { readonly href: string; readonly count: number } | undefined;
  readonly facts: readonly {
    readonly id: string;
    readonly text: string;
    readonly source: string;
    readonly checked: string;
  }[];
}

/** Short prose, one live flow, one thing to try, and where it leads. */
export function ConceptPage({ view, children }: { view: ConceptPageView; children: ReactNode }) {
  const { questions } = view;
  return (
    <main className="mx-auto max-w-[1180px] px-6 py-[38px] max-[700px]:py-6">
      <div className="min-w-0">
        <p className="text-ink-3 text-sm">
          <Link href="/learn/" className="hover:text-ink hover:underline">
            Learn
          </Link>{' '}
          / {view.area}
        </p>
        <h1 className="mt-1 text-balance text-2xl tracking-[-0.022em]">{view.title}</h1>
        <p className="mt-2 max-w-[56ch] text-ink-2 text-md">{view.short}</p>
        <Markdown text={view.text} className="mt-5 max-w-[68ch] text-[0.9375rem] leading-[1.6]" />
      </div>
      <div className="mt-9">{children}</div>
      <aside
        aria-label="Where it leads"
        className="mt-9 grid items-start gap-x-[52px] gap-y-6 min-[700px]:grid-cols-2 min-[1000px]:grid-cols-3"
      >
        <Links title="Builds on" links={view.needs} />
        <Links title="Leads to" links={view.leadsTo} />
        <Links title="Labs that show it" links={view.labs} />
        <Links title="In the playbook" links={view.rows} />
        {questions ? (
          <Links
            title="Questions"
            links={[
              {
                href: questions.href,
                title: questions.count === 1 ? 'Be asked about it' : `Be asked about it: ${questions.count}`,
              },
            ]}
          />
        ) : null}
      </aside>
      {view.facts.length > 0 ? (
        <section aria-label="Sources" className="mt-9 max-w-[76ch]">
          <Disclosure summary={`What AWS says, and where: ${view.facts.length}`}>
            <ul className="grid gap-2.5 pl-5">
              {view.facts.map(({ id, text, source, checked }) => (
                <li key={id} id={`fact-${id}`}>
                  <MarkdownLine text={text} />
                  <span className="block text-ink-3 text-sm">
                    {source}, checked on {checked}
                  </span>
                </li>
              ))}
            </ul>
          </Disclosure>
        </section>
      ) : null}
    </main>
  );
}

function Links({ title, links }: { title: string; links: readonly LinkView[] }) {
  if (links.length === 0) return null;
  return (
    <section className="border-ink border-t-2 pt-2.5">
      <h2 className="mb-1 text-base">{title}</h2>
      <ul className="grid gap-1">
        {links.map(({ href, title: words }) => (
          <li key={href} className="min-w-0">
            <Link href={href} className="text-link hover:underline hover:underline-offset-2">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
