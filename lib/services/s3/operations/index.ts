import type { AnyOperation } from '../../../aws';
import { copyObject } from './copy-object';
import { createBucket } from './create-bucket';
import { deleteBucket } from './delete-bucket';
import { deleteBucketEncryption } from './delete-bucket-encryption';
import { deleteBucketPolicy } from './delete-bucket-policy';
import { deleteBucketReplication } from './delete-bucket-replication';
import { deleteObject } from './delete-object';
import { deleteObjects } from './delete-objects';
import { getBucketEncryption } from './get-bucket-encryption';
import { getBucketLocation } from './get-bucket-location';
import { getBucketPolicy } from './get-bucket-policy';
import { getBucketReplication } from './get-bucket-replication';
import { getBucketVersioning } from './get-bucket-versioning';
import { getObject } from './get-object';
import { headBucket } from './head-bucket';
import { headObject } from './head-object';
import { listBuckets } from './list-buckets';
import { listObjectVersions } from './list-object-versions';
import { listObjectsV2 } from './list-objects-v2';
import { putBucketEncryption } from './put-bucket-encryption';
import { putBucketPolicy } from './put-bucket-policy';
import { putBucketReplication } from './put-bucket-replication';
import { putBucketVersioning } from './put-bucket-versioning';
import { putObject } from './put-object';
import { replicateDelete } from './replicate-delete';
import { replicateObject } from './replicate-object';
import { updateObjectEncryption } from './update-object-encryption';

export const operations: Readonly<Record<string, AnyOperation>> = {
  CopyObject: copyObject,
  CreateBucket: createBucket,
  DeleteBucket: deleteBucket,
  DeleteBucketEncryption: deleteBucketEncryption,
  DeleteBucketPolicy: deleteBucketPolicy,
  DeleteBucketReplication: deleteBucketReplication,
  DeleteObject: deleteObject,
  DeleteObjects: deleteObjects,
  GetBucketEncryption: getBucketEncryption,
  GetBucketLocation: getBucketLocation,
  GetBucketPolicy: getBucketPolicy,
  GetBucketReplication: getBucketReplication,
  GetBucketVersioning: getBucketVersioning,
  GetObject: getObject,
  HeadBucket: headBucket,
  HeadObject: headObject,
  ListBuckets: listBuckets,
  ListObjectVersions: listObjectVersions,
  ListObjectsV2: listObjectsV2,
  PutBucketEncryption: putBucketEncryption,
  PutBucketPolicy: putBucketPolicy,
  PutBucketReplication: putBucketReplication,
  PutBucketVersioning: putBucketVersioning,
  PutObject: putObject,
  UpdateObjectEncryption: updateObjectEncryption,
};

/** What S3 does by a role it was given. No client can name these. */
export const ownOperations: Readonly<Record<string, AnyOperation>> = {
  ReplicateDelete: replicateDelete,
  ReplicateObject: replicateObject,
};
