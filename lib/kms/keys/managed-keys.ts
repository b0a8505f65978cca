import { type AwsWorld, regionalArn } from '../../aws';
import { purposeOf, seededBytes, uuidOf } from '../../base';
import { type AliasRecord, aliases } from '../records/alias';
import { type KeyRecord, keys } from '../records/key';
import { generateMaterial } from './new-key';

/** What AWS says of the keys it manages for an account, by the service that uses them. assumed: the words */
const PURPOSES: Readonly<Record<string, string>> = {
  s3: 'S3 objects',
  ebs: 'EBS volumes',
  rds: 'RDS databases',
  dynamodb: 'DynamoDB tables',
  secretsmanager: 'Secrets Manager secrets',
  ssm: 'SSM parameters',
  lambda: 'Lambda environment variables',
  sqs: 'SQS queues',
  sns: 'SNS topics',
  backup: 'AWS Backup recovery points',
};

const ROTATION_DAYS = 365;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The service behind a predefined alias: `s3` of `alias/aws/s3`. */
export function managedService(aliasName: string): string | undefined {
  const service = aliasName.startsWith('alias/aws/') ? aliasName.slice('alias/aws/'.length) : '';
  return Object.hasOwn(PURPOSES, service) ? service : undefined;
}

/** The names that every account and Region has from the start. differs: those of the services above, AWS has more */
export const PREDEFINED_ALIASES: readonly string[] = Object.keys(PURPOSES).map(
  (service) => `alias/aws/${service}`,
);

/**
 * Makes an account's AWS managed key of a service, which happens when it is first needed.
 * fact: kms-engine 14.6, 1.6 (DescribeKey), authorization 10
 */
export function createManagedKey(
  world: AwsWorld,
  place: { readonly account: string; readonly region: string },
  service: string,
): { readonly key: KeyRecord; readonly alias: AliasRecord } {
  const { account, region } = place;
  const keyId = uuidOf(seededBytes(world.seed, purposeOf('managed-key', account, region, service), 16));
  const material = generateMaterial(world, keyId, 'SYMMETRIC_DEFAULT', 0);
  const key = world.put(keys, {
    arn: regionalArn('kms', region, account, `key/${keyId}`),
    keyId,
    account,
    region,
    createdAtMs: world.nowMs,
    description: `Default key that protects my ${PURPOSES[service]} when no other key is defined`,
    keySpec: 'SYMMETRIC_DEFAULT',
    keyUsage: 'ENCRYPT_DECRYPT',
    origin: 'AWS_KMS',
    manager: 'AWS',
    state: 'Enabled',
    policy: managedPolicy(account, region, service),
    tags: [],
    currentMaterialId: material.materialId,
    rotation: { periodDays: ROTATION_DAYS, nextAtMs: world.nowMs + ROTATION_DAYS * DAY_MS },
    onDemandRotations: 0,
  });
  const name = `alias/aws/${service}`;
  const alias = world.put(aliases, {
    arn: regionalArn('kms', region, account, name),
    name,
    account,
    region,
    targetArn: key.arn,
    createdAtMs: world.nowMs,
    updatedAtMs: world.nowMs,
  });
  return { key, alias };
}

/** Use through the service alone; the account's IAM may hand out looking, nothing more. fact: authorization 10 */
function managedPolicy(account: string, region: string, service: string): string {
  // EBS volumes are encrypted by EC2.
  const viaService = `${service === 'ebs' ? 'ec2' : service}.${region}.amazonaws.com`;
  const use = {
    Sid: `Allow use through ${viaService} for all principals in the account`,
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncrypt*',
      'kms:GenerateDataKey*',
      'kms:CreateGrant',
      'kms:DescribeKey',
    ],
    Resource: '*',
    Condition: { StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': viaService } },
  };
  const look = {
    Sid: 'Allow direct access to key metadata to the account',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:RevokeGrant'],
    Resource: '*',
  };
  return JSON.stringify({ Version: '2012-10-17', Id: `auto-${service}-2`, Statement: [use, look] }, null, 2);
}
