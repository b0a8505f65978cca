import { type AnyOperation, define, isRefusal, shape } from '../../../aws';
import { appliedValue, describeQuota, findQuota, quotaPermission } from '../finding';
import type { QuotaCatalogue } from '../ports';
import { quotaCode, serviceCode, serviceQuota } from '../rules/shapes';

/** The value in force. differs: AWS refuses where nothing but the default applies to some quotas */
export function getServiceQuota(catalogue: QuotaCatalogue): AnyOperation {
  return define({
    service: 'servicequotas',
    name: 'GetServiceQuota',
    about: 'Shows the value of a quota that applies to this account in this Region.',
    input: shape.structure({ ServiceCode: serviceCode, QuotaCode: quotaCode, ContextId: shape.string() }, [
      'ServiceCode',
      'QuotaCode',
    ]),
    output: shape.structure({ Quota: serviceQuota }),
    readOnly: true,
    permissions: (call) => [quotaPermission(call, 'GetServiceQuota')],
    handle: (call) => {
      const found = findQuota(catalogue, call.input);
      if (isRefusal(found)) return found;
      const value = appliedValue(catalogue, call, found.entry);
      return { Quota: describeQuota(call.region, call.principal.account, found, value) };
    },
  });
}
