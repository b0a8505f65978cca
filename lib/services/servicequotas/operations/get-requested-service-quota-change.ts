import { type AnyOperation, define, shape } from '../../../aws';
import { describeRequest } from '../finding';
import type { QuotaCatalogue } from '../ports';
import { quotaRequests } from '../records/quota-request';
import { noSuchRequest } from '../rules/errors';
import { requestedQuota, requestId } from '../rules/shapes';

export function getRequestedServiceQuotaChange(catalogue: QuotaCatalogue): AnyOperation {
  return define({
    service: 'servicequotas',
    name: 'GetRequestedServiceQuotaChange',
    about: 'Shows how a request to raise a quota stands.',
    input: shape.structure({ RequestId: requestId }, ['RequestId']),
    output: shape.structure({ RequestedQuota: requestedQuota }),
    readOnly: true,
    permissions: () => [{ action: 'servicequotas:GetRequestedServiceQuotaChange', resource: '*' }],
    handle: ({ input: { RequestId }, principal, region, world }) => {
      const request = world.table(quotaRequests).get(RequestId);
      const isOwn = request?.account === principal.account && request.region === region;
      return request && isOwn
        ? { RequestedQuota: describeRequest(catalogue, request) }
        : noSuchRequest(RequestId);
    },
  });
}
