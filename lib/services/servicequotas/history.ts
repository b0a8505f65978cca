import { type Call, isRefusal } from '../../aws';
import { byCodeUnit } from '../../base';
import { describeRequest } from './finding';
import type { QuotaCatalogue } from './ports';
import { ownerOf, type QuotaRequest, quotaRequests } from './records/quota-request';
import { pageOf } from './rules/pages';

interface HistoryInput {
  readonly ServiceCode?: string;
  readonly QuotaCode?: string;
  readonly Status?: string;
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

/** The account's requests in this Region that fit the filter, newest first. */
export function history(catalogue: QuotaCatalogue, call: Call<HistoryInput>) {
  const { ServiceCode, QuotaCode, Status } = call.input;
  const fits = (request: QuotaRequest) =>
    (ServiceCode ?? request.serviceCode) === request.serviceCode &&
    (QuotaCode ?? request.quotaCode) === request.quotaCode &&
    (Status ?? request.status) === request.status;
  const own = call.world.table(quotaRequests).by('owner', ownerOf(call.principal.account, call.region));
  const page = pageOf(
    own.filter(fits).sort((a, b) => b.createdAtMs - a.createdAtMs || byCodeUnit(a.id, b.id)),
    call.input,
  );
  if (isRefusal(page)) return page;
  return {
    NextToken: page.next,
    RequestedQuotas: page.items.map((request) => describeRequest(catalogue, request)),
  };
}
