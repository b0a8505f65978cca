import { type AnyOperation, define, isRefusal, shape } from '../../../aws';
import { describeQuota, serviceOf } from '../finding';
import type { QuotaCatalogue } from '../ports';
import { pageOf } from '../rules/pages';
import { pageInput, serviceCode, serviceQuota } from '../rules/shapes';

export function listAwsDefaultServiceQuotas(catalogue: QuotaCatalogue): AnyOperation {
  return define({
    service: 'servicequotas',
    name: 'ListAWSDefaultServiceQuotas',
    about: "Lists a service's quotas with the values that AWS publishes.",
    input: shape.structure({ ServiceCode: serviceCode, ...pageInput }, ['ServiceCode']),
    output: shape.structure({ NextToken: shape.string(), Quotas: shape.list(serviceQuota) }),
    readOnly: true,
    permissions: () => [{ action: 'servicequotas:ListAWSDefaultServiceQuotas', resource: '*' }],
    handle: (call) => {
      const service = serviceOf(catalogue, call.input.ServiceCode);
      if (isRefusal(service)) return service;
      const page = pageOf(service.quotas, call.input);
      if (isRefusal(page)) return page;
      const Quotas = page.items.map((entry) =>
        describeQuota(call.region, '', { service, entry }, catalogue.published(entry, call.region)),
      );
      return { NextToken: page.next, Quotas };
    },
  });
}
