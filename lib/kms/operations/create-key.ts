import { shape } from '../../aws';
import { accountCheck } from '../checks';
import { declare } from '../declare';
import { metadataOf } from '../metadata';
import { createKeyRecord } from '../new-key';
import { checkPolicy, defaultPolicy } from '../policies';
import { keys, ownerOf } from '../records/key';
import { tagConditions } from '../rules/condition-keys';
import { validation } from '../rules/errors';
import { KEY_SPECS, type KeySpec, type KeyUsage } from '../rules/key-specs';
import { keysQuotaReached } from '../rules/limits';
import { description, keyMetadata, keySpec, keyUsage, origin, policy, tags } from '../rules/shapes';
import { refuseTags } from '../rules/tags';

const input = shape.structure({
  Policy: policy,
  Description: description,
  KeyUsage: keyUsage,
  CustomerMasterKeySpec: keySpec,
  KeySpec: keySpec,
  Origin: origin,
  CustomKeyStoreId: shape.string({ min: 1, max: 64 }),
  BypassPolicyLockoutSafetyCheck: shape.boolean(),
  Tags: tags,
  MultiRegion: shape.boolean(),
  XksKeyId: shape.string({ min: 1, max: 128, pattern: '^[a-zA-Z0-9-_.]+$' }),
});
type Input = NonNullable<(typeof input)['type']>;

/**
 * Makes a customer managed key in this account and Region.
 * refuses: Validation, Tag, LimitExceeded, MalformedPolicyDocument. fact: kms-engine 1.6, 2.1
 */
export const createKey = declare({
  name: 'CreateKey',
  about: 'Creates a customer managed KMS key in this account and Region.',
  input,
  output: shape.structure({ KeyMetadata: keyMetadata }),
  readOnly: false,
  keys: {},
  conditions: (request) => ({
    'kms:KeySpec': [specOf(request)],
    'kms:CustomerMasterKeySpec': [specOf(request)],
    'kms:KeyUsage': [usageOf(request)],
    'kms:CustomerMasterKeyUsage': [usageOf(request)],
    'kms:KeyOrigin': [request.Origin ?? 'AWS_KMS'],
    'kms:MultiRegion': [String(request.MultiRegion ?? false)],
    'kms:MultiRegionKeyType': request.MultiRegion ? ['PRIMARY'] : undefined,
    'kms:BypassPolicyLockoutSafetyCheck': [String(request.BypassPolicyLockoutSafetyCheck ?? false)],
    ...tagConditions(request.Tags),
  }),
  alsoNeeds: (call) =>
    call.input.Tags?.length
      ? [accountCheck('kms:TagResource', call, () => tagConditions(call.input.Tags))]
      : [],
  validate: (request) => refuseSpec(request) ?? refuseTags(request.Tags ?? []),
  handle: ({ input: request, call }) => {
    const { account } = call.principal;
    const held = call.world.table(keys).countBy('owner', ownerOf(account, call.region));
    const text = request.Policy ?? defaultPolicy(call.region, account);
    const refusal =
      keysQuotaReached(held) ??
      checkPolicy(call, text, {
        account,
        bypassLockoutCheck: request.BypassPolicyLockoutSafetyCheck ?? false,
      });
    if (refusal) return refusal;
    const key = createKeyRecord(call, {
      account,
      region: call.region,
      keySpec: specOf(request),
      keyUsage: usageOf(request),
      origin: request.Origin ?? 'AWS_KMS',
      multiRegion: request.MultiRegion ?? false,
      description: request.Description ?? '',
      policy: text,
      tags: request.Tags ?? [],
      manager: 'CUSTOMER',
    });
    return { KeyMetadata: metadataOf(call.world, key) };
  },
  responseElements: ({ KeyMetadata }) => ({ keyMetadata: KeyMetadata }),
});

function specOf(request: Input): KeySpec {
  return request.KeySpec ?? request.CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';
}

function usageOf(request: Input): KeyUsage {
  return request.KeyUsage ?? 'ENCRYPT_DECRYPT';
}

/** fact: kms-engine 2.1, 4.3, 4.4 */
function refuseSpec(request: Input) {
  const spec = specOf(request);
  if (request.KeySpec && request.CustomerMasterKeySpec) {
    return validation(
      'You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.',
    );
  }
  if (!request.KeyUsage && spec !== 'SYMMETRIC_DEFAULT') {
    return validation(
      'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    );
  }
  if (KEY_SPECS[spec].algorithms[usageOf(request)]) return undefined;
  return validation(`KeyUsage ${usageOf(request)} is not compatible with KeySpec ${spec}`);
}
