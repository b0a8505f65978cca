import type { Metadata } from 'next';
import { labPath, SANDBOX_PATH } from '../../lib/views';
import { lessonOfPreset, presetPath } from '../_content/addresses';
import { allPresets } from '../_content/learn';
import { allScenarios } from '../_content/scenarios';
import { Place } from '../_site/places';
import { OpenLink } from './open-link';

export const metadata: Metadata = { title: 'Open a shared run' };

export default function OpenRoute() {
  const labs = allScenarios().map(({ id }) => ({ id, href: labPath(id) }));
  const presets = allPresets().map(({ id }) => ({ id: lessonOfPreset(id), href: presetPath(id) }));
  return (
    <Place current="/open/">
      <OpenLink labs={[...labs, ...presets, { id: 'sandbox', href: SANDBOX_PATH }]} />
    </Place>
  );
}
