import type { AwsWorld } from '../../aws';
import { purposeOf, seededBytes } from '../../base';
import { grantedQuotas } from '../../pipeline';
import { type QuotaRequest, quotaRequests } from './records/quota-request';
import { CASE_MS } from './rules/timing';

/** Requests to raise a quota are decided on the lab's clock. */
export const dueHandlers: Readonly<Record<string, (world: AwsWorld, record: object) => void>> = {
  [quotaRequests.name]: (world, record) => settle(world, record as QuotaRequest),
};

function settle(world: AwsWorld, request: QuotaRequest): void {
  const updated = { ...request, updatedAtMs: world.nowMs };
  if (request.needsCase && request.status === 'PENDING') {
    const caseId = caseIdOf(world, request);
    world.put(quotaRequests, {
      ...updated,
      status: 'CASE_OPENED',
      caseId,
      nextAtMs: world.nowMs + CASE_MS,
    });
    return;
  }
  const { account, region, quota, desired } = request;
  world.put(quotaRequests, { ...updated, status: 'APPROVED', nextAtMs: undefined });
  world.put(grantedQuotas, { account, region, quota, value: desired });
}

/** Ten digits, as support cases have them. */
function caseIdOf(world: AwsWorld, { id }: QuotaRequest): string {
  const bytes = seededBytes(world.seed, purposeOf('support-case', id), 10);
  return Array.from(bytes, (byte) => byte % 10).join('');
}
