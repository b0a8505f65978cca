import { type AnyOperation, define, shape } from '../../../aws';
import { history } from '../history';
import type { QuotaCatalogue } from '../ports';
import { level, pageInput, requestedQuota, serviceCode, status } from '../rules/shapes';

export function listRequestedServiceQuotaChangeHistory(catalogue: QuotaCatalogue): AnyOperation {
  return define({
    service: 'servicequotas',
    name: 'ListRequestedServiceQuotaChangeHistory',
    about: "Lists this account's requests to raise quotas in this Region, newest first.",
    input: shape.structure(
      { ServiceCode: serviceCode, Status: status, ...pageInput, QuotaRequestedAtLevel: level },
      [],
    ),
    output: shape.structure({ NextToken: shape.string(), RequestedQuotas: shape.list(requestedQuota) }),
    readOnly: true,
    permissions: () => [{ action: 'servicequotas:ListRequestedServiceQuotaChangeHistory', resource: '*' }],
    handle: (call) => history(catalogue, call),
  });
}
