'use client';

import type { ReactNode } from 'react';
import { SiteHeader } from '../../components/site/site-header';

const PLACES = [
  { href: '/', label: 'Home' },
  { href: '/labs/', label: 'Labs' },
  { href: '/quiz/', label: 'Quiz' },
  { href: '/sandbox/', label: 'Sandbox' },
] as const;

/** A page under the site's header. */
export function Place({ current, children }: { current: string; children: ReactNode }) {
  return (
    <>
      <SiteHeader places={PLACES} current={current} />
      {children}
    </>
  );
}
