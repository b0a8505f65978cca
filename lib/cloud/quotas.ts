import { OPERATION_TPS, publishedQuota } from '../kms';
import { kmsQuotas, type QuotaCatalogue } from '../services/servicequotas';

/** Service Quotas asks KMS for its numbers, without knowing it. */
export const quotaCatalogue: QuotaCatalogue = {
  services: [
    {
      code: 'kms',
      name: 'AWS Key Management Service (AWS KMS)',
      quotas: kmsQuotas(Object.keys(OPERATION_TPS)),
    },
  ],
  published: ({ quota }, region) => publishedQuota(quota, region),
};

/** By what name Service Quotas knows a pool that can be raised. */
export function quotaCodeOf(pool: string): string | undefined {
  const [kms] = quotaCatalogue.services;
  const entry = kms?.quotas.find(({ quota }) => quota === pool);
  return entry?.adjustable ? entry.quotaCode : undefined;
}
