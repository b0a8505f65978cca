import { type AnyOperation, define, isRefusal, shape } from '../../../aws';
import { appliedValue, describeQuota, serviceOf } from '../finding';
import type { QuotaCatalogue } from '../ports';
import { pageOf } from '../rules/pages';
import { level, pageInput, quotaCode, serviceCode, serviceQuota } from '../rules/shapes';

export function listServiceQuotas(catalogue: QuotaCatalogue): AnyOperation {
  return define({
    service: 'servicequotas',
    name: 'ListServiceQuotas',
    about: "Lists a service's quotas with the values that apply to this account in this Region.",
    input: shape.structure(
      { ServiceCode: serviceCode, ...pageInput, QuotaCode: quotaCode, QuotaAppliedAtLevel: level },
      ['ServiceCode'],
    ),
    output: shape.structure({ NextToken: shape.string(), Quotas: shape.list(serviceQuota) }),
    readOnly: true,
    permissions: () => [{ action: 'servicequotas:ListServiceQuotas', resource: '*' }],
    handle: (call) => {
      const service = serviceOf(catalogue, call.input.ServiceCode);
      if (isRefusal(service)) return service;
      const page = pageOf(
        service.quotas.filter(({ quotaCode: code }) => (call.input.QuotaCode ?? code) === code),
        call.input,
      );
      if (isRefusal(page)) return page;
      const Quotas = page.items.map((entry) =>
        describeQuota(
          call.region,
          call.principal.account,
          { service, entry },
          appliedValue(catalogue, call, entry),
        ),
      );
      return { NextToken: page.next, Quotas };
    },
  });
}
