import type { AwsWorld, Call } from '../../aws';
import { encodeBase64 } from '../../base';
import type { BucketRecord } from './records/bucket';
import { type ObjectRecord, objectId, objects } from './records/object';
import { NULL_VERSION, type VersionRecord, versionRecordId, versions } from './records/version';

/** Makes an object the current one of its key; a versioned bucket keeps the one before. */
export function placeObject(world: AwsWorld, bucket: BucketRecord, object: ObjectRecord): ObjectRecord {
  moveAside(world, bucket, object.key);
  return world.put(objects, object);
}

/** Puts an object version where it is: the current one, or one before. */
export function replaceVersion(world: AwsWorld, object: ObjectRecord): void {
  const current = world.table(objects).get(objectId(object.bucket, object.key));
  if (current && idOf(current) === idOf(object)) {
    world.put(objects, object);
    return;
  }
  const kept = world.table(versions).get(versionRecordId(object.bucket, object.key, idOf(object)));
  if (kept) world.put(versions, { ...kept, object });
}

/** The object or delete marker of this id, as it would be shown. */
export function versionOf(
  world: AwsWorld,
  bucket: string,
  key: string,
  versionId: string,
): Pick<VersionRecord, 'object'> | undefined {
  const current = world.table(objects).get(objectId(bucket, key));
  if (current && idOf(current) === versionId) return { object: current };
  return world.table(versions).get(versionRecordId(bucket, key, versionId));
}

/** Hides a key of a versioned bucket behind a delete marker. */
export function placeMarker(
  world: AwsWorld,
  bucket: BucketRecord,
  marker: Pick<VersionRecord, 'key' | 'versionId' | 'lastModifiedMs'>,
): void {
  moveAside(world, bucket, marker.key);
  world.delete(objects, objectId(bucket.name, marker.key));
  world.put(versions, { bucket: bucket.name, ...marker, order: nextOrder(world, bucket.name, marker.key) });
}

/** Removes one version for good; the newest that is left becomes current. Answers whether it was a delete marker. */
export function removeVersion(world: AwsWorld, bucket: string, key: string, versionId: string): boolean {
  const current = world.table(objects).get(objectId(bucket, key));
  const kept = world.table(versions).get(versionRecordId(bucket, key, versionId));
  if (current && idOf(current) === versionId) world.delete(objects, objectId(bucket, key));
  else if (kept) world.delete(versions, versionRecordId(bucket, key, versionId));
  promote(world, bucket, key);
  return kept !== undefined && kept.object === undefined;
}

/** Versions of a key that are not the current object, newest first. */
export function earlierVersions(world: AwsWorld, bucket: string, key: string): readonly VersionRecord[] {
  return world
    .table(versions)
    .by('object', objectId(bucket, key))
    .sort((a, b) => b.order - a.order);
}

export function idOf({ versionId }: ObjectRecord): string {
  return versionId ?? NULL_VERSION;
}

/** An id for what is written now, where versioning is enabled. @param purpose tells apart several in one request. */
export function newVersionId(
  call: Call<object>,
  { versioning }: BucketRecord,
  purpose = 'version-id',
): string | undefined {
  if (versioning !== 'Enabled') return undefined;
  return encodeBase64(call.random(purpose, 24)).replaceAll('+', '.').replaceAll('/', '_');
}

/** The version an answer names: none where the bucket never had versions. */
export function shownVersion({ versioning }: BucketRecord, object: ObjectRecord): string | undefined {
  return versioning && idOf(object);
}

/** The current object becomes an earlier version; what is written while versioning is suspended replaces the null one. */
function moveAside(world: AwsWorld, bucket: BucketRecord, key: string): void {
  if (!bucket.versioning) return;
  const isSuspended = bucket.versioning === 'Suspended';
  if (isSuspended) world.delete(versions, versionRecordId(bucket.name, key, NULL_VERSION));
  const current = world.table(objects).get(objectId(bucket.name, key));
  if (!current || (isSuspended && idOf(current) === NULL_VERSION)) return;
  world.put(versions, {
    bucket: bucket.name,
    key,
    versionId: idOf(current),
    order: nextOrder(world, bucket.name, key),
    lastModifiedMs: current.lastModifiedMs,
    object: current,
  });
}

function promote(world: AwsWorld, bucket: string, key: string): void {
  if (world.table(objects).get(objectId(bucket, key))) return;
  const newest = earlierVersions(world, bucket, key)[0];
  if (!newest?.object) return;
  world.delete(versions, versionRecordId(bucket, key, newest.versionId));
  world.put(objects, newest.object);
}

function nextOrder(world: AwsWorld, bucket: string, key: string): number {
  return (earlierVersions(world, bucket, key)[0]?.order ?? 0) + 1;
}
