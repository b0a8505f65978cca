export type SealHue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export type SealGlyph = 'hex' | 'disc' | 'diamond' | 'shield' | 'square' | 'clover';

/** How one piece of key material looks, wherever it or what it wrapped is shown. */
export interface SealView {
  readonly hue: SealHue;
  readonly glyph: SealGlyph;
  /** Short name in words, unique within a run: `A`. Read as "material A". */
  readonly label: string;
}

/** Something wrapped under key material: an item, an object, a data key. */
export interface EnvelopeView {
  readonly id: string;
  readonly seal: SealView;
  /**
   * `arriving`: the bytes are still on their way to this Region. `sealed`: whether anyone here can read it is not
   * told yet, because the learner is to find out.
   */
  readonly state: 'readable' | 'unreadable' | 'arriving' | 'sealed';
  /** What it is: `order 1`. */
  readonly label: string;
}
