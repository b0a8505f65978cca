import { byCodeUnit } from '../base';
import { type GrantRecord, grants, type KeyRecord, keys, type MaterialRecord } from '../kms';
import { verdictOf } from './gates';
import { newestOf } from './keys';
import { isUsable } from './map/envelopes';
import { aliasesOf, materialsOf, sealsOfKey } from './map/map';
import type {
  FactView,
  GrantView,
  InspectorView,
  KeyDetailView,
  MaterialView,
  RequestLineView,
} from './model';
import { isDue, requestIdOf, type Scene } from './scene';
import { callerName, dayOf, shortId, timeOfDay } from './words';

/** So many of a key's last requests are listed. */
const REQUESTS = 12;
/** How far back they are looked for. */
const SEARCHED = 2000;

export function inspectorView(scene: Scene, chosen: string | undefined): InspectorView {
  const all = scene.world.table(keys).all();
  const key = all.find(({ arn }) => arn === chosen) ?? newest(all);
  return {
    choices: newestOf(all)
      .map((one) => ({
        arn: one.arn,
        name: nameOf(scene, one),
        region: one.region,
        seal: sealsOfKey(scene, one)[0],
      }))
      .sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.region, b.region)),
    key: key && detailOf(scene, key),
  };
}

function newest(all: readonly KeyRecord[]): KeyRecord | undefined {
  const isAfter = (a: KeyRecord, b: KeyRecord) =>
    (a.createdAtMs - b.createdAtMs || byCodeUnit(b.arn, a.arn)) > 0;
  return all.reduce<KeyRecord | undefined>(
    (best, key) => (best && !isAfter(key, best) ? best : key),
    undefined,
  );
}

function nameOf(scene: Scene, key: KeyRecord): string {
  return aliasesOf(scene, key)[0]?.name ?? shortId(key.keyId);
}

function detailOf(scene: Scene, key: KeyRecord): KeyDetailView {
  return {
    arn: key.arn,
    name: nameOf(scene, key),
    region: key.region,
    keyState: key.state,
    usable: isUsable(key),
    facts: factsOf(scene, key),
    policy: policyLines(key.policy),
    policyNote: policyNote(key),
    aliases: aliasesOf(scene, key).map(({ name }) => name),
    tags: key.tags.map(({ TagKey, TagValue }) => ({ name: TagKey, value: TagValue })),
    rotation: rotationFacts(scene, key),
    materials: materialsOf(scene, key).map((material) => materialView(scene, material)),
    grants: scene.world.table(grants).by('key', key.arn).map(grantView),
    requests: requestsOn(scene, key),
  };
}

/** DescribeKey's members, with a word on those that decide things. */
function factsOf(scene: Scene, key: KeyRecord): readonly FactView[] {
  const facts: FactView[] = [
    { name: 'KeyId', value: key.keyId },
    { name: 'AWSAccountId', value: key.account },
    { name: 'KeyState', value: key.state, note: stateNote(key) },
    { name: 'KeyUsage', value: key.keyUsage },
    { name: 'KeySpec', value: key.keySpec },
    { name: 'Origin', value: key.origin },
    { name: 'KeyManager', value: key.manager },
    { name: 'CreationDate', value: dayTime(scene, key.createdAtMs) },
    { name: 'MultiRegion', value: String(key.multiRegion !== undefined), note: regionNote(key) },
  ];
  if (key.multiRegion) facts.push({ name: 'MultiRegionKeyType', value: key.multiRegion });
  if (key.deletionAtMs !== undefined)
    facts.push({ name: 'DeletionDate', value: dayTime(scene, key.deletionAtMs) });
  if (key.description !== '') facts.push({ name: 'Description', value: key.description });
  return facts;
}

function stateNote({ state }: KeyRecord): string | undefined {
  if (state === 'PendingDeletion') return 'Unusable from the first day of the waiting period, not the last.';
  if (state === 'Disabled') return 'Nothing can be encrypted or decrypted with it until it is enabled.';
  if (state === 'Creating') return 'A replica that is being made; it takes a moment.';
  return undefined;
}

function regionNote({ multiRegion }: KeyRecord): string {
  if (!multiRegion) return 'What it wrapped can be unwrapped in this Region only, for good.';
  return multiRegion === 'PRIMARY'
    ? 'Its replicas hold the same key material.'
    : 'It holds the same key material as its primary, with a key policy of its own.';
}

function rotationFacts(scene: Scene, key: KeyRecord): readonly FactView[] {
  if (key.keySpec !== 'SYMMETRIC_DEFAULT') return [];
  const facts: FactView[] = [{ name: 'KeyRotationEnabled', value: String(key.rotation !== undefined) }];
  if (key.rotation) {
    facts.push({ name: 'RotationPeriodInDays', value: String(key.rotation.periodDays) });
    facts.push({ name: 'NextRotationDate', value: dayTime(scene, key.rotation.nextAtMs) });
  }
  if (key.onDemand)
    facts.push({ name: 'OnDemandRotationStartDate', value: dayTime(scene, key.onDemand.startedAtMs) });
  return facts;
}

function dayTime({ world }: Scene, ms: number): string {
  return `Day ${dayOf(ms, world.startMs)}, ${timeOfDay(ms)}`;
}

function materialView(scene: Scene, material: MaterialRecord): MaterialView {
  const { startMs } = scene.world;
  const { rotatedAtMs, rotationType, createdAtMs } = material;
  const since =
    rotatedAtMs === undefined
      ? `created Day ${dayOf(createdAtMs, startMs)}`
      : `${rotationType ?? 'rotated'}, Day ${dayOf(rotatedAtMs, startMs)}`;
  return {
    seal: scene.seals.ofMaterial(material),
    materialId: shortId(material.materialId),
    state: material.state,
    since,
  };
}

function grantView(grant: GrantRecord): GrantView {
  const { constraints } = grant;
  const constraint =
    constraints && Object.keys(constraints).length > 0 ? JSON.stringify(constraints) : undefined;
  return {
    grantId: shortId(grant.grantId),
    grantee: grant.granteePrincipal ?? grant.granteeServicePrincipal ?? 'nobody',
    operations: grant.operations,
    constraint,
  };
}

function policyLines(policy: string): readonly string[] {
  try {
    return JSON.stringify(JSON.parse(policy), null, 2).split('\n');
  } catch {
    return policy.split('\n');
  }
}

/** Whether identity policies of the owner's account count at all. */
function policyNote({ policy, account }: KeyRecord): string | undefined {
  const root = new RegExp(`arn:aws[a-z-]*:iam::${account}:root|"AWS"\\s*:\\s*"${account}"`);
  return root.test(policy)
    ? 'It names the account root: IAM policies of the account count where a statement for the root allows.'
    : 'It does not name the account root: IAM policies of the account give nobody access to this key.';
}

function requestsOn(scene: Scene, key: KeyRecord): readonly RequestLineView[] {
  const { world } = scene;
  const recent = world.log.since(Math.max(world.log.checkpoint, world.log.head - SEARCHED));
  return recent
    .filter((commit) => commit.outcome.audit.resources.includes(key.arn) && !isDue(commit))
    .slice(-REQUESTS)
    .reverse()
    .flatMap((commit) => {
      const requestId = requestIdOf(scene, commit.seq);
      if (requestId === undefined) return [];
      const caller = callerName(commit.outcome.audit.principal);
      return [
        {
          requestId,
          at: timeOfDay(commit.atMs),
          operation: commit.request.operation,
          caller,
          verdict: verdictOf(commit),
        },
      ];
    });
}
