/** The bar over the workspace: where, as whom, in which Region, when. */
export interface WorkspaceBarView {
  /** The place and the group; a crumb without href is text. */
  readonly crumbs: readonly CrumbView[];
  readonly title: string;
  readonly identities: readonly IdentityView[];
  /** Id of the identity in use. */
  readonly identity: string;
  readonly regions: readonly RegionChoiceView[];
  readonly region: string;
  readonly clock: ClockView;
}

interface CrumbView {
  readonly label: string;
  readonly href?: string;
}

export interface IdentityView {
  readonly id: string;
  /** `role/payments-app` */
  readonly name: string;
  readonly account: string;
  /** `reads and writes orders` */
  readonly note?: string;
  /** What choosing it runs: `export AWS_PROFILE=payments-app`. */
  readonly command?: string;
}

interface RegionChoiceView {
  readonly region: string;
  readonly note?: string;
  /** What choosing it runs: `export AWS_REGION=eu-central-1`. */
  readonly command?: string;
}

export interface ClockView {
  /** `Day 0, 10:02:14` */
  readonly label: string;
  /** What the last skip brought about; absent before any skip. */
  readonly due?: DueView;
}

export interface DueView {
  /** `180 days` */
  readonly skipped: string;
  /** One sentence each, in the order they came due. */
  readonly items: readonly string[];
}
