import type { EnvelopeView, SealView } from './seal';

/** The Regions side by side. Every Region has the same shelves in the same order. */
export interface MapView {
  readonly regions: readonly MapRegionView[];
  readonly links: readonly MapLinkView[];
}

export interface MapRegionView {
  readonly region: string;
  readonly traffic: 'serving' | 'standby' | 'drained' | 'none';
  /** `drained at 10:00`; empty where no traffic is in question. */
  readonly trafficLabel: string;
  readonly shelves: readonly ShelfView[];
}

type ShelfView = KeyShelfView | StoreShelfView;

export interface KeyShelfView {
  readonly kind: 'keys';
  /** Same id in every Region. */
  readonly id: string;
  readonly title: string;
  readonly keys: readonly MapKeyView[];
  /** Material that something in this Region needs and no key here holds. */
  readonly holes: readonly HoleView[];
}

export interface MapKeyView {
  readonly keyId: string;
  /** Alias, or the shortened key id. */
  readonly name: string;
  /** `single-Region, Enabled, material 1 of 1` */
  readonly facts: string;
  /** Current material first, then older material the key still holds. */
  readonly seals: readonly SealView[];
  /** False for a disabled key, or one that is pending deletion or still Creating. */
  readonly usable: boolean;
}

export interface HoleView {
  readonly seal: SealView;
  /** True where only the lab can tell which material is missing. */
  readonly labKnows: boolean;
}

/** A table, a bucket: what holds envelopes. */
export interface StoreShelfView {
  readonly kind: 'store';
  readonly id: string;
  /** `DynamoDB orders` */
  readonly title: string;
  /** `240,000,000 items`; empty for none. */
  readonly count: string;
  /** What one drawn envelope stands for: `1 of 6 shown stands for 40,000,000`. */
  readonly sample?: string;
  readonly envelopes: readonly EnvelopeView[];
  readonly caption?: CaptionView;
}

export interface CaptionView {
  /** The loud words, coloured by `verdict`: `Replicated, unreadable.` */
  readonly strong?: string;
  readonly verdict?: 'allowed' | 'refused' | 'waiting';
  readonly text: string;
  readonly seal?: SealView;
  readonly labKnows?: boolean;
}

/** What goes, or does not go, between two neighbouring Regions on one shelf. */
export interface MapLinkView {
  readonly from: string;
  readonly to: string;
  /** Id of the shelf it stands beside. */
  readonly shelf: string;
  readonly state: 'flows' | 'absent' | 'waiting';
  readonly bothWays: boolean;
  /** `bytes replicate`, `key A did not travel` */
  readonly caption: string;
}
