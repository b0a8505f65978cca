import { type AwsWorld, define, shape } from '../../../aws';
import { byCodeUnit } from '../../../base';
import { bucketPermission, bucketVerdict } from '../finding';
import { objects } from '../records/object';
import { versions } from '../records/version';
import { denied } from '../rules/errors';
import { bucketName } from '../rules/shapes';
import { earlierVersions, idOf } from '../versions';

const MOST_KEYS = 1000;

const shown = {
  Key: shape.string(),
  VersionId: shape.string(),
  IsLatest: shape.boolean(),
  LastModified: shape.timestamp(),
};

/**
 * refuses: NoSuchBucket, AccessDenied.
 */
export const listObjectVersions = define({
  service: 's3',
  name: 'ListObjectVersions',
  about: 'Lists all versions of the objects in a bucket, and the delete markers.',
  input: shape.structure(
    {
      Bucket: bucketName,
      Prefix: shape.string(),
      KeyMarker: shape.string(),
      VersionIdMarker: shape.string(),
      MaxKeys: shape.integer(),
    },
    ['Bucket'],
  ),
  output: shape.structure({
    IsTruncated: shape.boolean(),
    KeyMarker: shape.string(),
    VersionIdMarker: shape.string(),
    NextKeyMarker: shape.string(),
    NextVersionIdMarker: shape.string(),
    Versions: shape.list(
      shape.structure({
        ETag: shape.string(),
        Size: shape.long(),
        StorageClass: shape.string(),
        ...shown,
      }),
    ),
    DeleteMarkers: shape.list(shape.structure(shown)),
    Name: shape.string(),
    Prefix: shape.string(),
    MaxKeys: shape.integer(),
  }),
  readOnly: true,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => {
    const { Bucket, Prefix } = call.input;
    const conditions = { 's3:prefix': Prefix === undefined ? undefined : [Prefix] };
    return [bucketPermission(call, 'ListBucketVersions', Bucket, { conditions })];
  },
  resources: (call) => [bucketPermission(call, 'ListBucketVersions', call.input.Bucket).resource],
  handle: ({ world, input }) => {
    const { Bucket, Prefix = '', KeyMarker = '', VersionIdMarker = '', MaxKeys = MOST_KEYS } = input;
    const all = versionsOf(world, Bucket, Prefix);
    const from = startAfter(all, KeyMarker, VersionIdMarker);
    const page = all.slice(from, from + Math.min(MaxKeys, MOST_KEYS));
    const more = from + page.length < all.length;
    const last = more ? page.at(-1)?.common : undefined;
    return {
      IsTruncated: more,
      KeyMarker,
      VersionIdMarker,
      NextKeyMarker: last?.Key,
      NextVersionIdMarker: last?.VersionId,
      Versions: present(
        page.flatMap(({ version: { object }, common }) => (object ? [{ ...sizeOf(object), ...common }] : [])),
      ),
      DeleteMarkers: present(page.flatMap(({ version, common }) => (version.object ? [] : [common]))),
      Name: Bucket,
      Prefix,
      MaxKeys,
    };
  },
});

/** Every version of every key, the newest of a key first. */
function versionsOf(world: AwsWorld, bucket: string, prefix: string) {
  const current = world.table(objects).by('bucket', bucket);
  const earlier = world.table(versions).by('bucket', bucket);
  const keys = [...new Set([...current, ...earlier].map(({ key }) => key))].filter((key) =>
    key.startsWith(prefix),
  );
  const latest = new Map(current.map((object) => [object.key, object]));
  return keys.sort(byCodeUnit).flatMap((key) => {
    const object = latest.get(key);
    const rest = earlierVersions(world, bucket, key);
    const newest = object && { versionId: idOf(object), object, lastModifiedMs: object.lastModifiedMs };
    return [...(newest ? [newest] : []), ...rest].map((version, index) => ({
      version,
      common: {
        Key: key,
        VersionId: version.versionId,
        IsLatest: index === 0,
        LastModified: version.lastModifiedMs,
      },
    }));
  });
}

/** Where the page begins: after the version that is named, or after all versions of the key. */
function startAfter(
  all: readonly { readonly common: { readonly Key: string; readonly VersionId: string } }[],
  key: string,
  versionId: string,
): number {
  if (key === '') return 0;
  const named = all.findIndex(({ common }) => common.Key === key && common.VersionId === versionId);
  if (named >= 0) return named + 1;
  const next = all.findIndex(({ common }) => byCodeUnit(common.Key, key) > 0);
  return next < 0 ? all.length : next;
}

function sizeOf({ etag, size }: { readonly etag: string; readonly size: number }) {
  return { ETag: etag, Size: size, StorageClass: 'STANDARD' };
}

/** An empty list is left out. */
function present<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
