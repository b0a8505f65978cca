import { isRegion, type Refusal, refuse } from '../../../aws';
import { utf8ToBytes } from '../../../base';

const NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const LOOKS_LIKE_IP = /^\d+\.\d+\.\d+\.\d+$/;
const RESERVED_STARTS = ['xn--', 'sthree-', 'amzn-s3-demo-'];
const RESERVED_ENDS = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'];
const LONGEST_KEY = 1024;

export function refuseBucketName(name: string): Refusal | undefined {
  const fits =
    NAME.test(name) &&
    !name.includes('..') &&
    !LOOKS_LIKE_IP.test(name) &&
    !RESERVED_STARTS.some((start) => name.startsWith(start)) &&
    !RESERVED_ENDS.some((end) => name.endsWith(end));
  return fits ? undefined : refuse('InvalidBucketName', 'The specified bucket is not valid.');
}

export function refuseKey(key: string): Refusal | undefined {
  return utf8ToBytes(key).length > LONGEST_KEY
    ? refuse('KeyTooLongError', 'Your key is too long')
    : undefined;
}

const HOME = 'us-east-1';

/**
 * Where a new bucket goes: `us-east-1` takes any other Region by name and its own by none; every other endpoint
 * wants its own name.
 */
export function bucketRegion(endpoint: string, constraint: string | undefined): string | Refusal {
  if (constraint !== undefined && (!isRegion(constraint) || constraint === HOME)) {
    return refuse('InvalidLocationConstraint', 'The specified location-constraint is not valid');
  }
  const region = constraint ?? HOME;
  if (endpoint === HOME || endpoint === region) return region;
  return refuse(
    'IllegalLocationConstraintException',
    `The ${constraint ?? 'unspecified'} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
}
