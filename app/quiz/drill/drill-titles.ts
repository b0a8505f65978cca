/** What the page knows of the items before they are loaded. */
export interface DrillTitles {
  /** The lab that teaches an item, by the item's id. */
  readonly labs: Readonly<Record<string, { readonly id: string; readonly title: string }>>;
  /** By id. */
  readonly concepts: Readonly<Record<string, string>>;
}
