import { define, shape } from '../../../aws';
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
 * differs: all on one page; AWS shows 1,000 at a time
 */
export const listObjectVersions = define({
  service: 's3',
  name: 'ListObjectVersions',
  about: 'Lists all versions of the objects in a bucket, and the delete markers.',
  input: shape.structure({ Bucket: bucketName, Prefix: shape.string() }, ['Bucket']),
  output: shape.structure({
    IsTruncated: shape.boolean(),
    KeyMarker: shape.string(),
    VersionIdMarker: shape.string(),
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
  handle: ({ world, input: { Bucket, Prefix = '' } }) => {
    const current = world.table(objects).by('bucket', Bucket);
    const earlier = world.table(versions).by('bucket', Bucket);
    const keys = [...new Set([...current, ...earlier].map(({ key }) => key))].filter((key) =>
      key.startsWith(Prefix),
    );
    const latest = new Map(current.map((object) => [object.key, object]));
    const all = keys.sort(byCodeUnit).flatMap((key) => {
      const object = latest.get(key);
      const rest = earlierVersions(world, Bucket, key);
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
    const markers = all.flatMap(({ version, common }) => (version.object ? [] : [common]));
    return {
      IsTruncated: false,
      KeyMarker: '',
      VersionIdMarker: '',
      Versions: present(
        all.flatMap(({ version: { object }, common }) => (object ? [{ ...sizeOf(object), ...common }] : [])),
      ),
      DeleteMarkers: present(markers),
      Name: Bucket,
      Prefix,
      MaxKeys: MOST_KEYS,
    };
  },
});

function sizeOf({ etag, size }: { readonly etag: string; readonly size: number }) {
  return { ETag: etag, Size: size, StorageClass: 'STANDARD' };
}

/** An empty list is left out. */
function present<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
