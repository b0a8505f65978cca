import { define, isRefusal, type Refusal, shape } from '../../../aws';
import { bucketPermission, bucketVerdict } from '../finding';
import { listing } from '../listing';
import { type ObjectRecord, objects } from '../records/object';
import { decodeToken, encodeToken } from '../rules/continuation-token';
import { denied, invalidArgument } from '../rules/errors';
import { bucketName } from '../rules/shapes';

const MOST_KEYS = 1000;

/** refuses: NoSuchBucket, AccessDenied, InvalidArgument */
export const listObjectsV2 = define({
  service: 's3',
  name: 'ListObjectsV2',
  about: 'Lists the objects of a bucket, up to 1,000 at a time, in the order of their keys.',
  input: shape.structure(
    {
      Bucket: bucketName,
      Delimiter: shape.string(),
      MaxKeys: shape.integer(),
      Prefix: shape.string(),
      ContinuationToken: shape.string(),
      StartAfter: shape.string(),
    },
    ['Bucket'],
  ),
  output: shape.structure({
    IsTruncated: shape.boolean(),
    Contents: shape.list(
      shape.structure({
        Key: shape.string(),
        LastModified: shape.timestamp(),
        ETag: shape.string(),
        Size: shape.long(),
        StorageClass: shape.string(),
      }),
    ),
    Name: shape.string(),
    Prefix: shape.string(),
    Delimiter: shape.string(),
    MaxKeys: shape.integer(),
    CommonPrefixes: shape.list(shape.structure({ Prefix: shape.string() })),
    KeyCount: shape.integer(),
    ContinuationToken: shape.string(),
    NextContinuationToken: shape.string(),
    StartAfter: shape.string(),
  }),
  readOnly: true,
  denied,
  verdict: bucketVerdict,
  permissions: (call) => {
    const { Bucket, Prefix, Delimiter, MaxKeys } = call.input;
    const conditions = {
      's3:prefix': Prefix === undefined ? undefined : [Prefix],
      's3:delimiter': Delimiter === undefined ? undefined : [Delimiter],
      's3:max-keys': MaxKeys === undefined ? undefined : [String(MaxKeys)],
    };
    return [bucketPermission(call, 'ListBucket', Bucket, { conditions })];
  },
  resources: (call) => [bucketPermission(call, 'ListBucket', call.input.Bucket).resource],
  handle: (call) => {
    const { Bucket, Prefix = '', Delimiter, MaxKeys = MOST_KEYS, ContinuationToken, StartAfter } = call.input;
    const after = startOf(ContinuationToken, StartAfter);
    if (isRefusal(after)) return after;
    const held = call.world.table(objects).by('bucket', Bucket);
    const page = listing(held, {
      prefix: Prefix,
      delimiter: Delimiter,
      limit: Math.min(MaxKeys, MOST_KEYS),
      after,
    });
    return {
      IsTruncated: page.next !== undefined,
      Contents: page.objects.length > 0 ? page.objects.map(entry) : undefined,
      Name: Bucket,
      Prefix,
      Delimiter,
      MaxKeys,
      CommonPrefixes:
        page.prefixes.length > 0 ? page.prefixes.map((prefix) => ({ Prefix: prefix })) : undefined,
      KeyCount: page.objects.length + page.prefixes.length,
      ContinuationToken,
      NextContinuationToken: page.next === undefined ? undefined : encodeToken(page.next),
      StartAfter,
    };
  },
});

function startOf(token: string | undefined, startAfter: string | undefined): string | Refusal {
  if (token === undefined) return startAfter ?? '';
  return decodeToken(token) ?? invalidArgument('The continuation token provided is incorrect');
}

function entry(object: ObjectRecord) {
  return {
    Key: object.key,
    LastModified: object.lastModifiedMs,
    ETag: object.etag,
    Size: object.size,
    StorageClass: 'STANDARD',
  };
}
