export { dueHandlers } from './due';
export { createServiceQuotaOperations } from './operations';
export type { QuotaCatalogue } from './ports';
export { kmsQuotas } from './rules/kms-quotas';
