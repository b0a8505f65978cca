import type { Metadata } from 'next';
import { homeView } from '../../lib/views';
import { allScenarios, summaryOf } from '../_content/scenarios';
import { Labs } from '../_home/labs';
import { Place } from '../_site/places';

export const metadata: Metadata = { title: 'Labs' };

export default function LabsRoute() {
  const scenarios = allScenarios().map(summaryOf);
  return (
    <Place current="/labs/">
      <Labs scenarios={scenarios} first={homeView(scenarios, [])} />
    </Place>
  );
}
