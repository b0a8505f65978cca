import { type AnyOperation, define, shape } from '../../../aws';
import { history } from '../history';
import type { QuotaCatalogue } from '../ports';
import { level, pageInput, quotaCode, requestedQuota, serviceCode, status } from '../rules/shapes';

export function listRequestedServiceQuotaChangeHistoryByQuota(catalogue: QuotaCatalogue): AnyOperation {
  return define({
    service: 'servicequotas',
    name: 'ListRequestedServiceQuotaChangeHistoryByQuota',
    about: "Lists this account's requests to raise one quota in this Region, newest first.",
    input: shape.structure(
      {
        ServiceCode: serviceCode,
        QuotaCode: quotaCode,
        Status: status,
        ...pageInput,
        QuotaRequestedAtLevel: level,
      },
      ['ServiceCode', 'QuotaCode'],
    ),
    output: shape.structure({ NextToken: shape.string(), RequestedQuotas: shape.list(requestedQuota) }),
    readOnly: true,
    permissions: () => [
      { action: 'servicequotas:ListRequestedServiceQuotaChangeHistoryByQuota', resource: '*' },
    ],
    handle: (call) => history(catalogue, call),
  });
}
