import { shape } from '../../../aws';

const NAME = '[\\w+=,.@-]+';

export const path = shape.string({
  min: 1,
  max: 512,
  pattern: '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)',
});
export const pathPrefix = shape.string({ min: 1, max: 512, pattern: '\\u002F[\\u0021-\\u007F]*' });
export const newUserName = shape.string({ min: 1, max: 64, pattern: NAME });
export const userName = shape.string({ min: 1, max: 128, pattern: NAME });
export const groupName = shape.string({ min: 1, max: 128, pattern: NAME });
export const roleName = shape.string({ min: 1, max: 64, pattern: NAME });
export const policyName = shape.string({ min: 1, max: 128, pattern: NAME });
export const policyPath = shape.string({ min: 1, max: 512, pattern: '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/' });
export const policyDocument = shape.string({
  min: 1,
  max: 131_072,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
  isPolicy: true,
});
export const versionId = shape.string({ pattern: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?' });
export const arn = shape.string({ min: 20, max: 2048 });
export const accessKeyId = shape.string({ min: 16, max: 128, pattern: '[\\w]+' });
export const accessKeyStatus = shape.oneOf('Active', 'Inactive');
export const roleDescription = shape.string({
  max: 1000,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*',
});
/** In seconds. */
export const maxSessionDuration = shape.integer({ min: 3600, max: 43_200 });

const tagKey = shape.string({ min: 1, max: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+' });
const tagValue = shape.string({ min: 0, max: 256, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*' });
export const tags = shape.list(shape.structure({ Key: tagKey, Value: tagValue }, ['Key', 'Value']), {
  max: 50,
});
export const tagKeys = shape.list(tagKey, { max: 50 });

/** What every list operation takes to ask for a page. */
export const asked = {
  Marker: shape.string({ min: 1, max: 320, pattern: '[\\u0020-\\u00FF]+' }),
  MaxItems: shape.integer({ min: 1, max: 1000 }),
} as const;

/** What every list operation answers after its items. */
export const ends = { IsTruncated: shape.boolean(), Marker: shape.string() } as const;

export const attachedPolicies = shape.list(shape.structure({ PolicyName: policyName, PolicyArn: arn }));
const boundary = shape.structure({
  PermissionsBoundaryType: shape.string(),
  PermissionsBoundaryArn: arn,
});

export const user = shape.structure(
  {
    Path: path,
    UserName: userName,
    UserId: shape.string(),
    Arn: arn,
    CreateDate: shape.timestamp(),
    PermissionsBoundary: boundary,
    Tags: tags,
  },
  ['Path', 'UserName', 'UserId', 'Arn', 'CreateDate'],
);

export const group = shape.structure(
  { Path: path, GroupName: groupName, GroupId: shape.string(), Arn: arn, CreateDate: shape.timestamp() },
  ['Path', 'GroupName', 'GroupId', 'Arn', 'CreateDate'],
);

export const role = shape.structure(
  {
    Path: path,
    RoleName: roleName,
    RoleId: shape.string(),
    Arn: arn,
    CreateDate: shape.timestamp(),
    AssumeRolePolicyDocument: policyDocument,
    Description: roleDescription,
    MaxSessionDuration: maxSessionDuration,
    PermissionsBoundary: boundary,
    Tags: tags,
    RoleLastUsed: shape.structure({ LastUsedDate: shape.timestamp(), Region: shape.string() }),
  },
  ['Path', 'RoleName', 'RoleId', 'Arn', 'CreateDate'],
);

export const policy = shape.structure({
  PolicyName: policyName,
  PolicyId: shape.string(),
  Arn: arn,
  Path: policyPath,
  DefaultVersionId: versionId,
  AttachmentCount: shape.integer(),
  PermissionsBoundaryUsageCount: shape.integer(),
  IsAttachable: shape.boolean(),
  Description: shape.string(),
  CreateDate: shape.timestamp(),
  UpdateDate: shape.timestamp(),
  Tags: tags,
});

export const policyVersion = shape.structure({
  Document: policyDocument,
  VersionId: versionId,
  IsDefaultVersion: shape.boolean(),
  CreateDate: shape.timestamp(),
});
export const accountAlias = shape.string({
  min: 3,
  max: 63,
  pattern: '^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$',
});
