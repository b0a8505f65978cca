import { type Call, isRefusal, type Permission, type Refusal, regionalArn } from '../../aws';
import { grantedQuota } from '../../pipeline';
import type { QuotaCatalogue, QuotaEntry, QuotaService } from './ports';
import type { QuotaRequest } from './records/quota-request';
import { noSuchQuota, noSuchService } from './rules/errors';

export interface Found {
  readonly service: QuotaService;
  readonly entry: QuotaEntry;
}

export function serviceOf(catalogue: QuotaCatalogue, code: string): QuotaService | Refusal {
  return catalogue.services.find((service) => service.code === code) ?? noSuchService();
}

export function findQuota(
  catalogue: QuotaCatalogue,
  { ServiceCode, QuotaCode }: { readonly ServiceCode: string; readonly QuotaCode: string },
): Found | Refusal {
  const service = serviceOf(catalogue, ServiceCode);
  if (isRefusal(service)) return service;
  const entry = service.quotas.find(({ quotaCode }) => quotaCode === QuotaCode);
  return entry ? { service, entry } : noSuchQuota(QuotaCode, ServiceCode);
}

function quotaArn(region: string, account: string, serviceCode: string, quotaCode: string): string {
  return regionalArn('servicequotas', region, account, `${serviceCode}/${quotaCode}`);
}

export function quotaPermission(
  call: Call<{ readonly ServiceCode: string; readonly QuotaCode: string }>,
  action: string,
): Permission {
  const { ServiceCode, QuotaCode } = call.input;
  const resource = quotaArn(call.region, call.principal.account, ServiceCode, QuotaCode);
  return { action: `servicequotas:${action}`, resource };
}

/** What is in force for the caller's account in the Region of the request. */
export function appliedValue(catalogue: QuotaCatalogue, call: Call<object>, entry: QuotaEntry): number {
  const owner = { account: call.principal.account, region: call.region };
  return grantedQuota(call.world, owner, entry.quota) ?? catalogue.published(entry, call.region);
}

/** @param account empty for the value AWS publishes, which belongs to nobody. */
export function describeQuota(region: string, account: string, { service, entry }: Found, value: number) {
  const dimensions = { Class: 'None', Resource: entry.usage ?? '', Service: 'KMS', Type: 'API' };
  return {
    ServiceCode: service.code,
    ServiceName: service.name,
    QuotaArn: quotaArn(region, account, service.code, entry.quotaCode),
    QuotaCode: entry.quotaCode,
    QuotaName: entry.name,
    Value: value,
    Unit: 'None',
    Adjustable: entry.adjustable,
    GlobalQuota: false,
    UsageMetric: entry.usage
      ? {
          MetricNamespace: 'AWS/Usage',
          MetricName: 'CallCount',
          MetricDimensions: dimensions,
          MetricStatisticRecommendation: 'Sum',
        }
      : undefined,
    Period: entry.perSecond ? { PeriodValue: 1, PeriodUnit: 'SECOND' } : undefined,
    QuotaAppliedAtLevel: 'ACCOUNT' as const,
    Description: entry.description,
  };
}

export function describeRequest(catalogue: QuotaCatalogue, request: QuotaRequest) {
  const service = catalogue.services.find(({ code }) => code === request.serviceCode);
  const entry = service?.quotas.find(({ quotaCode }) => quotaCode === request.quotaCode);
  return {
    Id: request.id,
    CaseId: request.caseId,
    ServiceCode: request.serviceCode,
    ServiceName: service?.name,
    QuotaCode: request.quotaCode,
    QuotaName: entry?.name,
    DesiredValue: request.desired,
    Status: request.status,
    Created: request.createdAtMs,
    LastUpdated: request.updatedAtMs,
    Requester: request.requester,
    QuotaArn: quotaArn(request.region, request.account, request.serviceCode, request.quotaCode),
    GlobalQuota: false,
    Unit: 'None',
    QuotaRequestedAtLevel: 'ACCOUNT' as const,
  };
}
