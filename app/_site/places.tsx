'use client';

import type { ReactNode } from 'react';
import { SearchButton } from '../../components/palette/open-palette';
import { SiteHeader } from '../../components/site/site-header';

const PLACES = [
  { href: '/', label: 'Home' },
  { href: '/learn/', label: 'Learn' },
  { href: '/labs/', label: 'Labs' },
  { href: '/quiz/', label: 'Quiz' },
  { href: '/playbook/', label: 'Playbook' },
  { href: '/sandbox/', label: 'Sandbox' },
] as const;

/** A page under the site's header. */
export function Place({ current, children }: { current: string; children: ReactNode }) {
  return (
    <>
      <SiteHeader places={PLACES} current={current}>
        <SearchButton />
      </SiteHeader>
      {children}
    </>
  );
}
