import type { AnyOperation } from '../../../aws';
import type { QuotaCatalogue } from '../ports';
import { getAwsDefaultServiceQuota } from './get-aws-default-service-quota';
import { getRequestedServiceQuotaChange } from './get-requested-service-quota-change';
import { getServiceQuota } from './get-service-quota';
import { listAwsDefaultServiceQuotas } from './list-aws-default-service-quotas';
import { listRequestedServiceQuotaChangeHistory } from './list-requested-service-quota-change-history';
import { listRequestedServiceQuotaChangeHistoryByQuota } from './list-requested-service-quota-change-history-by-quota';
import { listServiceQuotas } from './list-service-quotas';
import { listServices } from './list-services';
import { requestServiceQuotaIncrease } from './request-service-quota-increase';

/** @param catalogue the quotas there are; the numbers belong to the services that keep them. */
export function createServiceQuotaOperations(
  catalogue: QuotaCatalogue,
): Readonly<Record<string, AnyOperation>> {
  return {
    GetAWSDefaultServiceQuota: getAwsDefaultServiceQuota(catalogue),
    GetRequestedServiceQuotaChange: getRequestedServiceQuotaChange(catalogue),
    GetServiceQuota: getServiceQuota(catalogue),
    ListAWSDefaultServiceQuotas: listAwsDefaultServiceQuotas(catalogue),
    ListRequestedServiceQuotaChangeHistory: listRequestedServiceQuotaChangeHistory(catalogue),
    ListRequestedServiceQuotaChangeHistoryByQuota: listRequestedServiceQuotaChangeHistoryByQuota(catalogue),
    ListServiceQuotas: listServiceQuotas(catalogue),
    ListServices: listServices(catalogue),
    RequestServiceQuotaIncrease: requestServiceQuotaIncrease(catalogue),
  };
}
