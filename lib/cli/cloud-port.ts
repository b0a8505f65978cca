import type { Cloud } from '../cloud';
import type { LabPort } from './port';

/** The services the `aws` command offers; what the lab adds around AWS is none of them. */
const SERVICES: readonly string[] = [
  'accessanalyzer',
  'cloudtrail',
  'cloudwatch',
  'dynamodb',
  'ec2',
  'iam',
  'kms',
  'lambda',
  'logs',
  'organizations',
  'rds',
  's3',
  'secretsmanager',
  'servicequotas',
  'sns',
  'sqs',
  'ssm',
  'sts',
];

/** The engine as the shell sees it, where both are in one thread. */
export function cloudPort(cloud: Cloud): LabPort {
  return {
    send: async (request) => ({ ...cloud.send(request), nowMs: cloud.world.nowMs }),
    services: () => SERVICES.filter((service) => cloud.operations(service) !== undefined),
    operations: (service) => Object.values(cloud.operations(service) ?? {}),
    nowMs: async () => cloud.world.nowMs,
    advance: async (ms) => {
      cloud.advanceTo(cloud.world.nowMs + ms);
      return cloud.world.nowMs;
    },
  };
}
