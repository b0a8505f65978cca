import type { TableDefinition } from '../../../world';

/** How a volume or snapshot is encrypted: its own data key, which only KMS can unwrap. */
export interface EbsEncryption {
  readonly keyArn: string;
  /** True under the AWS managed key `aws/ebs`. */
  readonly managed: boolean;
  /** The data key as KMS wrapped it: base64. */
  readonly wrappedKey: string;
  /** `aws:ebs:id` in the encryption context of the wrapped key: the volume or the copied snapshot it was made for. */
  readonly contextId: string;
}

interface Attachment {
  readonly instanceId: string;
  readonly device: string;
  readonly state: 'attaching' | 'attached' | 'detaching';
  readonly attachedAtMs: number;
  readonly deleteOnTermination: boolean;
  /** While the instance runs: the grant by which its hardware got the plaintext data key that it holds. */
  readonly grantId?: string | undefined;
  /** KMS said no: the volume comes off again. */
  readonly failing?: true | undefined;
}

export interface VolumeRecord {
  readonly volumeId: string;
  readonly account: string;
  readonly region: string;
  readonly availabilityZone: string;
  readonly sizeGiB: number;
  readonly volumeType: string;
  readonly snapshotId?: string | undefined;
  readonly createdAtMs: number;
  readonly state: 'creating' | 'available' | 'in-use';
  readonly encryption?: EbsEncryption | undefined;
  readonly attachment?: Attachment | undefined;
  /** KMS said no: the volume disappears when it should be ready. */
  readonly failing?: true | undefined;
  /** When creating, attaching or detaching ends. */
  readonly settlesAtMs?: number | undefined;
}

export const volumes: TableDefinition<VolumeRecord> = {
  name: 'ec2-volumes',
  id: (volume) => volume.volumeId,
  indexes: {
    owner: (volume) => ownerOf(volume.account, volume.region),
    instance: (volume) => volume.attachment?.instanceId,
  },
  dueAtMs: (volume) => volume.settlesAtMs,
};

/** Index key: what an account has in a Region. */
export function ownerOf(account: string, region: string): string {
  return `${account}/${region}`;
}
