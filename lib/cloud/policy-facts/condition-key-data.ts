import type { ConditionKeyInfo } from '../../policy';

/**
 * The condition keys of KMS and the global ones, with their types. fact: authorization 7, 8.
 * `operations` are operations of the API; without it every request on a key carries the key.
 */
export interface ConditionKeyFact extends Omit<ConditionKeyInfo, 'actions'> {
  readonly operations?: readonly string[];
}

const SYMMETRIC_USE = [
  'Encrypt',
  'Decrypt',
  'ReEncrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
] as const;
const WITH_CONTEXT = [...SYMMETRIC_USE, 'CreateGrant', 'RetireGrant'];
const WITH_RECIPIENT = [
  'Decrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'DeriveSharedSecret',
  'GenerateRandom',
];
const BY_ALIAS = [
  ...SYMMETRIC_USE,
  'Sign',
  'Verify',
  'GenerateMac',
  'VerifyMac',
  'DeriveSharedSecret',
  'Encapsulate',
  'Decapsulate',
  'DescribeKey',
  'GetPublicKey',
];

function key(
  name: string,
  type: ConditionKeyInfo['type'] = 'String',
  more: Partial<ConditionKeyFact> = {},
): ConditionKeyFact {
  return { name, type, isMultivalued: false, ...more };
}

function on(...operations: readonly string[]): Partial<ConditionKeyFact> {
  return { operations };
}

export const KMS_CONDITION_KEYS: readonly ConditionKeyFact[] = [
  key('kms:BypassPolicyLockoutSafetyCheck', 'Bool', on('CreateKey', 'PutKeyPolicy')),
  key('kms:CallerAccount'),
  key('kms:CustomerMasterKeySpec'),
  key('kms:CustomerMasterKeyUsage'),
  key('kms:DataKeyPairSpec', 'String', on('GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext')),
  key('kms:EncryptionAlgorithm', 'String', on(...SYMMETRIC_USE)),
  key('kms:EncryptionContext:*', 'String', on(...WITH_CONTEXT)),
  key('kms:EncryptionContextKeys', 'String', { ...on(...WITH_CONTEXT), isMultivalued: true }),
  key('kms:ExpirationModel', 'String', on('ImportKeyMaterial')),
  key('kms:GrantConstraintType', 'String', on('CreateGrant')),
  key('kms:GrantConstraintSourceArn', 'Arn', on('CreateGrant')),
  key('kms:GrantIsForAWSResource', 'Bool', on('CreateGrant', 'ListGrants', 'RevokeGrant')),
  key('kms:GrantOperations', 'String', { ...on('CreateGrant'), isMultivalued: true }),
  key('kms:GranteePrincipal', 'String', on('CreateGrant')),
  key('kms:GranteeServicePrincipal', 'String', on('CreateGrant')),
  key('kms:RetiringPrincipal', 'String', on('CreateGrant')),
  key('kms:RetiringServicePrincipal', 'String', on('CreateGrant')),
  key('kms:KeyAgreementAlgorithm', 'String', on('DeriveSharedSecret')),
  key('kms:KeyOrigin'),
  key('kms:KeySpec'),
  key('kms:KeyUsage'),
  key('kms:MacAlgorithm', 'String', on('GenerateMac', 'VerifyMac')),
  key('kms:MessageType', 'String', on('Sign', 'Verify')),
  key('kms:MultiRegion', 'Bool'),
  key('kms:MultiRegionKeyType'),
  key('kms:PrimaryRegion', 'String', on('UpdatePrimaryRegion')),
  key('kms:ReplicaRegion', 'String', on('ReplicateKey')),
  key('kms:ReEncryptOnSameKey', 'Bool', on('ReEncrypt')),
  key('kms:RequestAlias', 'String', on(...BY_ALIAS)),
  key('kms:ResourceAliases', 'String', {
    isMultivalued: true,
    kinds: ['identity', 'boundary', 'session', 'scp'],
  }),
  key('kms:RotationPeriodInDays', 'Numeric', on('EnableKeyRotation')),
  key('kms:ScheduleKeyDeletionPendingWindowInDays', 'Numeric', on('ScheduleKeyDeletion')),
  key('kms:TrailingDaysWithoutKeyUsage', 'Numeric', on('DisableKey', 'ScheduleKeyDeletion')),
  key('kms:SigningAlgorithm', 'String', on('Sign', 'Verify')),
  key('kms:ValidTo', 'Numeric', on('ImportKeyMaterial')),
  key('kms:ViaService'),
  key('kms:WrappingAlgorithm', 'String', on('GetParametersForImport')),
  key('kms:WrappingKeySpec', 'String', on('GetParametersForImport')),
  key('kms:RecipientAttestation:*', 'String', on(...WITH_RECIPIENT)),
];

const many: Partial<ConditionKeyFact> = { isMultivalued: true };

/** aws:ResourceTag has no value in a key policy. fact: authorization 8 */
const IN_IAM: Partial<ConditionKeyFact> = { kinds: ['identity', 'boundary', 'session', 'scp'] };

export const GLOBAL_CONDITION_KEYS: readonly ConditionKeyFact[] = [
  key('aws:CalledVia', 'String', many),
  key('aws:CalledViaFirst'),
  key('aws:CalledViaLast'),
  key('aws:CurrentTime', 'Date'),
  key('aws:EpochTime', 'Date'),
  key('aws:MultiFactorAuthAge', 'Numeric'),
  key('aws:MultiFactorAuthPresent', 'Bool'),
  key('aws:PrincipalAccount'),
  key('aws:PrincipalArn', 'Arn'),
  key('aws:PrincipalIsAWSService', 'Bool'),
  key('aws:PrincipalOrgID'),
  key('aws:PrincipalOrgPaths', 'String', many),
  key('aws:PrincipalServiceName'),
  key('aws:PrincipalServiceNamesList', 'String', many),
  key('aws:PrincipalTag/*'),
  key('aws:PrincipalType'),
  key('aws:Referer'),
  key('aws:RequestedRegion'),
  key('aws:RequestTag/*', 'String', on('CreateKey', 'ReplicateKey', 'TagResource')),
  key('aws:ResourceAccount'),
  key('aws:ResourceOrgID'),
  key('aws:ResourceOrgPaths', 'String', many),
  key('aws:ResourceTag/*', 'String', IN_IAM),
  key('aws:SecureTransport', 'Bool'),
  key('aws:SourceAccount'),
  key('aws:SourceArn', 'Arn'),
  key('aws:SourceIdentity'),
  key('aws:SourceIp', 'IpAddress'),
  key('aws:SourceOrgID'),
  key('aws:SourceOrgPaths', 'String', many),
  key('aws:SourceVpc'),
  key('aws:SourceVpce'),
  key('aws:TagKeys', 'String', {
    ...on('CreateKey', 'ReplicateKey', 'TagResource', 'UntagResource'),
    ...many,
  }),
  key('aws:TokenIssueTime', 'Date'),
  key('aws:UserAgent'),
  key('aws:userid'),
  key('aws:username'),
  key('aws:ViaAWSService', 'Bool'),
  key('aws:VpceAccount'),
  key('aws:VpceOrgID'),
  key('aws:VpceOrgPaths', 'String', many),
  key('aws:VpcSourceIp', 'IpAddress'),
];

/** Keys with which a policy says who may call, besides the global ones. */
export const NARROWING_KEYS: readonly string[] = ['kms:CallerAccount', 'kms:ViaService'];

/** Actions of KMS that are no operation, and operations that are no action. */
const ACTIONS_OF: Readonly<Record<string, readonly string[]>> = {
  ReEncrypt: ['kms:ReEncryptFrom', 'kms:ReEncryptTo'],
};

export function actionsOfOperation(operation: string): readonly string[] {
  return ACTIONS_OF[operation] ?? [`kms:${operation}`];
}
