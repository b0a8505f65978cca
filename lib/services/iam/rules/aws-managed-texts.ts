/** What sets one AWS managed policy apart. */
export interface AwsManagedText {
  readonly name: string;
  readonly path?: string;
  /** `ANPA...` */
  readonly id: string;
  readonly description: string;
  readonly statements: readonly object[];
}

export function allow(
  actions: string | readonly string[],
  resource: string | readonly string[] = '*',
): object {
  return { Effect: 'Allow', Action: actions, Resource: resource };
}

/**
 * ARNs are AWS's. assumed: the statements are shortened to the lab's services where AWS's text is long
 * (ReadOnlyAccess, PowerUserAccess, SecurityAudit); ids are made up.
 */
export const AWS_MANAGED: readonly AwsManagedText[] = [
  {
    name: 'AdministratorAccess',
    id: 'ANPAIWMBCKSKIEE64ZLYK',
    description: 'Every action on every resource.',
    statements: [allow('*')],
  },
  {
    name: 'PowerUserAccess',
    id: 'ANPAJYRXTHIB4FOVS3ZXS',
    description: 'Every action except the management of identities and of the organization.',
    statements: [
      { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
      allow([
        'iam:CreateServiceLinkedRole',
        'iam:DeleteServiceLinkedRole',
        'iam:ListRoles',
        'organizations:DescribeOrganization',
        'account:GetAccountInformation',
        'account:ListRegions',
      ]),
    ],
  },
  {
    name: 'ReadOnlyAccess',
    id: 'ANPAILL3HVNFSB6DCOWYQ',
    description: 'Looking at every resource without changing any.',
    statements: [
      allow([
        'access-analyzer:Get*',
        'access-analyzer:List*',
        'access-analyzer:Validate*',
        'cloudtrail:Describe*',
        'cloudtrail:Get*',
        'cloudtrail:List*',
        'cloudtrail:LookupEvents',
        'cloudwatch:Describe*',
        'cloudwatch:Get*',
        'cloudwatch:List*',
        'dynamodb:BatchGet*',
        'dynamodb:Describe*',
        'dynamodb:Get*',
        'dynamodb:List*',
        'dynamodb:Query',
        'dynamodb:Scan',
        'ec2:Describe*',
        'ec2:Get*',
        'iam:Generate*',
        'iam:Get*',
        'iam:List*',
        'iam:Simulate*',
        'kms:Describe*',
        'kms:Get*',
        'kms:List*',
        'lambda:Get*',
        'lambda:List*',
        'logs:Describe*',
        'logs:FilterLogEvents',
        'logs:Get*',
        'logs:List*',
        'organizations:Describe*',
        'organizations:List*',
        'rds:Describe*',
        'rds:List*',
        's3:Get*',
        's3:List*',
        'secretsmanager:Describe*',
        'secretsmanager:GetResourcePolicy',
        'secretsmanager:List*',
        'sns:Get*',
        'sns:List*',
        'sqs:Get*',
        'sqs:List*',
        'ssm:Describe*',
        'ssm:Get*',
        'ssm:List*',
        'sts:GetAccessKeyInfo',
        'sts:GetCallerIdentity',
        'sts:GetSessionToken',
        'tag:Get*',
      ]),
    ],
  },
  {
    name: 'SecurityAudit',
    id: 'ANPAIX2T3QCXHR2OGGCTO',
    description: 'Reading the configuration of security, not the data.',
    statements: [
      allow([
        'access-analyzer:Get*',
        'access-analyzer:List*',
        'cloudtrail:Describe*',
        'cloudtrail:Get*',
        'cloudtrail:List*',
        'cloudtrail:LookupEvents',
        'dynamodb:Describe*',
        'dynamodb:List*',
        'ec2:Describe*',
        'iam:Generate*',
        'iam:Get*',
        'iam:List*',
        'iam:Simulate*',
        'kms:Describe*',
        'kms:GetKeyPolicy',
        'kms:GetKeyRotationStatus',
        'kms:List*',
        'organizations:Describe*',
        'organizations:List*',
        's3:GetBucket*',
        's3:GetEncryptionConfiguration',
        's3:ListAllMyBuckets',
        'secretsmanager:DescribeSecret',
        'secretsmanager:ListSecrets',
        'sts:GetAccessKeyInfo',
      ]),
    ],
  },
  {
    name: 'AWSKeyManagementServicePowerUser',
    id: 'ANPAJNPP7PPPPMJRV2SA4',
    description: 'Creating and using KMS keys; managing those whose policies delegate to IAM.',
    statements: [
      allow([
        'kms:CreateAlias',
        'kms:CreateKey',
        'kms:DeleteAlias',
        'kms:Describe*',
        'kms:GenerateRandom',
        'kms:Get*',
        'kms:List*',
        'kms:TagResource',
        'kms:UntagResource',
        'iam:ListGroups',
        'iam:ListRoles',
        'iam:ListUsers',
      ]),
    ],
  },
  {
    name: 'IAMFullAccess',
    id: 'ANPAI7XKCFMBPM3QQRRVQ',
    description: 'Every action of IAM, and a look at the organization.',
    statements: [
      allow([
        'iam:*',
        'organizations:DescribeAccount',
        'organizations:DescribeOrganization',
        'organizations:DescribeOrganizationalUnit',
        'organizations:DescribePolicy',
        'organizations:ListChildren',
        'organizations:ListParents',
        'organizations:ListPoliciesForTarget',
        'organizations:ListRoots',
        'organizations:ListPolicies',
        'organizations:ListTargetsForPolicy',
      ]),
    ],
  },
  {
    name: 'IAMReadOnlyAccess',
    id: 'ANPAJKSO7NDY4T57MWDSQ',
    description: 'Looking at IAM.',
    statements: [
      allow([
        'iam:GenerateCredentialReport',
        'iam:GenerateServiceLastAccessedDetails',
        'iam:Get*',
        'iam:List*',
        'iam:SimulateCustomPolicy',
        'iam:SimulatePrincipalPolicy',
      ]),
    ],
  },
  fullAccess('AmazonS3FullAccess', 'ANPAIFIR6V6BVTRAHWINE', 'Amazon S3', ['s3:*', 's3-object-lambda:*']),
  {
    name: 'AmazonS3ReadOnlyAccess',
    id: 'ANPAIZTJ4DXE7G6AGAE6M',
    description: 'Reading every bucket and object.',
    statements: [
      allow(['s3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*']),
    ],
  },
  fullAccess('AmazonDynamoDBFullAccess', 'ANPAINUGF2JSOSUY76KYA', 'Amazon DynamoDB', [
    'dynamodb:*',
    'dax:*',
    'kms:DescribeKey',
    'kms:ListAliases',
  ]),
  fullAccess('AmazonEC2FullAccess', 'ANPAI3VAJF5ZCRZ7MCQE6', 'Amazon EC2', ['ec2:*']),
  fullAccess('AmazonSQSFullAccess', 'ANPAI65L554VRJ33ECQS6', 'Amazon SQS', ['sqs:*']),
  fullAccess('AmazonSNSFullAccess', 'ANPAJWEKLCXXUNT2SOLSG', 'Amazon SNS', ['sns:*']),
  fullAccess('AmazonSSMFullAccess', 'ANPAJA7V6HI4ISQFMDYAG', 'Systems Manager', ['ssm:*']),
  fullAccess('SecretsManagerReadWrite', 'ANPAI3VG7CI5BIQZQ6G2E', 'Secrets Manager', [
    'secretsmanager:*',
    'kms:DescribeKey',
    'kms:ListAliases',
    'kms:ListKeys',
  ]),
  fullAccess('AWSLambda_FullAccess', 'ANPAZKAPJZG4ONBCUWSQK', 'AWS Lambda', [
    'lambda:*',
    'kms:ListAliases',
    'iam:GetRole',
    'iam:ListRoles',
  ]),
  fullAccess('AWSCloudTrail_FullAccess', 'ANPAZKAPJZG4HDA5X3YUK', 'AWS CloudTrail', [
    'cloudtrail:*',
    'kms:CreateKey',
    'kms:CreateAlias',
    'kms:ListKeys',
    'kms:ListAliases',
  ]),
  {
    name: 'AWSLambdaBasicExecutionRole',
    path: '/service-role/',
    id: 'ANPAJNCQGXC42545SKXIK',
    description: 'What a function needs to write its log.',
    statements: [allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'])],
  },
];

function fullAccess(name: string, id: string, what: string, actions: readonly string[]): AwsManagedText {
  return { name, id, description: `Every action of ${what}.`, statements: [allow(actions)] };
}
