import type { AnyOperation } from '../aws';
import { operations as kms, dueHandlers as kmsDue } from '../kms';
import { createAnalyzerOperations } from '../services/accessanalyzer';
import { createCloudTrailOperations, type TrailFacts } from '../services/cloudtrail';
import { createAlarmHandlers, createCloudWatchOperations } from '../services/cloudwatch';
import { operations as dynamodb, dueHandlers as dynamodbDue } from '../services/dynamodb';
import { operations as ec2, dueHandlers as ec2Due } from '../services/ec2';
import { createIamOperations } from '../services/iam';
import { operations as lambda, dueHandlers as lambdaDue } from '../services/lambda';
import { createLogsOperations } from '../services/logs';
import { createOrganizationOperations, organizationOf, scpLevels } from '../services/organizations';
import { operations as rds, dueHandlers as rdsDue } from '../services/rds';
import { operations as s3, dueHandlers as s3Due, ownOperations as s3Own } from '../services/s3';
import { dueHandlers as secretsDue, operations as secretsmanager } from '../services/secretsmanager';
import { createServiceQuotaOperations, dueHandlers as quotasDue } from '../services/servicequotas';
import { operations as sns } from '../services/sns';
import { operations as sqs, dueHandlers as sqsDue } from '../services/sqs';
import { operations as ssm } from '../services/ssm';
import { createStsOperations } from '../services/sts';
import { operations as vpc, vpcEndpointOwner } from '../services/vpc';
import { analyzerFacts } from './analyzer-facts';
import type { DueHandler } from './clock';
import { trailDeliveries } from './deliveries';
import { accountDirectory, roleDirectory } from './directories';
import { forgetPrincipal } from './forget-principal';
import { operations as lab, dueHandlers as labDue } from './lab';
import { metricSources } from './metrics';
import { quotaCatalogue } from './quotas';
import { serviceEvents } from './service-events';

/** What a CloudTrail record needs to know of all services. */
export const TRAIL_FACTS: TrailFacts = {
  operation: (service, name) => operationOf(service, name),
  serviceEvents,
  endpointOwner: vpcEndpointOwner,
};

const DELIVERIES = trailDeliveries(TRAIL_FACTS);
export const METRIC_SOURCES = metricSources(DELIVERIES);

/** Every operation of every service. */
const OPERATIONS: Readonly<Record<string, Readonly<Record<string, AnyOperation>>>> = {
  accessanalyzer: createAnalyzerOperations(analyzerFacts),
  cloudtrail: createCloudTrailOperations(TRAIL_FACTS),
  cloudwatch: createCloudWatchOperations(METRIC_SOURCES),
  dynamodb,
  ec2: { ...ec2, ...vpc },
  iam: createIamOperations({
    forget: forgetPrincipal,
    scpsOf: (world, account) => organizationOf(world, account) && scpLevels(world, account),
  }),
  kms,
  lab,
  logs: createLogsOperations(DELIVERIES),
  lambda,
  organizations: createOrganizationOperations(accountDirectory),
  rds,
  s3,
  secretsmanager,
  servicequotas: createServiceQuotaOperations(quotaCatalogue),
  sns,
  sqs,
  ssm,
  sts: createStsOperations(roleDirectory),
};

/** The operation of this name, if there is one. Names come from outside. */
export function operationOf(service: string, name: string): AnyOperation | undefined {
  return named(operationsOf(service), name) ?? (service === 's3' ? named(s3Own, name) : undefined);
}

function named(
  operations: Readonly<Record<string, AnyOperation>> | undefined,
  name: string,
): AnyOperation | undefined {
  return operations && Object.hasOwn(operations, name) ? operations[name] : undefined;
}

export function operationsOf(service: string): Readonly<Record<string, AnyOperation>> | undefined {
  return Object.hasOwn(OPERATIONS, service) ? OPERATIONS[service] : undefined;
}

/** What happens by itself, by the table of the record it happens to. */
export const DUE_HANDLERS: Readonly<Record<string, DueHandler>> = {
  ...createAlarmHandlers(METRIC_SOURCES),
  ...dynamodbDue,
  ...ec2Due,
  ...kmsDue,
  ...labDue,
  ...lambdaDue,
  ...quotasDue,
  ...rdsDue,
  ...s3Due,
  ...secretsDue,
  ...sqsDue,
};
