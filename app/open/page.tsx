import type { Metadata } from 'next';
import { allScenarios } from '../_content/scenarios';
import { Place } from '../_site/places';
import { OpenLink } from './open-link';

export const metadata: Metadata = { title: 'Open a shared run' };

export default function OpenRoute() {
  const labs = allScenarios().map(({ id, title }) => ({ id, title }));
  return (
    <Place current="/open/">
      <OpenLink labs={labs} />
    </Place>
  );
}
