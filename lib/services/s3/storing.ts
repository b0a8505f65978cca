import { type Call, isRefusal, type Refusal } from '../../aws';
import { EMPTY_BYTES } from '../../base';
import type { EncryptionPlan } from './encryption';
import type { BucketRecord } from './records/bucket';
import type { ObjectRecord } from './records/object';
import { sendOnItsWay } from './replication';
import { etagOf } from './rules/etag';
import { sealBody } from './sealing';
import { newVersionId, placeObject } from './versions';

export interface NewObject {
  readonly key: string;
  readonly body?: Uint8Array | undefined;
  readonly contentType?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** What S3 says of an object whose writer named no type. */
const UNKNOWN_TYPE = 'binary/octet-stream';

/** Encrypts an object, makes it the current one of its key, and sends it on its way to replicas. */
export function storeObject(
  call: Call<object>,
  bucket: BucketRecord,
  wanted: NewObject,
  plan: EncryptionPlan,
): ObjectRecord | Refusal {
  const body = wanted.body ?? EMPTY_BYTES;
  const sealed = sealBody(call, bucket, wanted.key, plan, body);
  if (isRefusal(sealed)) return sealed;
  const object: ObjectRecord = {
    bucket: bucket.name,
    key: wanted.key,
    versionId: newVersionId(call, bucket),
    ...sealed,
    size: body.length,
    etag: etagOf(plan.algorithm, body, call.random('etag', 16)),
    lastModifiedMs: Math.floor(call.nowMs / 1000) * 1000,
    contentType: wanted.contentType ?? UNKNOWN_TYPE,
    metadata: lowered(wanted.metadata ?? {}),
  };
  return placeObject(call.world, bucket, sendOnItsWay(call.world, bucket, object));
}

/** Names of metadata travel as headers, which have no case. */
function lowered(metadata: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name.toLowerCase(), value]));
}
