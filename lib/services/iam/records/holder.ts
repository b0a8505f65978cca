/** What users, groups and roles have in common: they hold policies. */
export interface PolicyHolder {
  /** `arn:aws:iam::111122223333:user/team/ana` */
  readonly arn: string;
  readonly account: string;
  /** `/` or `/team/`. */
  readonly path: string;
  readonly name: string;
  readonly createdAtMs: number;
  /** Inline policies: their texts by name. */
  readonly inline: Readonly<Record<string, string>>;
  /** ARNs of the managed policies attached. */
  readonly attached: readonly string[];
}

/** Index key: names are unique in an account whatever their case. assumed: they are looked up so as well */
export function nameOf(account: string, name: string): string {
  return `${account}/${name.toLowerCase()}`;
}

/** fact: authorization 4. assumed: the lab's accounts belong to the partition `aws` */
export function iamArn(account: string, resource: string): string {
  return `arn:aws:iam::${account}:${resource}`;
}
