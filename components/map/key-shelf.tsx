'use client';

import type { HoleView, KeyShelfView, MapKeyView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { LabKnows } from '../ui/lab-knows';
import { Seal, SealTag } from '../ui/seal';

export function KeyShelf({ shelf, onInspect }: { shelf: KeyShelfView; onInspect: (keyId: string) => void }) {
  return (
    <div className="grid gap-[7px]">
      <h4 className="text-ink-3 text-xs">{shelf.title}</h4>
      {shelf.keys.map((key) => (
        <KeyCard key={key.keyId} view={key} onInspect={() => onInspect(key.keyId)} />
      ))}
      {shelf.holes.map((hole) => (
        <Hole key={hole.seal.label} hole={hole} />
      ))}
      {shelf.keys.length === 0 && shelf.holes.length === 0 ? (
        <p className="rounded-[10px] border border-rule-strong border-dashed px-3 py-2 text-ink-2 text-sm">
          No customer managed key here
        </p>
      ) : null}
    </div>
  );
}

function KeyCard({ view, onInspect }: { view: MapKeyView; onInspect: () => void }) {
  const [current, ...older] = view.seals;
  return (
    <button
      type="button"
      onClick={onInspect}
      className={cx(
        'flex min-w-0 items-center gap-2.5 rounded-[10px] border bg-paper px-[11px] py-[7px] text-left hover:border-ink-3',
        view.usable ? 'border-rule-strong' : 'border-edge border-dashed',
      )}
    >
      {current ? <Seal seal={current} size={30} className={cx(!view.usable && 'grayscale-[.7]')} /> : null}
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">
          {view.name}
          <span className="sr-only">, open in the inspector</span>
        </span>
        <span className="block text-ink-2 text-xs leading-[1.3]">{view.facts}</span>
      </span>
      <span className="flex shrink-0 flex-col items-end gap-0.5 text-xs">
        {current ? (
          <span className="font-semibold text-ink-2">
            <span className="sr-only">material </span>
            {current.label}
          </span>
        ) : null}
        {older.length > 0 ? (
          <span className="flex items-center gap-0.5 text-ink-3">
            <span className="sr-only">also holds material {older.map((seal) => seal.label).join(', ')}</span>
            {older.slice(0, 4).map((seal) => (
              <Seal key={seal.label} seal={seal} size={12} />
            ))}
            {older.length > 4 ? `+${older.length - 4}` : ''}
          </span>
        ) : null}
      </span>
    </button>
  );
}

function Hole({ hole }: { hole: HoleView }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-[10px] border-[1.5px] border-deny border-dashed bg-deny-wash px-3 py-[9px] text-deny text-sm">
      <span>
        No key here holds material <SealTag seal={hole.seal} />
      </span>
      {hole.labKnows ? <LabKnows /> : null}
    </div>
  );
}
