/** Who makes a request, as KMS and the services see it. */
export interface Principal {
  readonly type: 'root' | 'user' | 'role-session' | 'federated' | 'service';
  readonly account: string;
  /** As `sts get-caller-identity` prints it: a user, the account's root, a role's session, a service. */
  readonly arn: string;
  /** Role sessions: the role behind the session. */
  readonly roleArn?: string | undefined;
  /** `AIDA...`, `AROA...:session`, or the account id for root. */
  readonly userId: string;
  readonly userName?: string | undefined;
  readonly accessKeyId: string;
  /** Tags of the user or role, overlaid by those of the session. */
  readonly tags: Readonly<Record<string, string>>;
  /** Policies that cap this session. */
  readonly sessionPolicies?: readonly string[] | undefined;
  readonly sessionIssuedAtMs?: number | undefined;
  readonly mfa?: boolean | undefined;
}
