'use client';

import type { ReactNode } from 'react';
import { BrandMark } from '../ui/brand-mark';
import { cx } from '../ui/class-names';
import { Link } from '../ui/link';
import { ThemeToggle } from './theme-toggle';

export interface SitePlace {
  readonly href: string;
  readonly label: string;
}

/** Over every place but the workspace. Names only places that exist. */
export function SiteHeader({
  places,
  current,
  children,
}: {
  places: readonly SitePlace[];
  /** The href of the place one is in. */
  current: string;
  /** Search and the like, at the right. */
  children?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-center gap-x-3.5 gap-y-1 border-rule border-b bg-sheet px-4 py-2 min-[700px]:min-h-[52px]">
      <Link href="/" className="flex items-center gap-2 font-semibold tracking-[-0.01em]">
        <BrandMark />
        KMS Lab
      </Link>
      <nav
        aria-label="Places"
        className="flex min-w-0 flex-wrap gap-0.5 max-[700px]:order-last max-[700px]:-mx-2 max-[700px]:w-full min-[700px]:ml-2.5"
      >
        {places.map((place) => {
          const here = place.href === current;
          return (
            <Link
              key={place.href}
              href={place.href}
              aria-current={here ? 'page' : undefined}
              className={cx(
                'rounded-[7px] px-[11px] py-[5px] max-[700px]:px-[7px]',
                here ? 'bg-paper font-semibold text-ink' : 'text-ink-2 hover:text-ink',
              )}
            >
              {place.label}
            </Link>
          );
        })}
      </nav>
      <span className="flex-1" />
      {children}
      <ThemeToggle />
    </header>
  );
}
