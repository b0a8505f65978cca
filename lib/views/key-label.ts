import type { AwsWorld } from '../aws';
import { aliases, type KeyRecord } from '../kms';
import { shortId } from './words';

/** The key's first alias, or its id in short. */
export function keyLabelOf(world: AwsWorld, { arn, keyId }: Pick<KeyRecord, 'arn' | 'keyId'>): string {
  return world.table(aliases).firstBy('target', arn)?.name ?? shortId(keyId);
}
