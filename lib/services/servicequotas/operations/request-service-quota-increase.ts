import { type AnyOperation, type Call, define, isRefusal, type Refusal, shape } from '../../../aws';
import { bytesToHex } from '../../../base';
import { appliedValue, describeRequest, type Found, findQuota, quotaPermission } from '../finding';
import type { QuotaCatalogue } from '../ports';
import { ownerOf, type QuotaRequest, quotaRequests } from '../records/quota-request';
import { alreadyRequested, notAdjustable, notGreater } from '../rules/errors';
import { quotaCode, requestedQuota, serviceCode } from '../rules/shapes';
import { GRANTED_AT_ONCE_FACTOR, PENDING_MS } from '../rules/timing';

/**
 * Asks for more. The quota changes when the request is approved, not before.
 * refuses: NoSuchResource, IllegalArgument (not adjustable, not greater), ResourceAlreadyExists
 */
export function requestServiceQuotaIncrease(catalogue: QuotaCatalogue): AnyOperation {
  return define({
    service: 'servicequotas',
    name: 'RequestServiceQuotaIncrease',
    about: 'Asks AWS to raise a quota of this account in this Region.',
    input: shape.structure(
      {
        ServiceCode: serviceCode,
        QuotaCode: quotaCode,
        DesiredValue: shape.double({ min: 0, max: 10_000_000_000 }),
        ContextId: shape.string(),
        SupportCaseAllowed: shape.boolean(),
      },
      ['ServiceCode', 'QuotaCode', 'DesiredValue'],
    ),
    output: shape.structure({ RequestedQuota: requestedQuota }),
    readOnly: false,
    permissions: (call) => [quotaPermission(call, 'RequestServiceQuotaIncrease')],
    responseElements: (output) => output,
    handle: (call) => {
      const found = findQuota(catalogue, call.input);
      if (isRefusal(found)) return found;
      const value = appliedValue(catalogue, call, found.entry);
      const refusal = refuseRequest(call, found, value, call.input.DesiredValue);
      if (refusal) return refusal;
      const request = newRequest(call, found, value, call.input.DesiredValue);
      return { RequestedQuota: describeRequest(catalogue, call.world.put(quotaRequests, request)) };
    },
  });
}

function refuseRequest(
  call: Call<object>,
  { entry }: Found,
  value: number,
  desired: number,
): Refusal | undefined {
  if (!entry.adjustable) return notAdjustable();
  if (desired <= value) return notGreater();
  const made = call.world.table(quotaRequests).by('owner', ownerOf(call.principal.account, call.region));
  const isOpen = made.some(({ quota, nextAtMs }) => quota === entry.quota && nextAtMs !== undefined);
  return isOpen ? alreadyRequested() : undefined;
}

function newRequest(call: Call<object>, found: Found, value: number, desired: number): QuotaRequest {
  const { nowMs, principal, region } = call;
  const { entry, service } = found;
  return {
    id: bytesToHex(call.random('quota-request', 20)),
    account: principal.account,
    region,
    serviceCode: service.code,
    quotaCode: entry.quotaCode,
    quota: entry.quota,
    desired,
    status: 'PENDING',
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    requester: JSON.stringify({ accountId: principal.account, callerArn: principal.arn }),
    nextAtMs: nowMs + PENDING_MS,
    needsCase: desired > GRANTED_AT_ONCE_FACTOR * value,
  };
}
