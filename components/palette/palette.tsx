'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { cx } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { LiveRegion } from '../ui/live-region';

/** Something that was found. */
export interface PaletteHit {
  readonly id: string;
  /** `error`, `concept`, `lab` */
  readonly kind: string;
  readonly title: string;
  readonly short: string;
  readonly href: string;
}

export interface PaletteProps {
  /** Shown before anything is typed. */
  first: readonly PaletteHit[];
  hits: readonly PaletteHit[] | undefined;
  query: string;
  /** Why nothing can be found at all. */
  failed?: string | undefined;
  onQuery: (query: string) => void;
  onGo: (href: string) => void;
  onClose: () => void;
}

/** One input over everything: type, arrows choose, Enter goes there. */
export function Palette({ first, hits, query, failed, onQuery, onGo, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(0);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const isAsked = query.trim() !== '';
  const shown = isAsked ? (hits ?? []) : first;
  const index = Math.min(at, shown.length - 1);
  useEffect(() => {
    if (index >= 0) document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' });
  }, [index, id]);
  function pressed(event: KeyboardEvent) {
    const next = moved(event.key, index, shown.length);
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter' && shown[index]) onGo(shown[index].href);
    else return;
    event.preventDefault();
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop repeats what Escape does
    <dialog
      ref={dialog}
      aria-label="Search"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      className="mx-auto mt-[10dvh] mb-auto w-full max-w-[min(640px,94vw)] overflow-hidden rounded-[14px] border border-rule-strong bg-sheet p-0 text-ink shadow-region backdrop:bg-ink/40 dark:backdrop:bg-paper/70"
    >
      <div className="flex items-center gap-2.5 border-rule border-b px-4 py-3">
        <span className="text-ink-3">
          <Icon name="search" />
        </span>
        <input
          type="text"
          role="combobox"
          aria-label="Search errors, symptoms, commands"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown.length > 0 ? `${id}-${index}` : undefined}
          placeholder="An error, a symptom, a command, a word"
          value={query}
          spellCheck={false}
          autoComplete="off"
          autoFocus
          onChange={(event) => {
            setAt(0);
            onQuery(event.target.value);
          }}
          onKeyDown={pressed}
          className="min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-ink-3"
        />
        <button
          type="button"
          onClick={onClose}
          className="rounded-[5px] border border-rule-strong px-1.5 font-mono text-ink-3 text-xs hover:border-ink-3"
        >
          Esc<span className="sr-only"> closes the search</span>
        </button>
      </div>
      <Hits id={id} hits={shown} index={index} onGo={onGo} onPoint={setAt} />
      {isAsked && hits === undefined && failed === undefined ? (
        <p className="px-4 py-4 text-ink-3">Looking…</p>
      ) : null}
      {failed ? <p className="px-4 py-3 text-deny">{failed}</p> : null}
      {isAsked && hits?.length === 0 ? (
        <p className="px-4 py-4 text-ink-2">
          Nothing is called that. Try one word of the error, or the name of the operation.
        </p>
      ) : null}
      <LiveRegion message={isAsked && hits ? `${hits.length} found.` : ''} />
    </dialog>
  );
}

function Hits({
  id,
  hits,
  index,
  onGo,
  onPoint,
}: {
  id: string;
  hits: readonly PaletteHit[];
  index: number;
  onGo: (href: string) => void;
  onPoint: (index: number) => void;
}) {
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label="Found"
      tabIndex={-1}
      className="relative max-h-[58dvh] overflow-y-auto py-1.5 outline-none empty:py-0"
    >
      {hits.map((hit, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
        <div
          key={hit.id}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === index}
          tabIndex={-1}
          onClick={() => onGo(hit.href)}
          onMouseMove={() => place !== index && onPoint(place)}
          className={cx(
            'mx-1.5 grid cursor-pointer grid-cols-[88px_minmax(0,1fr)] gap-x-3 rounded-lg px-2.5 py-[7px]',
            place === index && 'bg-paper outline-1 outline-rule-strong',
          )}
        >
          <span className="pt-px text-ink-3 text-sm">{hit.kind}</span>
          <span className="min-w-0">
            <span
              className={cx(
                'block truncate',
                hit.kind === 'error' ? 'font-mono text-code text-deny' : 'font-semibold',
              )}
            >
              {hit.title}
            </span>
            <span className="block truncate text-ink-2 text-sm">{hit.short}</span>
          </span>
        </div>
      ))}
    </div>
  );
}

function moved(key: string, index: number, length: number): number | undefined {
  if (length === 0) return undefined;
  if (key === 'ArrowDown') return (index + 1) % length;
  if (key === 'ArrowUp') return (index - 1 + length) % length;
  return undefined;
}
