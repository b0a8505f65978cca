import { MarkdownLine } from '../ui/markdown';

export interface DifferencesPart {
  readonly id: string;
  readonly title: string;
  readonly files: readonly {
    readonly path: string;
    readonly notes: readonly {
      readonly kind: 'assumed' | 'differs';
      readonly text: string;
      readonly facts: readonly string[];
    }[];
  }[];
}

/** Where the lab departs from AWS on purpose, and where it guesses: collected from its own code. */
export function Differences({ parts }: { parts: readonly DifferencesPart[] }) {
  const notes = parts.flatMap(({ files }) => files.flatMap((file) => file.notes));
  const differs = notes.filter(({ kind }) => kind === 'differs').length;
  return (
    <main className="mx-auto max-w-[980px] px-6 py-[38px] max-[700px]:py-6">
      <h1 className="text-2xl tracking-[-0.022em]">Differences from AWS</h1>
      <p className="mt-3 max-w-[62ch] text-ink-2 text-md">
        These notes stand in the lab's code beside the lines they speak of. <strong>Differs</strong>: it
        departs from AWS on purpose, {differs} times. <strong>Assumed</strong>: AWS does not say, and the lab
        had to choose, {notes.length - differs} times.
      </p>
      <nav aria-label="Parts" className="mt-5 flex flex-wrap gap-x-4 gap-y-1">
        {parts.map(({ id, title }) => (
          <a key={id} href={`#${id}`} className="text-link underline underline-offset-2">
            {title}
          </a>
        ))}
      </nav>
      {parts.map((part) => (
        <section key={part.id} aria-labelledby={part.id} className="mt-9">
          <h2 id={part.id} className="border-ink border-t-2 pt-2 text-[1.0625rem]">
            {part.title}
          </h2>
          {part.files.map(({ path, notes: own }) => (
            <div
              key={path}
              className="grid gap-x-5 border-rule border-b py-2.5 min-[760px]:grid-cols-[230px_minmax(0,1fr)]"
            >
              <h3 className="font-normal font-mono text-code text-ink-3 [overflow-wrap:anywhere]">
                {path
                  .split('/')
                  .slice(path.startsWith('lib/services/') ? 3 : 2)
                  .join('/')}
              </h3>
              <ul className="grid gap-1.5">
                {own.map(({ kind, text, facts }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: notes do not change their order
                  <li key={index}>
                    <span className={kind === 'differs' ? 'font-semibold' : 'text-ink-3'}>
                      {kind === 'differs' ? 'Differs.' : 'Assumed.'}
                    </span>{' '}
                    <MarkdownLine text={text} />
                    {facts.length > 0 ? (
                      <span className="text-ink-3 text-sm"> Cites {facts.join('; ')}.</span>
                    ) : null}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </main>
  );
}
