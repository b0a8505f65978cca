import { type AwsManagedText, allow } from './aws-managed-texts';

const PATH = '/aws-service-role/';

/** The policies of service-linked roles. fact: kms-engine 1.4 (multi-Region keys, custom key stores) */
export const SERVICE_ROLE_POLICIES: readonly AwsManagedText[] = [
  {
    name: 'AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy',
    path: PATH,
    id: 'ANPAZKAPJZG4CUCDK2LCA',
    description: 'Keeps the shared properties of multi-Region keys alike.',
    statements: [allow('kms:SynchronizeMultiRegionKey')],
  },
  {
    name: 'AWSKeyManagementServiceCustomKeyStoresServiceRolePolicy',
    path: PATH,
    id: 'ANPAIN2R6JIRLJFJ7ZQIW',
    description: 'Connects KMS to the CloudHSM cluster of a custom key store.',
    statements: [
      allow([
        'cloudhsm:Describe*',
        'ec2:CreateNetworkInterface',
        'ec2:AuthorizeSecurityGroupIngress',
        'ec2:CreateSecurityGroup',
        'ec2:DescribeSecurityGroups',
        'ec2:RevokeSecurityGroupEgress',
        'ec2:DeleteSecurityGroup',
        'ec2:DescribeVpcs',
        'ec2:DescribeNetworkAcls',
        'ec2:DescribeNetworkInterfaces',
      ]),
    ],
  },
  {
    name: 'AutoScalingServiceRolePolicy',
    path: PATH,
    id: 'ANPAIC5D2V7MRWBMHGD7G',
    description: 'Lets Auto Scaling start and stop instances.',
    statements: [
      allow([
        'ec2:AttachVolume',
        'ec2:CreateTags',
        'ec2:DescribeInstances',
        'ec2:RunInstances',
        'ec2:StartInstances',
        'ec2:StopInstances',
        'ec2:TerminateInstances',
      ]),
    ],
  },
  {
    name: 'AccessAnalyzerServiceRolePolicy',
    path: PATH,
    id: 'ANPAZKAPJZG4N75KYJ6TT',
    description: 'Lets the analyzer read policies and grants.',
    statements: [
      allow([
        'iam:Get*',
        'iam:List*',
        'kms:DescribeKey',
        'kms:GetKeyPolicy',
        'kms:ListGrants',
        'kms:ListKeyPolicies',
        'kms:ListKeys',
        's3:GetBucketPolicy',
        's3:ListAllMyBuckets',
      ]),
    ],
  },
  {
    name: 'DynamoDBReplicationServiceRolePolicy',
    path: PATH,
    id: 'ANPAJCUNRXL4BWASNJED2',
    description: 'Replicates the items of global tables.',
    statements: [allow(['dynamodb:*Item', 'dynamodb:Describe*', 'dynamodb:Scan', 'dynamodb:UpdateTable'])],
  },
  {
    name: 'AmazonRDSServiceRolePolicy',
    path: PATH,
    id: 'ANPAJPEU6ZOK47Z5J62DA',
    description: 'Lets Amazon RDS manage network interfaces and log groups.',
    statements: [
      allow(['ec2:CreateNetworkInterface', 'ec2:Describe*', 'logs:CreateLogGroup', 'logs:PutLogEvents']),
    ],
  },
];
