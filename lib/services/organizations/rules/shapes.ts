import { shape } from '../../../aws';

export const accountId = shape.string({ max: 12, pattern: '^\\d{12}$' });
export const rootId = shape.string({ max: 34, pattern: '^r-[0-9a-z]{4,32}$' });
export const unitId = shape.string({ max: 68, pattern: '^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$' });
export const parentId = shape.string({
  max: 100,
  pattern: '^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$',
});
export const childId = shape.string({
  max: 100,
  pattern: '^(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$',
});
export const targetId = shape.string({
  max: 100,
  pattern: '^(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$',
});
export const policyId = shape.string({ max: 130, pattern: '^p-[0-9a-zA-Z_]{8,128}$' });
/** differs: the types that cap requests, of all that Organizations has */
export const policyType = shape.oneOf('SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY');
export const email = shape.string({
  min: 6,
  max: 64,
  pattern: '[^\\s@]+@[^\\s@]+\\.[^\\s@]+',
  sensitive: true,
});
export const accountName = shape.string({ min: 1, max: 50, pattern: '[\\u0020-\\u007E]+', sensitive: true });
export const unitName = shape.string({ min: 1, max: 128 });
export const policyName = shape.string({ min: 1, max: 128 });
export const policyDescription = shape.string({ max: 512 });
export const policyContent = shape.string({ min: 1 });

/** What every list operation takes to ask for a page. */
export const asked = {
  NextToken: shape.string({ max: 100_000 }),
  MaxResults: shape.integer({ min: 1, max: 20 }),
} as const;

/** What every list operation answers after its items. */
export const ends = { NextToken: shape.string() } as const;

const arn = shape.string();
const policyTypes = shape.list(
  shape.structure({ Type: policyType, Status: shape.oneOf('ENABLED', 'PENDING_ENABLE', 'PENDING_DISABLE') }),
);

export const organization = shape.structure({
  Id: shape.string(),
  Arn: arn,
  FeatureSet: shape.oneOf('ALL', 'CONSOLIDATED_BILLING'),
  MasterAccountArn: arn,
  MasterAccountId: accountId,
  MasterAccountEmail: email,
  AvailablePolicyTypes: policyTypes,
});

export const account = shape.structure({
  Id: accountId,
  Arn: arn,
  Email: email,
  Name: shape.string({ sensitive: true }),
  Status: shape.oneOf('ACTIVE', 'SUSPENDED', 'PENDING_CLOSURE'),
  State: shape.oneOf('PENDING_ACTIVATION', 'ACTIVE', 'SUSPENDED', 'PENDING_CLOSURE', 'CLOSED'),
  Paths: shape.list(shape.string()),
  JoinedMethod: shape.oneOf('INVITED', 'CREATED'),
  JoinedTimestamp: shape.timestamp(),
});

export const createAccountStatus = shape.structure({
  Id: shape.string(),
  AccountName: accountName,
  State: shape.oneOf('IN_PROGRESS', 'SUCCEEDED', 'FAILED'),
  RequestedTimestamp: shape.timestamp(),
  CompletedTimestamp: shape.timestamp(),
  AccountId: accountId,
  FailureReason: shape.string(),
});

export const organizationalUnit = shape.structure({
  Id: unitId,
  Arn: arn,
  Name: unitName,
  Path: shape.string(),
});
export const root = shape.structure({ Id: rootId, Arn: arn, Name: shape.string(), PolicyTypes: policyTypes });

export const policySummary = shape.structure({
  Id: policyId,
  Arn: arn,
  Name: policyName,
  Description: policyDescription,
  Type: policyType,
  AwsManaged: shape.boolean(),
});
export const policy = shape.structure({ PolicySummary: policySummary, Content: policyContent });

export const policyTarget = shape.structure({
  TargetId: targetId,
  Arn: arn,
  Name: shape.string(),
  Type: shape.oneOf('ACCOUNT', 'ORGANIZATIONAL_UNIT', 'ROOT'),
});
export const parent = shape.structure({ Id: parentId, Type: shape.oneOf('ROOT', 'ORGANIZATIONAL_UNIT') });
export const child = shape.structure({ Id: childId, Type: shape.oneOf('ACCOUNT', 'ORGANIZATIONAL_UNIT') });
