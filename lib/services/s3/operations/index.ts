import type { AnyOperation } from '../../../aws';
import { copyObject } from './copy-object';
import { createBucket } from './create-bucket';
import { deleteBucket } from './delete-bucket';
import { deleteBucketEncryption } from './delete-bucket-encryption';
import { deleteBucketPolicy } from './delete-bucket-policy';
import { deleteObject } from './delete-object';
import { deleteObjects } from './delete-objects';
import { getBucketEncryption } from './get-bucket-encryption';
import { getBucketLocation } from './get-bucket-location';
import { getBucketPolicy } from './get-bucket-policy';
import { getObject } from './get-object';
import { headBucket } from './head-bucket';
import { headObject } from './head-object';
import { listBuckets } from './list-buckets';
import { listObjectsV2 } from './list-objects-v2';
import { putBucketEncryption } from './put-bucket-encryption';
import { putBucketPolicy } from './put-bucket-policy';
import { putObject } from './put-object';

export const operations: Readonly<Record<string, AnyOperation>> = {
  CopyObject: copyObject,
  CreateBucket: createBucket,
  DeleteBucket: deleteBucket,
  DeleteBucketEncryption: deleteBucketEncryption,
  DeleteBucketPolicy: deleteBucketPolicy,
  DeleteObject: deleteObject,
  DeleteObjects: deleteObjects,
  GetBucketEncryption: getBucketEncryption,
  GetBucketLocation: getBucketLocation,
  GetBucketPolicy: getBucketPolicy,
  GetObject: getObject,
  HeadBucket: headBucket,
  HeadObject: headObject,
  ListBuckets: listBuckets,
  ListObjectsV2: listObjectsV2,
  PutBucketEncryption: putBucketEncryption,
  PutBucketPolicy: putBucketPolicy,
  PutObject: putObject,
};
