import type { AwsWorld } from '../../aws';
import type { KeyRecord } from '../records/key';
import { algorithmsOf, type KeyUsage } from '../rules/key-specs';
import type { KeyMetadata } from '../rules/shapes';
import { storeOf } from '../stores/store-cryptography';
import { expiryOf } from './key-materials';
import { multiRegionMembers } from './multi-region';

/**
 * What DescribeKey shows of a key, in its Region's own view.
 * fact: kms-engine 14.2, 14.3. assumed: CustomerMasterKeySpec repeats every KeySpec (14.2 has no answer for the newest)
 */
export function metadataOf(world: AwsWorld, key: KeyRecord): KeyMetadata {
  const expiry = key.origin === 'EXTERNAL' ? expiryOf(world, key) : undefined;
  const inStore = key.customKeyStoreId !== undefined;
  return {
    AWSAccountId: key.account,
    KeyId: key.keyId,
    Arn: key.arn,
    CreationDate: key.createdAtMs,
    Enabled: key.state === 'Enabled',
    Description: key.description,
    KeyUsage: key.keyUsage,
    KeyState: key.state,
    DeletionDate: key.state === 'PendingDeletion' ? key.deletionAtMs : undefined,
    ValidTo: expiry?.ValidTo,
    Origin: key.origin,
    CustomKeyStoreId: key.customKeyStoreId,
    CloudHsmClusterId: inStore ? storeOf(world, key).cluster?.clusterId : undefined,
    ExpirationModel: expiry?.ExpirationModel,
    KeyManager: key.manager,
    CustomerMasterKeySpec: key.keySpec,
    KeySpec: key.keySpec,
    [ALGORITHM_MEMBERS[key.keyUsage]]: algorithmsOf(key.keySpec, key.keyUsage),
    MultiRegion: key.multiRegion !== undefined,
    MultiRegionConfiguration: key.multiRegion && multiRegionConfiguration(world, key),
    PendingDeletionWindowInDays:
      key.state === 'PendingReplicaDeletion' ? key.pendingDeletionWindowDays : undefined,
    XksKeyConfiguration: key.xksKeyId === undefined ? undefined : { Id: key.xksKeyId },
    // Not shown on a replica that is still being created, and never of a custom key store.
    CurrentKeyMaterialId: key.state === 'Creating' || inStore ? undefined : key.currentMaterialId,
  };
}

/** The member that lists the algorithms of a key of this usage. */
export const ALGORITHM_MEMBERS = {
  ENCRYPT_DECRYPT: 'EncryptionAlgorithms',
  SIGN_VERIFY: 'SigningAlgorithms',
  GENERATE_VERIFY_MAC: 'MacAlgorithms',
  KEY_AGREEMENT: 'KeyAgreementAlgorithms',
  ENCAPSULATE_DECAPSULATE: 'EncapsulationAlgorithms',
} as const satisfies Record<KeyUsage, string>;

function multiRegionConfiguration(world: AwsWorld, key: KeyRecord): KeyMetadata['MultiRegionConfiguration'] {
  const { primary, replicas } = multiRegionMembers(world, key);
  const place = (member: KeyRecord) => ({ Arn: member.arn, Region: member.region });
  return {
    MultiRegionKeyType: key.multiRegion,
    PrimaryKey: place(primary),
    ReplicaKeys: replicas.map(place),
  };
}
