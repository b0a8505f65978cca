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
