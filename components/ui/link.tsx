'use client';

import NextLink from 'next/link';
import { type ComponentProps, useState } from 'react';

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'prefetch' | 'onMouseEnter' | 'onFocus'>;

/** Loads the page ahead once somebody points at it: a page full of links loads nothing but itself. */
export function Link(props: LinkProps) {
  const [isMeant, setMeant] = useState(false);
  const meant = () => setMeant(true);
  return <NextLink {...props} prefetch={isMeant ? null : false} onMouseEnter={meant} onFocus={meant} />;
}
