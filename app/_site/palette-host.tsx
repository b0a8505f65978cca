'use client';

import { useRouter } from 'next/navigation';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { PaletteContext } from '../../components/palette/open-palette';
import type { PaletteHit } from '../../components/palette/palette';
import type { Search } from '../../lib/store';

const Palette = lazy(() =>
  import('../../components/palette/palette').then((module) => ({ default: module.Palette })),
);

/** The search that opens on every page with Control K. Nothing of it is loaded before it is asked for. */
export function PaletteHost({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen((before) => !before);
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  return (
    <PaletteContext value={open}>
      {children}
      {isOpen ? <OpenPalette onClose={() => setOpen(false)} /> : null}
    </PaletteContext>
  );
}

const MOST_HITS = 12;

function OpenPalette({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [query, setQuery] = useState('');
  const { search, failed } = useSearch();
  return (
    <Suspense>
      <Palette
        first={FIRST}
        query={query}
        hits={query.trim() === '' ? undefined : search?.(query).slice(0, MOST_HITS)}
        failed={failed}
        onQuery={setQuery}
        onClose={onClose}
        onGo={(href) => {
          onClose();
          router.push(href);
        }}
      />
    </Suspense>
  );
}

/** What finds things, once it is loaded. */
function useSearch(): { readonly search?: Search; readonly failed?: string } {
  const [loaded, setLoaded] = useState<{ readonly search?: Search; readonly failed?: string }>({});
  useEffect(() => {
    let isCurrent = true;
    import('../../lib/store')
      .then(({ searchAnywhere }) => searchAnywhere())
      .then(
        (search) => isCurrent && setLoaded({ search }),
        (error: unknown) =>
          isCurrent && setLoaded({ failed: error instanceof Error ? error.message : String(error) }),
      );
    return () => {
      isCurrent = false;
    };
  }, []);
  return loaded;
}

const FIRST: readonly PaletteHit[] = [
  hit('/sandbox/', 'Sandbox', 'A shell with the aws command, and a KMS to break'),
  hit('/sandbox/?tour=1', 'One-minute tour', 'Press one command and see its gates'),
  hit('/playbook/', 'Playbook', 'Errors, symptoms, limits, comparisons, terms'),
  hit('/learn/', 'Learn', 'Concepts with live flows'),
  hit('/labs/', 'Labs', 'Incidents to work through'),
  hit('/quiz/', 'Quiz', 'Questions proved by the engine'),
  hit('/differences/', 'Differences from AWS', 'Where the lab guesses or departs on purpose'),
];

function hit(href: string, title: string, short: string): PaletteHit {
  return { id: href, kind: 'place', title, short, href };
}
