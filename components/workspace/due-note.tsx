'use client';

import type { DueView } from '../../lib/views';
import { Toast } from './toast';

/** After the clock moved: what came due on the way. */
export function DueNote({ due, onClose }: { due: DueView; onClose: () => void }) {
  return (
    <Toast title={`${due.skipped} later`} onClose={onClose}>
      {due.items.length === 0 ? (
        <p className="text-ink-2">Nothing came due.</p>
      ) : (
        <ul className="grid max-h-60 list-disc gap-1 relative overflow-y-auto pl-5">
          {due.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </Toast>
  );
}
