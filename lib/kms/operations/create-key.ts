import { shape } from '../../aws';
import { accountCheck } from '../declaring/checks';
import { declare } from '../declaring/declare';
import { metadataOf } from '../keys/metadata';
import { createKeyRecord } from '../keys/new-key';
import { checkPolicy, defaultPolicy } from '../keys/policies';
import { ensureLinkedRole } from '../linked-roles';
import { keys, ownerOf } from '../records/key';
import { tagConditions } from '../rules/condition-keys';
import { keysQuotaReached } from '../rules/limits';
import { originOf, refuseNewKey, specOf, usageOf } from '../rules/new-keys';
import {
  customerMasterKeySpec,
  customKeyStoreId,
  description,
  keyMetadata,
  keySpec,
  keyUsage,
  origin,
  policy,
  tags,
} from '../rules/shapes';
import { refuseTags } from '../rules/tags';
import { refuseStoreKey } from '../stores/new-store-key';

const input = shape.structure({
  Policy: policy,
  Description: description,
  KeyUsage: keyUsage,
  CustomerMasterKeySpec: customerMasterKeySpec,
  KeySpec: keySpec,
  Origin: origin,
  CustomKeyStoreId: customKeyStoreId,
  BypassPolicyLockoutSafetyCheck: shape.boolean(),
  Tags: tags,
  MultiRegion: shape.boolean(),
  XksKeyId: shape.string({ min: 1, max: 128, pattern: '^[a-zA-Z0-9-_.]+$' }),
});

/**
 * Makes a customer managed key in this account and Region.
 * refuses: Validation, Tag, LimitExceeded, MalformedPolicyDocument, and what a custom key store does not admit.
 * fact: kms-engine 1.6, 2.1
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
    'kms:KeyOrigin': [originOf(request)],
    'kms:MultiRegion': [String(request.MultiRegion ?? false)],
    'kms:MultiRegionKeyType': request.MultiRegion ? ['PRIMARY'] : undefined,
    'kms:BypassPolicyLockoutSafetyCheck': [String(request.BypassPolicyLockoutSafetyCheck ?? false)],
    ...tagConditions(request.Tags),
  }),
  checks: (own, call) =>
    call.input.Tags?.length
      ? [...own, accountCheck('kms:TagResource', call, () => tagConditions(call.input.Tags))]
      : own,
  validate: (request, call) => refuseNewKey(request, call.region) ?? refuseTags(request.Tags ?? []),
  handle: ({ input: request, call }) => {
    const { account } = call.principal;
    const held = call.world.table(keys).countBy('customerOwner', ownerOf(account, call.region));
    const text = request.Policy ?? defaultPolicy(call.region, account);
    const bypassLockoutCheck = request.BypassPolicyLockoutSafetyCheck ?? false;
    const refusal =
      refuseStoreKey(call, request) ??
      keysQuotaReached(call.world, { account, region: call.region }, held) ??
      checkPolicy(call, text, { account, bypassLockoutCheck }) ??
      (request.MultiRegion ? ensureLinkedRole(call, 'multiRegionKeys') : undefined);
    if (refusal) return refusal;
    const key = createKeyRecord(call, {
      account,
      region: call.region,
      keySpec: specOf(request),
      keyUsage: usageOf(request),
      origin: originOf(request),
      multiRegion: request.MultiRegion ?? false,
      description: request.Description ?? '',
      policy: text,
      tags: request.Tags ?? [],
      manager: 'CUSTOMER',
      customKeyStoreId: request.CustomKeyStoreId,
      xksKeyId: request.XksKeyId,
    });
    return { KeyMetadata: metadataOf(call.world, key) };
  },
  touches: (_call, _keys, output) => [output?.KeyMetadata?.Arn],
  responseElements: ({ KeyMetadata }) => ({ keyMetadata: KeyMetadata }),
});
