import type { Catalogue } from '../../../lib/quiz';

/** What the page knows of the items before they are loaded. */
export interface DrillTitles {
  /** The lab that teaches an item, by the item's id. */
  readonly labs: Readonly<Record<string, { readonly id: string; readonly title: string }>>;
  /** By id. */
  readonly concepts: Readonly<Record<string, string>>;
}

/** The name of a drill of a single item. */
export const ONE_QUESTION = 'One question';

export function labsByItem(
  items: Catalogue['items'],
  scenarios: Catalogue['scenarios'],
): DrillTitles['labs'] {
  const labs = items.flatMap(({ id, scenario }) => {
    const lab = scenarios.find((one) => one.id === scenario);
    return lab ? [[id, lab] as const] : [];
  });
  return Object.fromEntries(labs);
}
