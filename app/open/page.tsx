import type { Metadata } from 'next';
import { labPath, SANDBOX_PATH } from '../../lib/views';
import { allScenarios } from '../_content/scenarios';
import { Place } from '../_site/places';
import { OpenLink } from './open-link';

export const metadata: Metadata = { title: 'Open a shared run' };

export default function OpenRoute() {
  const labs = allScenarios().map(({ id }) => ({ id, href: labPath(id) }));
  return (
    <Place current="/open/">
      <OpenLink labs={[...labs, { id: 'sandbox', href: SANDBOX_PATH }]} />
    </Place>
  );
}
