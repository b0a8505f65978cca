import { shape } from '../../../aws';

/** A name, or an ARN. */
export const functionName = shape.string({ min: 1, max: 140 });
const variables = { ...shape.map(shape.string()), sensitive: true } as const;
const environment = shape.structure({ Variables: variables });

/** What both CreateFunction and UpdateFunctionConfiguration may set. */
export const settings = {
  Role: shape.string({ pattern: 'arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+' }),
  Handler: shape.string({ max: 128 }),
  Description: shape.string({ max: 256 }),
  Timeout: shape.integer({ min: 1, max: 900 }),
  MemorySize: shape.integer({ min: 128, max: 10_240 }),
  Environment: environment,
  Runtime: shape.string(),
  KMSKeyArn: shape.string({ pattern: '(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()' }),
} as const;

export const functionConfiguration = shape.structure({
  FunctionName: shape.string(),
  FunctionArn: shape.string(),
  Runtime: shape.string(),
  Role: shape.string(),
  Handler: shape.string(),
  Description: shape.string(),
  Timeout: shape.integer(),
  MemorySize: shape.integer(),
  LastModified: shape.string(),
  Version: shape.string(),
  Environment: shape.structure({
    Variables: variables,
    Error: shape.structure({ ErrorCode: shape.string(), Message: shape.string() }),
  }),
  KMSKeyArn: shape.string(),
  RevisionId: shape.string(),
  State: shape.string(),
  LastUpdateStatus: shape.string(),
  PackageType: shape.string(),
  Architectures: shape.list(shape.string()),
});
export type FunctionConfiguration = NonNullable<(typeof functionConfiguration)['type']>;
