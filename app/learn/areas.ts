import { AREAS, type Area, type Concept } from '../../lib/learn';
import { conceptPath } from '../_content/addresses';

const AREA_TITLES: Readonly<Record<Area, string>> = {
  keys: 'Keys',
  data: 'Encrypting data',
  access: 'Who may',
  regions: 'Regions',
  life: 'The life of a key',
  stores: 'Where key material lives',
  services: 'Services that use keys',
  evidence: 'Limits, cost and evidence',
};

export function areaTitle(area: Area): string {
  return AREA_TITLES[area];
}

/** The concepts as the place Learn lists them. */
export function areasOf(concepts: readonly Concept[]) {
  return AREAS.map((id) => ({
    id,
    title: AREA_TITLES[id],
    concepts: concepts
      .filter(({ area }) => area === id)
      .map((one) => ({
        id: one.id,
        title: one.title,
        short: one.short,
        href: conceptPath(one.id),
      })),
  })).filter(({ concepts: some }) => some.length > 0);
}
