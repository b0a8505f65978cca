import type { Call } from '../../aws';
import { bucketOf, bucketPermission, type ObjectRequest } from './finding';
import { objectId, objects } from './records/object';
import { NULL_VERSION } from './records/version';
import { sendMarkerOnItsWay } from './replication';
import { newVersionId, placeMarker, removeVersion } from './versions';

/** What was deleted, or hidden. */
export interface Deletion {
  readonly DeleteMarker?: boolean | undefined;
  readonly VersionId?: string | undefined;
}

/** Deleting a named version needs a permission of its own. */
export function deletePermission(call: Call<object>, { Bucket, Key, VersionId }: ObjectRequest) {
  const action = VersionId === undefined ? 'DeleteObject' : 'DeleteObjectVersion';
  return bucketPermission(call, action, Bucket, { key: Key });
}

/** Deletes an object. In a versioned bucket a delete marker hides it, unless the request names the version. */
export function deleteObject(call: Call<object>, { Bucket, Key, VersionId }: ObjectRequest): Deletion {
  const { world } = call;
  const bucket = bucketOf(call, Bucket);
  if (VersionId !== undefined) {
    const wasMarker = removeVersion(world, Bucket, Key, VersionId);
    return { DeleteMarker: wasMarker || undefined, VersionId };
  }
  if (!bucket?.versioning) {
    world.delete(objects, objectId(Bucket, Key));
    return {};
  }
  const versionId = newVersionId(call, bucket, `marker ${Key}`) ?? NULL_VERSION;
  const marker = { key: Key, versionId };
  placeMarker(world, bucket, { ...marker, lastModifiedMs: Math.floor(call.nowMs / 1000) * 1000 });
  sendMarkerOnItsWay(world, bucket, marker);
  return { DeleteMarker: true, VersionId: versionId };
}
