import type { CSSProperties } from 'react';
import type { MapRegionView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { KeyShelf } from './key-shelf';
import { StoreShelf } from './store-shelf';

/** One Region: what it serves, which keys it has, what it holds. */
export function MapRegion({
  region,
  column,
  onInspect,
}: {
  region: MapRegionView;
  column: number;
  onInspect: (region: string, keyId: string) => void;
}) {
  const resting = region.traffic === 'drained';
  return (
    <section
      aria-label={region.region}
      style={{ '--col': column } as CSSProperties}
      className={cx(
        'grid content-start overflow-hidden rounded-[14px] border @xl:[grid-column:var(--col)] @xl:[grid-row:1/-1] @xl:[grid-template-rows:subgrid]',
        resting ? 'border-rule-strong border-dashed bg-paper' : 'border-rule bg-sheet shadow-region',
      )}
    >
      <h3 className="flex items-center gap-2 border-rule border-b px-3.5 py-2.5 text-base">
        {region.region}
        <span className="ml-auto font-normal text-ink-2 text-sm">{region.trafficLabel}</span>
      </h3>
      {region.shelves.map((shelf, index) => (
        <div
          key={shelf.id}
          className={cx('min-w-0 px-3.5 py-2.5', index < region.shelves.length - 1 && 'border-rule border-b')}
        >
          {shelf.kind === 'keys' ? (
            <KeyShelf shelf={shelf} onInspect={(keyId) => onInspect(region.region, keyId)} />
          ) : (
            <StoreShelf shelf={shelf} />
          )}
        </div>
      ))}
    </section>
  );
}
