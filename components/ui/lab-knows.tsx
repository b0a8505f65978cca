import type { ReactNode } from 'react';

/** Marks what the lab can tell and KMS, in the caller's place, cannot. */
export function LabKnows({ children }: { children?: ReactNode }) {
  return (
    <span className="rounded-[4px] border border-edge border-dotted px-1 text-ink-2 text-xs">
      <span className="font-semibold">lab knows</span>
      {children ? <>: {children}</> : null}
    </span>
  );
}
