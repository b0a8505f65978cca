import type { AwsWorld } from '../../../aws';
import type { TableDefinition } from '../../../world';
import { ownerOf } from './volume';

/** Encryption by default, of one account in one Region. fact: services 4 (off at first; `aws/ebs` or a chosen key) */
export interface EbsDefaultRecord {
  readonly account: string;
  readonly region: string;
  readonly encrypted: boolean;
  /** ARN of the key that was chosen; `aws/ebs` where absent. */
  readonly keyId?: string | undefined;
}

export const ebsDefaults: TableDefinition<EbsDefaultRecord> = {
  name: 'ec2-ebs-defaults',
  id: ({ account, region }) => ownerOf(account, region),
};

export const EBS_MANAGED_KEY = 'alias/aws/ebs';

export function ebsDefaultOf(world: AwsWorld, account: string, region: string): EbsDefaultRecord {
  return world.table(ebsDefaults).get(ownerOf(account, region)) ?? { account, region, encrypted: false };
}
