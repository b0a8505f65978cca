import { Link } from '../ui/link';

export interface MapView {
  readonly columns: number;
  readonly rows: number;
  readonly placed: readonly {
    readonly id: string;
    readonly title: string;
    readonly href: string;
    readonly column: number;
    readonly row: number;
  }[];
  readonly lines: readonly (readonly [from: string, to: string])[];
}

const COLUMN = 196;
const ROW = 46;
const BOX = { width: 164, height: 34 };

/** What builds on what, from left to right. The lists below say the same in words. */
export function ConceptMapPicture({ view }: { view: MapView }) {
  const width = view.columns * COLUMN - (COLUMN - BOX.width) + 4;
  const height = view.rows * ROW;
  const boxes = new Map(view.placed.map((one) => [one.id, one]));
  return (
    <nav
      aria-label="Concept map"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide map scrolls, and scrolling must work by keyboard
      tabIndex={0}
      className="relative overflow-x-auto rounded-[14px] border border-rule bg-sheet p-4 shadow-region max-[700px]:hidden"
    >
      <div className="relative mx-auto" style={{ width, height }}>
        <svg aria-hidden="true" width={width} height={height} className="absolute inset-0 text-rule-strong">
          {view.lines.map(([from, to]) => {
            const a = boxes.get(from);
            const b = boxes.get(to);
            return a && b ? (
              <path
                key={`${from} ${to}`}
                d={curve(a, b)}
                fill="none"
                stroke="currentColor"
                strokeWidth={1.2}
              />
            ) : null;
          })}
        </svg>
        {view.placed.map(({ id, title, href, column, row }) => (
          <Link
            key={id}
            href={href}
            style={{ left: column * COLUMN, top: row * ROW + 6, width: BOX.width, height: BOX.height }}
            className="absolute flex items-center justify-center rounded-lg border border-rule-strong bg-sheet px-2 text-center text-sm leading-tight hover:border-ink"
          >
            {title}
          </Link>
        ))}
      </div>
    </nav>
  );
}

interface Place {
  readonly column: number;
  readonly row: number;
}

function curve(a: Place, b: Place): string {
  const x1 = a.column * COLUMN + BOX.width;
  const y1 = a.row * ROW + 6 + BOX.height / 2;
  const x2 = b.column * COLUMN;
  const y2 = b.row * ROW + 6 + BOX.height / 2;
  const bend = Math.max(16, (COLUMN - BOX.width) / 2 + 6);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
