/** How the pages of an operation's answer follow each other. */
export interface Pagination {
  /** Input members that take the token, and the output members that give it. */
  readonly tokens: readonly (readonly [input: string, output: string])[];
  /** The output member that says whether there is more; without it a token says so. */
  readonly more?: string;
  /** The input member that limits a page. */
  readonly limit?: string;
  /** Output members that are joined over the pages; the first one is counted. */
  readonly results: readonly string[];
  /** Output members that are taken from the first page. */
  readonly once?: readonly string[];
}

function byMarker(result: string): Pagination {
  return { tokens: [['Marker', 'NextMarker']], more: 'Truncated', limit: 'Limit', results: [result] };
}

function byNextToken(result: string, limit?: string): Pagination {
  return { tokens: [['NextToken', 'NextToken']], limit, results: [result] };
}

/** The way of CloudWatch Logs. */
function byLowerNextToken(...results: readonly string[]): Pagination {
  return { tokens: [['nextToken', 'nextToken']], limit: 'limit', results };
}

/** IAM's way. */
function byIsTruncated(result: string): Pagination {
  return { tokens: [['Marker', 'Marker']], more: 'IsTruncated', limit: 'MaxItems', results: [result] };
}

const BY_LAST_KEY: Pagination = {
  tokens: [['ExclusiveStartKey', 'LastEvaluatedKey']],
  limit: 'Limit',
  results: ['Items', 'Count', 'ScannedCount'],
  once: ['ConsumedCapacity'],
};

/** The operations whose pages the CLI joins by itself, by the service's name in requests. */
const PAGINATED: Readonly<Record<string, Readonly<Record<string, Pagination>>>> = {
  kms: {
    DescribeCustomKeyStores: byMarker('CustomKeyStores'),
    ListAliases: byMarker('Aliases'),
    ListGrants: byMarker('Grants'),
    ListKeyPolicies: byMarker('PolicyNames'),
    ListKeyRotations: byMarker('Rotations'),
    ListKeys: byMarker('Keys'),
    ListResourceTags: byMarker('Tags'),
    ListRetirableGrants: byMarker('Grants'),
  },
  dynamodb: {
    ListTables: {
      tokens: [['ExclusiveStartTableName', 'LastEvaluatedTableName']],
      limit: 'Limit',
      results: ['TableNames'],
    },
    ListTagsOfResource: byNextToken('Tags'),
    Query: BY_LAST_KEY,
    Scan: BY_LAST_KEY,
  },
  s3: {
    ListObjectsV2: {
      tokens: [['ContinuationToken', 'NextContinuationToken']],
      more: 'IsTruncated',
      limit: 'MaxKeys',
      results: ['Contents', 'CommonPrefixes'],
    },
    ListObjectVersions: {
      tokens: [
        ['KeyMarker', 'NextKeyMarker'],
        ['VersionIdMarker', 'NextVersionIdMarker'],
      ],
      more: 'IsTruncated',
      limit: 'MaxKeys',
      results: ['Versions', 'DeleteMarkers'],
    },
  },
  cloudtrail: {
    ListTrails: byNextToken('Trails'),
    LookupEvents: byNextToken('Events', 'MaxResults'),
  },
  ec2: { DescribeVpcEndpoints: byNextToken('VpcEndpoints', 'MaxResults') },
  iam: {
    GetGroup: { ...byIsTruncated('Users'), once: ['Group'] },
    ListAccessKeys: byIsTruncated('AccessKeyMetadata'),
    ListAccountAliases: byIsTruncated('AccountAliases'),
    ListAttachedGroupPolicies: byIsTruncated('AttachedPolicies'),
    ListAttachedRolePolicies: byIsTruncated('AttachedPolicies'),
    ListAttachedUserPolicies: byIsTruncated('AttachedPolicies'),
    ListEntitiesForPolicy: {
      ...byIsTruncated('PolicyGroups'),
      results: ['PolicyGroups', 'PolicyUsers', 'PolicyRoles'],
    },
    ListGroupPolicies: byIsTruncated('PolicyNames'),
    ListGroups: byIsTruncated('Groups'),
    ListGroupsForUser: byIsTruncated('Groups'),
    ListPolicies: byIsTruncated('Policies'),
    ListPolicyVersions: byIsTruncated('Versions'),
    ListRolePolicies: byIsTruncated('PolicyNames'),
    ListRoles: byIsTruncated('Roles'),
    ListRoleTags: byIsTruncated('Tags'),
    ListUserPolicies: byIsTruncated('PolicyNames'),
    ListUsers: byIsTruncated('Users'),
    ListUserTags: byIsTruncated('Tags'),
    SimulateCustomPolicy: byIsTruncated('EvaluationResults'),
    SimulatePrincipalPolicy: byIsTruncated('EvaluationResults'),
  },
  organizations: {
    ListAccounts: byNextToken('Accounts', 'MaxResults'),
    ListAccountsForParent: byNextToken('Accounts', 'MaxResults'),
    ListChildren: byNextToken('Children', 'MaxResults'),
    ListOrganizationalUnitsForParent: byNextToken('OrganizationalUnits', 'MaxResults'),
    ListParents: byNextToken('Parents', 'MaxResults'),
    ListPolicies: byNextToken('Policies', 'MaxResults'),
    ListPoliciesForTarget: byNextToken('Policies', 'MaxResults'),
    ListRoots: byNextToken('Roots', 'MaxResults'),
    ListTargetsForPolicy: byNextToken('Targets', 'MaxResults'),
  },
  cloudwatch: {
    DescribeAlarms: {
      tokens: [['NextToken', 'NextToken']],
      limit: 'MaxRecords',
      results: ['MetricAlarms', 'CompositeAlarms'],
    },
    GetMetricData: {
      tokens: [['NextToken', 'NextToken']],
      limit: 'MaxDatapoints',
      results: ['MetricDataResults', 'Messages'],
    },
    ListMetrics: byNextToken('Metrics'),
  },
  logs: {
    DescribeLogGroups: byLowerNextToken('logGroups'),
    DescribeMetricFilters: byLowerNextToken('metricFilters'),
    FilterLogEvents: byLowerNextToken('events', 'searchedLogStreams'),
  },
  secretsmanager: { ListSecrets: byNextToken('SecretList', 'MaxResults') },
  servicequotas: {
    ListAWSDefaultServiceQuotas: byNextToken('Quotas', 'MaxResults'),
    ListRequestedServiceQuotaChangeHistory: byNextToken('RequestedQuotas', 'MaxResults'),
    ListRequestedServiceQuotaChangeHistoryByQuota: byNextToken('RequestedQuotas', 'MaxResults'),
    ListServiceQuotas: byNextToken('Quotas', 'MaxResults'),
    ListServices: byNextToken('Services', 'MaxResults'),
  },
  ssm: {
    DescribeParameters: byNextToken('Parameters', 'MaxResults'),
    GetParametersByPath: byNextToken('Parameters', 'MaxResults'),
  },
};

/** How an operation is paginated; undefined where it answers at once. */
export function paginationOf(service: string, operation: string): Pagination | undefined {
  return PAGINATED[service]?.[operation];
}
