import { type Call, type Refusal, refuse } from '../aws';

/** The roles by which KMS itself works in an account, by what it needs them for. fact: kms-engine 1.4, 7.2, 9.3 */
const ROLES = {
  multiRegionKeys: {
    service: 'mrk.kms.amazonaws.com',
    name: 'AWSServiceRoleForKeyManagementServiceMultiRegionKeys',
  },
  customKeyStores: {
    service: 'cks.kms.amazonaws.com',
    name: 'AWSServiceRoleForKeyManagementServiceCustomKeyStores',
  },
} as const;

/**
 * Has IAM make the role, in the caller's name, where the account does not have it yet: the first such request needs
 * iam:CreateServiceLinkedRole. refuses: AccessDenied. fact: kms-engine 1.4.
 * assumed: it is asked for last, when nothing else stands in the way
 */
export function ensureLinkedRole<I>(call: Call<I>, kind: keyof typeof ROLES): Refusal | undefined {
  const { service, name } = ROLES[kind];
  const arn = `arn:aws:iam::${call.principal.account}:role/aws-service-role/${service}/${name}`;
  if (call.principalExists(arn)) return undefined;
  const via = `kms.${call.region}.amazonaws.com`;
  const answer = call.call('iam', 'CreateServiceLinkedRole', { AWSServiceName: service }, { via });
  return answer.ok ? undefined : refuse('AccessDeniedException', answer.refusal.message);
}
