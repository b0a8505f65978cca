import { type AnyOperation, define, isRefusal, shape } from '../../../aws';
import { describeQuota, findQuota, quotaPermission } from '../finding';
import type { QuotaCatalogue } from '../ports';
import { quotaCode, serviceCode, serviceQuota } from '../rules/shapes';

export function getAwsDefaultServiceQuota(catalogue: QuotaCatalogue): AnyOperation {
  return define({
    service: 'servicequotas',
    name: 'GetAWSDefaultServiceQuota',
    about: 'Shows the value of a quota as AWS publishes it, whatever this account was granted.',
    input: shape.structure({ ServiceCode: serviceCode, QuotaCode: quotaCode }, ['ServiceCode', 'QuotaCode']),
    output: shape.structure({ Quota: serviceQuota }),
    readOnly: true,
    permissions: (call) => [quotaPermission(call, 'GetAWSDefaultServiceQuota')],
    handle: (call) => {
      const found = findQuota(catalogue, call.input);
      if (isRefusal(found)) return found;
      return { Quota: describeQuota(call.region, '', found, catalogue.published(found.entry, call.region)) };
    },
  });
}
