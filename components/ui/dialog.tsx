'use client';

import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from './button';
import { cx } from './class-names';

/** The browser's own modal dialog: it keeps the focus, Escape closes, focus comes back. */
export function Dialog({
  title,
  open,
  onClose,
  wide = false,
  children,
  foot,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
  foot?: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  // Taken off the page while open, it still gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop repeats what Escape does
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      className={cx(
        'm-auto max-h-[86dvh] w-full overflow-hidden rounded-[14px] border border-rule-strong bg-sheet p-0 text-ink shadow-region backdrop:bg-ink/40 dark:backdrop:bg-paper/70',
        wide ? 'max-w-[min(880px,94vw)]' : 'max-w-[min(520px,94vw)]',
      )}
    >
      {open ? (
        <div className="flex max-h-[86dvh] flex-col">
          <div className="flex items-center gap-3 border-rule border-b py-2.5 pr-2.5 pl-[18px]">
            <h2 id={titleId} className="flex-1 text-md">
              {title}
            </h2>
            <IconButton icon="close" label="Close" look="quiet" onClick={onClose} />
          </div>
          <div className="min-h-0 flex-1 relative overflow-y-auto px-[18px] py-4">{children}</div>
          {foot ? (
            <div className="flex flex-wrap justify-end gap-2 border-rule border-t px-[18px] py-3">{foot}</div>
          ) : null}
        </div>
      ) : null}
    </dialog>
  );
}
