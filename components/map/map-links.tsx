import type { CSSProperties } from 'react';
import type { MapLinkView } from '../../lib/views';
import { cx } from '../ui/class-names';

/** What passes between two neighbours, each arrow beside the shelf it speaks of. */
export function MapLinks({
  links,
  shelfIds,
  column,
  leftRegion,
}: {
  links: readonly MapLinkView[];
  shelfIds: readonly string[];
  column: number;
  leftRegion: string;
}) {
  const shelves = shelfIds.filter((shelf) => links.some((link) => link.shelf === shelf));
  return shelves.map((shelf) => (
    <div
      key={shelf}
      style={{ '--col': column, '--row': shelfIds.indexOf(shelf) + 2 } as CSSProperties}
      className="@xl:[grid-column:var(--col)] @xl:[grid-row:var(--row)] @xl:self-start @xl:pt-7"
    >
      {links
        .filter((link) => link.shelf === shelf)
        .map((link) => (
          <MapLink key={link.caption} link={link} toLeft={link.to === leftRegion} />
        ))}
    </div>
  ));
}

function MapLink({ link, toLeft }: { link: MapLinkView; toLeft: boolean }) {
  return (
    <div
      className={cx(
        'flex items-center justify-center gap-2 py-2 text-center text-xs @xl:flex-col @xl:gap-0.5',
        link.state === 'absent' ? 'text-deny' : link.state === 'waiting' ? 'text-wait' : 'text-ink-2',
      )}
    >
      <span className="grid size-12 rotate-90 place-items-center @xl:h-6 @xl:w-full @xl:rotate-0">
        <LinkArrow link={link} toLeft={toLeft} />
      </span>
      <span className="max-w-40 text-ink-2 @xl:max-w-full @xl:px-0.5">{link.caption}</span>
    </div>
  );
}

function LinkArrow({ link, toLeft }: { link: MapLinkView; toLeft: boolean }) {
  const line = { stroke: 'currentColor', strokeWidth: 1.5, fill: 'none' };
  if (link.state === 'absent') {
    return (
      <svg viewBox="0 0 88 24" className="w-full" aria-hidden="true">
        <path d="M2 12h84" strokeDasharray="4 4" {...line} />
        <path d="m38 6 12 12m0-12L38 18" stroke="currentColor" strokeWidth="1.8" />
      </svg>
    );
  }
  const right = 'm79 6 7 6-7 6';
  const left = 'm9 6-7 6 7 6';
  return (
    <svg viewBox="0 0 88 24" className="w-full" aria-hidden="true">
      <path d="M2 12h84" strokeDasharray={link.state === 'waiting' ? '6 4' : undefined} {...line} />
      {link.bothWays || !toLeft ? <path d={right} {...line} /> : null}
      {link.bothWays || toLeft ? <path d={left} {...line} /> : null}
    </svg>
  );
}
