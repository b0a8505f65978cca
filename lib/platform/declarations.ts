import type { AnyOperation } from '../aws';
import { Cloud } from '../cloud';

/** The services that the `aws` command offers; what the lab adds around AWS is none of them. */
export const SERVICES: readonly string[] = [
  'cloudtrail',
  'dynamodb',
  'iam',
  'kms',
  'organizations',
  's3',
  'sts',
];

// Declarations are code, so the shell's thread has them without asking: an empty cloud lends them.
const cloud = new Cloud({ seed: 'declarations', startMs: 0 });

export function declarationsOf(service: string): readonly AnyOperation[] {
  return Object.values(cloud.operations(service) ?? {});
}
