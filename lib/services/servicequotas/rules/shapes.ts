import { shape } from '../../../aws';

export const serviceCode = shape.string({ min: 1, max: 63, pattern: '[a-zA-Z][a-zA-Z0-9-]{1,63}' });
export const quotaCode = shape.string({ min: 1, max: 128, pattern: '[a-zA-Z][a-zA-Z0-9-]{1,128}' });
export const requestId = shape.string({ min: 1, max: 128, pattern: '[0-9a-zA-Z][a-zA-Z0-9-]{1,128}' });
export const status = shape.oneOf(
  'PENDING',
  'CASE_OPENED',
  'APPROVED',
  'DENIED',
  'CASE_CLOSED',
  'NOT_APPROVED',
  'INVALID_REQUEST',
);
export const level = shape.oneOf('ACCOUNT', 'RESOURCE', 'ALL');

export const pageInput = {
  NextToken: shape.string({ max: 2048, pattern: '^[a-zA-Z0-9/+]*={0,2}$' }),
  MaxResults: shape.integer({ min: 1, max: 100 }),
} as const;

export const serviceQuota = shape.structure({
  ServiceCode: shape.string(),
  ServiceName: shape.string(),
  QuotaArn: shape.string(),
  QuotaCode: shape.string(),
  QuotaName: shape.string(),
  Value: shape.double(),
  Unit: shape.string(),
  Adjustable: shape.boolean(),
  GlobalQuota: shape.boolean(),
  UsageMetric: shape.structure({
    MetricNamespace: shape.string(),
    MetricName: shape.string(),
    MetricDimensions: shape.map(shape.string()),
    MetricStatisticRecommendation: shape.string(),
  }),
  Period: shape.structure({ PeriodValue: shape.integer(), PeriodUnit: shape.string() }),
  QuotaAppliedAtLevel: level,
  Description: shape.string(),
});

export const requestedQuota = shape.structure({
  Id: shape.string(),
  CaseId: shape.string(),
  ServiceCode: shape.string(),
  ServiceName: shape.string(),
  QuotaCode: shape.string(),
  QuotaName: shape.string(),
  DesiredValue: shape.double(),
  Status: status,
  Created: shape.timestamp(),
  LastUpdated: shape.timestamp(),
  Requester: shape.string(),
  QuotaArn: shape.string(),
  GlobalQuota: shape.boolean(),
  Unit: shape.string(),
  QuotaRequestedAtLevel: level,
});
