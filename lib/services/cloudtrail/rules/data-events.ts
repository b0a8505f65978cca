/**
 * Operations on the content of a resource. CloudTrail calls theirs data events: a trail records them when it is told
 * to, and the event history never holds them. fact: services 9 (the event history holds management events only)
 */
const DATA_EVENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  s3: new Set([
    'CopyObject',
    'DeleteObject',
    'DeleteObjects',
    'GetObject',
    'HeadBucket',
    'HeadObject',
    'ListObjectVersions',
    'ListObjectsV2',
    'PutObject',
    'ReplicateDelete',
    'ReplicateObject',
    'UpdateObjectEncryption',
  ]),
  dynamodb: new Set([
    'BatchGetItem',
    'BatchWriteItem',
    'DeleteItem',
    'GetItem',
    'PutItem',
    'Query',
    'Scan',
    'UpdateItem',
  ]),
  // assumed: the data events of CloudWatch and CloudWatch Logs
  cloudwatch: new Set(['GetMetricData', 'GetMetricStatistics', 'ListMetrics']),
  lambda: new Set(['Invoke']),
  logs: new Set(['PutLogEvents']),
  sns: new Set(['Publish']),
  sqs: new Set(['DeleteMessage', 'ReceiveMessage', 'SendMessage']),
};

export function isDataEvent(service: string, operation: string): boolean {
  return DATA_EVENTS[service]?.has(operation) ?? false;
}
