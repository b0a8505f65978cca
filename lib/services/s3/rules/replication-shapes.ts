import { shape } from '../../../aws';

const status = shape.oneOf('Enabled', 'Disabled');
const switched = shape.structure({ Status: status }, ['Status']);
const tag = shape.structure({ Key: shape.string(), Value: shape.string() }, ['Key', 'Value']);

const filter = shape.structure({
  Prefix: shape.string(),
  Tag: tag,
  And: shape.structure({ Prefix: shape.string(), Tags: shape.list(tag) }),
});

const destination = shape.structure(
  {
    Bucket: shape.string(),
    Account: shape.string(),
    StorageClass: shape.string(),
    AccessControlTranslation: shape.structure({ Owner: shape.oneOf('Destination') }, ['Owner']),
    EncryptionConfiguration: shape.structure({ ReplicaKmsKeyID: shape.string() }),
  },
  ['Bucket'],
);

const rule = shape.structure(
  {
    ID: shape.string({ max: 255 }),
    Priority: shape.integer(),
    Prefix: shape.string(),
    Filter: filter,
    Status: status,
    SourceSelectionCriteria: shape.structure({
      SseKmsEncryptedObjects: switched,
      ReplicaModifications: switched,
    }),
    ExistingObjectReplication: switched,
    Destination: destination,
    DeleteMarkerReplication: shape.structure({ Status: status }),
  },
  ['Status', 'Destination'],
);

export const replicationConfiguration = shape.structure({ Role: shape.string(), Rules: shape.list(rule) }, [
  'Role',
  'Rules',
]);

export type ReplicationConfiguration = NonNullable<(typeof replicationConfiguration)['type']>;
export type ReplicationRule = ReplicationConfiguration['Rules'][number];
