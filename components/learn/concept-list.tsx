import { Link } from '../ui/link';

export interface AreaView {
  readonly id: string;
  readonly title: string;
  readonly concepts: readonly {
    readonly id: string;
    readonly title: string;
    readonly short: string;
    readonly href: string;
  }[];
}

/** Concepts by area, each with the one sentence to keep. */
export function ConceptList({ areas }: { areas: readonly AreaView[] }) {
  return (
    <div className="gap-x-[52px] min-[900px]:columns-2">
      {areas.map((area) => (
        <section key={area.id} aria-labelledby={`area-${area.id}`} className="mb-9 break-inside-avoid-column">
          <h2 id={`area-${area.id}`} className="border-ink border-t-2 pt-2 text-[1.0625rem]">
            {area.title}
          </h2>
          <ul>
            {area.concepts.map(({ id, title, short, href }) => (
              <li key={id} className="group relative border-rule border-b py-2.5">
                <h3 className="text-base">
                  <Link
                    href={href}
                    className="after:absolute after:inset-0 group-hover:underline group-hover:underline-offset-2"
                  >
                    {title}
                  </Link>
                </h3>
                <p className="text-ink-2">{short}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
