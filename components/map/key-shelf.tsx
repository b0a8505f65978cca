'use client';

import type { HoleView, KeyShelfView, MapKeyView, SealView } from '../../lib/views';
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
        'flex min-w-0 items-center gap-2.5 rounded-[10px] border bg-paper px-2.5 py-[7px] text-left hover:border-ink-3',
        view.usable ? 'border-rule-strong' : 'border-edge border-dashed',
      )}
    >
      {current ? <Seal seal={current} size={30} className={cx(!view.usable && 'grayscale-[.7]')} /> : null}
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 break-words font-semibold leading-tight">
            {view.name}
            <span className="sr-only">, open in the inspector</span>
          </span>
          {current ? <Holds current={current} older={older} /> : null}
        </span>
        <span className="block text-ink-2 text-xs leading-[1.3]">{view.facts}</span>
      </span>
    </button>
  );
}

/** The current material by its name, older material by its seals. */
function Holds({ current, older }: { current: SealView; older: readonly SealView[] }) {
  return (
    <span className="flex shrink-0 items-center gap-1 text-xs">
      {older.slice(0, 4).map((seal) => (
        <Seal key={seal.label} seal={seal} size={12} />
      ))}
      {older.length > 4 ? `+${older.length - 4}` : ''}
      <span className="font-semibold text-ink-2">
        <span className="sr-only">material </span>
        {current.label}
      </span>
      {older.length > 0 ? (
        <span className="sr-only">, older material {older.map((seal) => seal.label).join(', ')}</span>
      ) : null}
    </span>
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
