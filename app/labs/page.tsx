import type { Metadata } from 'next';
import { homeView } from '../../lib/views';
import { presetPath } from '../_content/addresses';
import { allPresets } from '../_content/learn';
import { allScenarios, summaryOf } from '../_content/scenarios';
import { Place } from '../_site/places';
import { LabsPlace } from './labs-place';

export const metadata: Metadata = { title: 'Labs' };

export default function LabsRoute() {
  const all = allScenarios();
  const scenarios = all.map(summaryOf);
  const titles = [...new Set(all.map(({ group }) => group))];
  const groups = titles.map((title) => ({
    title,
    labs: all.filter(({ group }) => group === title).map(({ id }) => id),
  }));
  const presets = allPresets().map(({ id, title, summary }) => ({ href: presetPath(id), title, summary }));
  return (
    <Place current="/labs/">
      <LabsPlace scenarios={scenarios} groups={groups} presets={presets} first={homeView(scenarios, [])} />
    </Place>
  );
}
