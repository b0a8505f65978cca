import { describe, expect, it } from 'vitest';
import { Cloud } from '../../cloud';
import { cloudPort } from '../cloud-port';
import { flagsOf } from './input/operation-flags';
import { streamOf } from './input/streams';
import { kebab } from './kebab';
import { paginationOf } from './pagination';
import { serviceCommands } from './service-catalog';

const port = cloudPort(new Cloud({ seed: 'names', startMs: 0 }));
const operations = port.services().flatMap((service) => port.operations(service));

describe('names on the command line', () => {
  it('are spelled as the CLI spells them', () => {
    const spelled = {
      KeyId: 'key-id',
      CiphertextBlob: 'ciphertext-blob',
      ListObjectsV2: 'list-objects-v2',
      SSEKMSKeyId: 'ssekms-key-id',
      SSESpecification: 'sse-specification',
      BypassPolicyLockoutSafetyCheck: 'bypass-policy-lockout-safety-check',
      KeyARNs: 'key-arns',
      GetKeyLastUsage: 'get-key-last-usage',
      ContentMD5: 'content-md5',
      ReEncrypt: 're-encrypt',
      MFASerial: 'mfa-serial',
      DryRun: 'dry-run',
    };
    expect(Object.fromEntries(Object.keys(spelled).map((name) => [name, kebab(name)]))).toEqual(spelled);
  });

  it('of all operations in the lab are lower case, and no two members of one share a flag', () => {
    expect(operations.length).toBeGreaterThan(60);
    for (const operation of operations) {
      const flags = flagsOf(operation).options.map(({ flag }) => flag);
      expect([operation.name, flags.filter((flag) => !/^--[a-z0-9]+(-[a-z0-9]+)*$/.test(flag))]).toEqual([
        operation.name,
        [],
      ]);
      expect([operation.name, new Set(flags).size]).toEqual([operation.name, flags.length]);
    }
  });

  it('of services are those of the CLI: s3 is called s3api', () => {
    const commands = serviceCommands(port).map(({ command, service }) => [command, service]);
    expect(commands).toEqual([
      ['accessanalyzer', 'accessanalyzer'],
      ['cloudtrail', 'cloudtrail'],
      ['cloudwatch', 'cloudwatch'],
      ['dynamodb', 'dynamodb'],
      ['ec2', 'ec2'],
      ['iam', 'iam'],
      ['kms', 'kms'],
      ['lambda', 'lambda'],
      ['logs', 'logs'],
      ['organizations', 'organizations'],
      ['rds', 'rds'],
      ['s3api', 's3'],
      ['secretsmanager', 'secretsmanager'],
      ['service-quotas', 'servicequotas'],
      ['sns', 'sns'],
      ['sqs', 'sqs'],
      ['ssm', 'ssm'],
      ['sts', 'sts'],
    ]);
  });
});

describe('the tables beside the declarations', () => {
  it('name members that the declarations have', () => {
    const wrong = operations.flatMap((operation) => {
      const input = Object.keys(operation.input.members);
      const output = Object.keys(operation.output?.members ?? {});
      const pagination = paginationOf(operation.service, operation.name);
      const stream = streamOf(operation.service, operation.name);
      const wantedIn = [
        ...(pagination?.tokens.map(([token]) => token) ?? []),
        pagination?.limit,
        stream?.input,
      ];
      const wantedOut = [
        ...(pagination?.tokens.map(([, token]) => token) ?? []),
        pagination?.more,
        ...(pagination?.results ?? []),
        stream?.output,
      ];
      return [
        ...wantedIn.filter((name) => name !== undefined && !input.includes(name)),
        ...wantedOut.filter((name) => name !== undefined && !output.includes(name)),
      ].map((name) => `${operation.service} ${operation.name} has no ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('know every operation whose answer comes in pages', () => {
    const tokens = [
      'NextMarker',
      'NextToken',
      'NextContinuationToken',
      'LastEvaluatedKey',
      'LastEvaluatedTableName',
      'Marker',
    ];
    const unknown = operations.filter((operation) => {
      const output = Object.keys(operation.output?.members ?? {});
      return output.some((name) => tokens.includes(name)) && !paginationOf(operation.service, operation.name);
    });
    expect(unknown.map(({ service, name }) => `${service} ${name}`)).toEqual([]);
  });
});
