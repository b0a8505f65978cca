import { shape } from '../../../aws';
import { replicationStatus, tags } from './shapes';

const common = {
  ARN: shape.string(),
  Name: shape.string(),
  Description: shape.string(),
  KmsKeyId: shape.string(),
  RotationEnabled: shape.boolean(),
  LastChangedDate: shape.timestamp(),
  DeletedDate: shape.timestamp(),
  Tags: tags,
} as const;
const stagesByVersion = shape.map(shape.list(shape.string()));

/** DescribeSecret and ListSecrets name the versions differently. */
export const describedSecret = shape.structure({
  ...common,
  VersionIdsToStages: stagesByVersion,
  CreatedDate: shape.timestamp(),
  PrimaryRegion: shape.string(),
  ReplicationStatus: replicationStatus,
});
export const listedSecret = shape.structure({
  ...common,
  SecretVersionsToStages: stagesByVersion,
  CreatedDate: shape.timestamp(),
  PrimaryRegion: shape.string(),
});
