import { type Call, isRefusal, type Refusal } from '../../aws';
import { utf8ToBytes, uuidOf } from '../../base';
import { openValue, sealValue } from './kms';
import { ownerOf, type ReplicaStatus, type SecretRecord, secrets } from './records/secret';
import { type VersionRecord, versionIdOf, versions } from './records/version';
import { invalidParameter, versionExists } from './rules/errors';

export const CURRENT = 'AWSCURRENT';
const PREVIOUS = 'AWSPREVIOUS';

export interface GivenValue {
  readonly SecretString?: string;
  readonly SecretBinary?: Uint8Array;
}

export function refuseTwoValues({ SecretString, SecretBinary }: GivenValue): Refusal | undefined {
  if (SecretString === undefined || SecretBinary === undefined) return undefined;
  return invalidParameter('You must provide either SecretString or SecretBinary, not both.');
}

export function versionsOf(call: Call<object>, secretArn: string): readonly VersionRecord[] {
  return call.world.table(versions).by('secret', secretArn);
}

/** Stores a new value and moves the staging labels to it; replicas follow at once. */
export function writeVersion(
  call: Call<
    GivenValue & { readonly ClientRequestToken?: string; readonly VersionStages?: readonly string[] }
  >,
  secret: SecretRecord,
): VersionRecord | Refusal {
  const { SecretString = '', SecretBinary, VersionStages = [CURRENT] } = call.input;
  const value = SecretBinary ?? utf8ToBytes(SecretString);
  const versionId = call.input.ClientRequestToken ?? uuidOf(call.random('version', 16));
  if (call.world.table(versions).get(versionIdOf(secret.arn, versionId))) return versionExists();
  const kept = {
    versionId,
    stages: VersionStages,
    isBinary: SecretBinary !== undefined,
    createdAtMs: call.nowMs,
  };
  const version = store(call, secret, kept, value);
  if (isRefusal(version)) return version;
  const replicas = secret.replicas.map((replica) => replicate(call, secret, replica, [version]));
  call.world.put(secrets, { ...secret, replicas, changedAtMs: call.nowMs });
  return version;
}

type Kept = Pick<VersionRecord, 'versionId' | 'stages' | 'isBinary' | 'createdAtMs'>;

function store(
  call: Call<object>,
  secret: SecretRecord,
  kept: Kept,
  value: Uint8Array,
): VersionRecord | Refusal {
  const sealed = sealValue(call, secret, kept.versionId, value);
  if (isRefusal(sealed)) return sealed;
  takeLabels(call, secret.arn, kept.stages);
  return call.world.put(versions, { ...kept, ...sealed, secretArn: secret.arn });
}

/** A label stands on one version; whoever loses AWSCURRENT becomes AWSPREVIOUS. */
function takeLabels(call: Call<object>, secretArn: string, taken: readonly string[]): void {
  const gone = taken.includes(CURRENT) ? [...taken, PREVIOUS] : taken;
  for (const version of versionsOf(call, secretArn)) {
    const left = version.stages.filter((stage) => !gone.includes(stage));
    const wasCurrent = taken.includes(CURRENT) && version.stages.includes(CURRENT);
    const stages = wasCurrent ? [...left, PREVIOUS] : left;
    if (stages.join() !== version.stages.join()) call.world.put(versions, { ...version, stages });
  }
}

/**
 * Brings versions to a replica Region: opened with the primary's key, sealed under the replica Region's own.
 * fact: services 6. differs: done at once; at AWS it takes a moment
 */
export function replicate(
  call: Call<object>,
  primary: SecretRecord,
  { region, keyId }: Pick<ReplicaStatus, 'region' | 'keyId'>,
  wanted: readonly VersionRecord[],
): ReplicaStatus {
  const arn = primary.arn.replace(`:${primary.region}:`, `:${region}:`);
  const held = call.world.table(secrets).get(arn);
  const replica: SecretRecord = held ?? {
    ...primary,
    arn,
    region,
    keyId,
    replicas: [],
    createdAtMs: call.nowMs,
  };
  for (const version of wanted) {
    const value = openValue(call, primary.region, version);
    const { versionId, stages, isBinary, createdAtMs } = version;
    const kept = { versionId, stages, isBinary, createdAtMs };
    const stored = isRefusal(value) ? value : store(call, replica, kept, value);
    if (isRefusal(stored)) return { region, keyId, status: 'Failed', message: stored.message };
  }
  call.world.put(secrets, { ...replica, changedAtMs: call.nowMs });
  return { region, keyId, status: 'InSync' };
}

export function hasSecret(call: Call<object>, account: string, region: string, name: string): boolean {
  return call.world.table(secrets).firstBy('name', `${ownerOf(account, region)}/${name}`) !== undefined;
}
