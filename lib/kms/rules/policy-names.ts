/** A key has exactly one policy, and this is its name. fact: kms-engine 1.3 */
export const DEFAULT_POLICY_NAME = 'default';
