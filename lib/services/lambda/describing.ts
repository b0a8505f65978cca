import type { Variables } from './environment';
import type { FunctionRecord } from './records/function';
import type { FunctionConfiguration } from './rules/shapes';

type Environment = { readonly Variables: Variables } | { readonly Error: object };

export function describeFunction(record: FunctionRecord, environment?: Environment): FunctionConfiguration {
  return {
    FunctionName: record.name,
    FunctionArn: record.arn,
    Runtime: record.runtime,
    Role: record.roleArn,
    Handler: record.handler,
    Description: record.description,
    Timeout: record.timeoutSeconds,
    MemorySize: record.memoryMiB,
    LastModified: new Date(record.modifiedAtMs).toISOString().replace('Z', '+0000'),
    Version: '$LATEST',
    Environment: environment,
    KMSKeyArn: record.keyId,
    RevisionId: record.revisionId,
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: ['x86_64'],
  };
}
