import type { SealView } from './seal';

/** The stage's Keys tab: every KMS key of the lab's account, Region by Region. */
export interface KeysView {
  readonly regions: readonly KeysRegionView[];
}

interface KeysRegionView {
  readonly region: string;
  readonly keys: readonly KeyRowView[];
}

export interface KeyRowView {
  readonly arn: string;
  readonly keyId: string;
  readonly aliases: readonly string[];
  readonly keyState: string;
  readonly usable: boolean;
  /** `single-Region`, `multi-Region primary`, `multi-Region replica` */
  readonly regionality: string;
  readonly keySpec: string;
  /** Current material first. */
  readonly seals: readonly SealView[];
  readonly actions: readonly KeyActionView[];
}

/** A button that shows, and runs, the command it stands for. */
export interface KeyActionView {
  readonly id: string;
  readonly label: string;
  readonly command: string;
}
