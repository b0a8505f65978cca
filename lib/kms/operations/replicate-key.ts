import { type Call, type Charge, isRegion, partitionOf, refuse, regionalArn, shape } from '../../aws';
import { accountCheck } from '../declaring/checks';
import { declare } from '../declaring/declare';
import type { FoundKey } from '../declaring/lookup';
import { metadataOf } from '../keys/metadata';
import { REPLICATION_MS } from '../keys/multi-region';
import { checkPolicy, defaultPolicy } from '../keys/policies';
import { type KeyRecord, keys, ownerOf } from '../records/key';
import { type Conditions, tagConditions } from '../rules/condition-keys';
import { notPrimary, validation } from '../rules/errors';
import { keysQuotaReached } from '../rules/limits';
import { operationCharge } from '../rules/quotas';
import { description, keyId, keyMetadata, policy, region, tags } from '../rules/shapes';
import { refuseTags } from '../rules/tags';

const input = shape.structure(
  {
    KeyId: keyId,
    ReplicaRegion: region,
    Policy: policy,
    BypassPolicyLockoutSafetyCheck: shape.boolean(),
    Description: description,
    Tags: tags,
  },
  ['KeyId', 'ReplicaRegion'],
);
type Input = NonNullable<(typeof input)['type']>;

/**
 * Copies a multi-Region primary key, with its id and material, into another Region.
 * refuses: Validation, Tag, UnsupportedOperation, AlreadyExists, LimitExceeded, MalformedPolicyDocument.
 * fact: kms-engine 1.6, 7.2. assumed: a Region that does not exist, or of another partition, is a Validation error
 */
export const replicateKey = declare({
  name: 'ReplicateKey',
  about: 'Makes a replica of a multi-Region primary key in another Region.',
  input,
  output: shape.structure({
    ReplicaKeyMetadata: keyMetadata,
    ReplicaPolicy: shape.string(),
    ReplicaTags: tags,
  }),
  readOnly: false,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'key',
      conditions: (request) => ({ 'kms:ReplicaRegion': [request.ReplicaRegion] }),
    },
  },
  charges,
  checks: (own, call, found) => [...own, ...replicaChecks(call, found.key)],
  validate: (request, call) =>
    refuseRegion(request.ReplicaRegion, call.region) ?? refuseTags(request.Tags ?? []),
  handle: ({ input: request, call, keys: { key } }) => {
    if (key.multiRegion !== 'PRIMARY') return notPrimary(key);
    const arn = replicaArn(key, request.ReplicaRegion);
    const table = call.world.table(keys);
    if (table.get(arn)) {
      const text = 'You can create only one replica of each primary key in each AWS Region.';
      return refuse('AlreadyExistsException', text);
    }
    const text = request.Policy ?? defaultPolicy(request.ReplicaRegion, key.account);
    const bypassLockoutCheck = request.BypassPolicyLockoutSafetyCheck ?? false;
    const owner = { account: key.account, region: request.ReplicaRegion };
    const held = table.countBy('customerOwner', ownerOf(owner.account, owner.region));
    const refusal =
      keysQuotaReached(call.world, owner, held) ??
      checkPolicy(call, text, { keyArn: arn, account: key.account, bypassLockoutCheck });
    if (refusal) return refusal;
    const replica = call.world.put(keys, replicaOf(key, arn, text, request, call.nowMs));
    return {
      ReplicaKeyMetadata: metadataOf(call.world, replica),
      ReplicaPolicy: text,
      ReplicaTags: request.Tags?.length ? request.Tags : undefined,
    };
  },
  responseElements: ({ ReplicaKeyMetadata, ReplicaPolicy, ReplicaTags }) => ({
    replicaKeyMetadata: ReplicaKeyMetadata,
    replicaPolicy: ReplicaPolicy,
    replicaTags: ReplicaTags,
  }),
});

/** One ReplicateKey here and two CreateKey there. fact: kms-engine 7.2 */
function charges(call: Call<Input>): readonly Charge[] {
  const { account } = call.principal;
  const here = operationCharge('ReplicateKey', { region: call.region, account });
  const there = call.input.ReplicaRegion;
  return isRegion(there) ? [here, operationCharge('CreateKey', { region: there, account }, 2)] : [here];
}

/** The new key is allowed as CreateKey would be, where it is going to be. fact: kms-engine 1.4 */
function replicaChecks(call: Call<Input>, { key }: FoundKey) {
  const { ReplicaRegion, Tags } = call.input;
  const there: Conditions = { 'aws:RequestedRegion': [ReplicaRegion] };
  const create = accountCheck('kms:CreateKey', call, () => ({
    ...there,
    'kms:KeySpec': key && [key.keySpec],
    'kms:KeyUsage': key && [key.keyUsage],
    'kms:KeyOrigin': key && [key.origin],
    'kms:MultiRegion': ['true'],
    'kms:MultiRegionKeyType': ['REPLICA'],
    ...tagConditions(Tags),
  }));
  if (!Tags?.length) return [create];
  return [create, accountCheck('kms:TagResource', call, () => ({ ...there, ...tagConditions(Tags) }))];
}

function refuseRegion(to: string, from: string) {
  if (isRegion(to) && partitionOf(to) === partitionOf(from)) return undefined;
  return validation(`${to} is not a Region that this key can be replicated to.`);
}

function replicaArn(key: KeyRecord, to: string): string {
  return regionalArn('kms', to, key.account, `key/${key.keyId}`);
}

function replicaOf(
  { account, keyId: id, keySpec, keyUsage, origin, manager, currentMaterialId }: KeyRecord,
  arn: string,
  text: string,
  request: Input,
  nowMs: number,
): KeyRecord {
  return {
    account,
    keyId: id,
    keySpec,
    keyUsage,
    origin,
    manager,
    currentMaterialId,
    arn,
    region: request.ReplicaRegion,
    createdAtMs: nowMs,
    description: request.Description ?? '',
    state: 'Creating',
    stateAfter: origin === 'EXTERNAL' ? 'PendingImport' : 'Enabled',
    settlesAtMs: nowMs + REPLICATION_MS,
    multiRegion: 'REPLICA',
    policy: text,
    tags: request.Tags ?? [],
    onDemandRotations: 0,
  };
}
