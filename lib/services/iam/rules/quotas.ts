/**
 * What an account may hold. Source: IAM User Guide, "IAM and AWS STS quotas", defaults.
 * assumed: kept from memory of that page; no fact file of the lab covers IAM
 */
export const QUOTAS = {
  users: 5000,
  groups: 300,
  roles: 1000,
  policies: 1500,
  groupsPerUser: 10,
  accessKeysPerUser: 2,
  attachedPerUser: 10,
  attachedPerGroup: 10,
  attachedPerRole: 10,
  versionsPerPolicy: 5,
  tags: 50,
  /** Sizes are in characters that are no white space. */
  policySize: 6144,
  userPolicySize: 2048,
  groupPolicySize: 5120,
  rolePolicySize: 10_240,
  trustPolicySize: 2048,
} as const;

/** White space in a policy is not counted. */
export function sizeOf(document: string): number {
  return document.replace(/\s+/g, '').length;
}
