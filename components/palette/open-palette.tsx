'use client';

import { createContext, useContext } from 'react';
import { cx } from '../ui/class-names';
import { Icon } from '../ui/icon';

export const PaletteContext = createContext<() => void>(() => {});

/** Opens the search that is there on every page. */
export function SearchButton({ small = false }: { small?: boolean }) {
  const open = useContext(PaletteContext);
  return (
    <button
      type="button"
      onClick={open}
      aria-keyshortcuts="Control+K"
      aria-label="Search errors, symptoms, commands"
      className={cx(
        'inline-flex items-center gap-2 border border-rule-strong bg-paper text-ink-3 hover:border-ink-3',
        small
          ? 'size-[30px] justify-center rounded-[7px] bg-sheet text-ink'
          : 'rounded-full py-[3px] pr-1.5 pl-3 text-sm max-[700px]:size-[30px] max-[700px]:justify-center max-[700px]:p-0',
      )}
    >
      <span className={small ? '' : 'min-[700px]:hidden'}>
        <Icon name="search" />
      </span>
      {small ? null : (
        <>
          <span className="max-[900px]:hidden">Search errors, symptoms, commands</span>
          <span className="hidden min-[700px]:max-[900px]:inline">Search</span>
          <kbd className="rounded-[5px] border border-rule-strong bg-sheet px-1.5 font-mono text-xs max-[700px]:hidden">
            Ctrl K
          </kbd>
        </>
      )}
    </button>
  );
}
