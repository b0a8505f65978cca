import type { Shape, StructureShape } from '../../../aws';
import { shape } from '../../../aws';

/** An attribute value as the API speaks it: exactly one member, blobs as bytes. */
export interface AttributeValue {
  readonly S?: string;
  readonly N?: string;
  readonly B?: Uint8Array;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly Uint8Array[];
  readonly M?: AttributeMap;
  readonly L?: readonly AttributeValue[];
  readonly NULL?: boolean;
  readonly BOOL?: boolean;
}

export type AttributeMap = { readonly [name: string]: AttributeValue };

/**
 * The shape contains itself: maps and lists hold attribute values. The API model calls it no union, so that it is
 * DynamoDB who refuses a value of no type or of two.
 */
function attributeValueShape(): StructureShape<AttributeValue> {
  const members: Record<string, Shape> = {};
  const value: StructureShape<AttributeValue> = { kind: 'structure', members, required: [] };
  members.S = shape.string();
  members.N = shape.string();
  members.B = shape.blob();
  members.SS = shape.list(shape.string());
  members.NS = shape.list(shape.string());
  members.BS = shape.list(shape.blob());
  members.M = shape.map(value);
  members.L = shape.list(value);
  members.NULL = shape.boolean();
  members.BOOL = shape.boolean();
  return value;
}

const attributeValue = attributeValueShape();
export const attributeMap = shape.map(attributeValue);
export const attributeMaps = shape.list(attributeMap);

/** A table's name, or since 2024 its ARN. */
export const tableName = shape.string({ min: 1, max: 1024 });
export const newTableName = shape.string({ min: 3, max: 255, pattern: '[a-zA-Z0-9_.-]+' });
export const expression = shape.string();
export const attributeNames = shape.map(shape.string());
export const expressionMembers = {
  ExpressionAttributeNames: attributeNames,
  ExpressionAttributeValues: attributeMap,
} as const;
export const positive = shape.integer({ min: 1 });

export const attributeDefinitions = shape.list(
  shape.structure(
    { AttributeName: shape.string({ min: 1, max: 255 }), AttributeType: shape.oneOf('S', 'N', 'B') },
    ['AttributeName', 'AttributeType'],
  ),
);
export const keySchema = shape.list(
  shape.structure(
    { AttributeName: shape.string({ min: 1, max: 255 }), KeyType: shape.oneOf('HASH', 'RANGE') },
    ['AttributeName', 'KeyType'],
  ),
  { min: 1, max: 2 },
);
export const billingMode = shape.oneOf('PROVISIONED', 'PAY_PER_REQUEST');
export const throughput = shape.structure(
  { ReadCapacityUnits: shape.long({ min: 1 }), WriteCapacityUnits: shape.long({ min: 1 }) },
  ['ReadCapacityUnits', 'WriteCapacityUnits'],
);
export const streamSpecification = shape.structure(
  {
    StreamEnabled: shape.boolean(),
    StreamViewType: shape.oneOf('NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY'),
  },
  ['StreamEnabled'],
);
export const sseSpecification = shape.structure({
  Enabled: shape.boolean(),
  SSEType: shape.oneOf('AES256', 'KMS'),
  KMSMasterKeyId: shape.string(),
});
const replicaMember = shape.structure({ RegionName: shape.string(), KMSMasterKeyId: shape.string() }, [
  'RegionName',
]);
export const replicaUpdates = shape.list(
  shape.structure({
    Create: replicaMember,
    Update: replicaMember,
    Delete: shape.structure({ RegionName: shape.string() }, ['RegionName']),
  }),
  { min: 1 },
);

/** Member order of the API model. */
export const tableDescription = shape.structure({
  AttributeDefinitions: attributeDefinitions,
  TableName: shape.string(),
  KeySchema: keySchema,
  TableStatus: shape.string(),
  CreationDateTime: shape.timestamp(),
  ProvisionedThroughput: shape.structure({
    NumberOfDecreasesToday: shape.long(),
    ReadCapacityUnits: shape.long(),
    WriteCapacityUnits: shape.long(),
  }),
  TableSizeBytes: shape.long(),
  ItemCount: shape.long(),
  TableArn: shape.string(),
  TableId: shape.string(),
  BillingModeSummary: shape.structure({
    BillingMode: billingMode,
    LastUpdateToPayPerRequestDateTime: shape.timestamp(),
  }),
  StreamSpecification: streamSpecification,
  LatestStreamLabel: shape.string(),
  LatestStreamArn: shape.string(),
  GlobalTableVersion: shape.string(),
  Replicas: shape.list(
    shape.structure({
      RegionName: shape.string(),
      ReplicaStatus: shape.string(),
      KMSMasterKeyId: shape.string(),
    }),
  ),
  SSEDescription: shape.structure({
    Status: shape.string(),
    SSEType: shape.string(),
    KMSMasterKeyArn: shape.string(),
  }),
  DeletionProtectionEnabled: shape.boolean(),
});
export type TableDescription = NonNullable<(typeof tableDescription)['type']>;
