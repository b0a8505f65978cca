export { dueHandlers } from './due';
export { createServiceQuotaOperations } from './operations';
export type { QuotaCatalogue, QuotaEntry, QuotaService } from './ports';
export { type QuotaRequest, quotaRequests } from './records/quota-request';
export { kmsQuotas } from './rules/kms-quotas';
