'use client';

import { type CSSProperties, Fragment, memo, useState } from 'react';
import type { MapView } from '../../lib/views';
import { Button } from '../ui/button';
import { MapLinks } from './map-links';
import { MapRegion } from './map-region';
import { mapWords } from './map-words';

export interface RegionMapProps {
  view: MapView;
  /** Opens a key in the inspector. */
  onInspect: (region: string, keyId: string) => void;
}

/** Regions side by side, their shelves in line; below one another where there is no room. */
export const RegionMap = memo(function RegionMap({ view, onInspect }: RegionMapProps) {
  const [inWords, setInWords] = useState(false);
  return (
    <div className="@container flex min-h-0 flex-1 flex-col relative overflow-y-auto p-4">
      {inWords ? (
        <ul className="grid flex-1 list-disc content-start gap-1 pl-5 text-ink-2">
          {mapWords(view).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <Picture view={view} onInspect={onInspect} />
      )}
      <Button
        look="quiet"
        aria-pressed={inWords}
        size="small"
        className="mt-1 -mb-2.5 self-end"
        onClick={() => setInWords(!inWords)}
      >
        {inWords ? 'Show the map' : 'Say it in words'}
      </Button>
    </div>
  );
});

function Picture({ view, onInspect }: RegionMapProps) {
  const shelves = view.regions[0]?.shelves ?? [];
  const grid = {
    '--map-columns': view.regions
      .map(() => 'minmax(0, 1fr)')
      .join(view.regions.length > 2 ? ' 64px ' : ' 92px '),
    '--map-rows': `auto ${'auto '.repeat(Math.max(0, shelves.length - 1))}1fr`,
  } as CSSProperties;
  return (
    <div
      style={grid}
      className="grid flex-1 @xl:[grid-template-columns:var(--map-columns)] @xl:[grid-template-rows:var(--map-rows)] content-start @xl:content-stretch"
    >
      {view.regions.map((region, index) => (
        <Fragment key={region.region}>
          <MapRegion region={region} column={index * 2 + 1} onInspect={onInspect} />
          <MapLinks
            links={view.links.filter((link) => joins(link.from, link.to, view, index))}
            shelfIds={shelves.map((shelf) => shelf.id)}
            column={index * 2 + 2}
            leftRegion={region.region}
          />
        </Fragment>
      ))}
    </div>
  );
}

function joins(from: string, to: string, view: MapView, index: number): boolean {
  const left = view.regions[index]?.region;
  const right = view.regions[index + 1]?.region;
  return (from === left && to === right) || (from === right && to === left);
}
