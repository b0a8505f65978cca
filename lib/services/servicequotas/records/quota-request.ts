import type { TableDefinition } from '../../../world';

type RequestStatus = 'PENDING' | 'CASE_OPENED' | 'APPROVED';

/** A request to raise a quota, and what has become of it. */
export interface QuotaRequest {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly serviceCode: string;
  readonly quotaCode: string;
  /** The name under which the quota is granted. */
  readonly quota: string;
  readonly desired: number;
  readonly status: RequestStatus;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** JSON text of who asked, as AWS shows it. */
  readonly requester: string;
  readonly caseId?: string | undefined;
  /** When the status changes next; absent once it is settled. */
  readonly nextAtMs?: number | undefined;
  /** More than AWS grants without a look: it passes through a support case. */
  readonly needsCase: boolean;
}

export const quotaRequests: TableDefinition<QuotaRequest> = {
  name: 'quota-requests',
  id: (request) => request.id,
  indexes: { owner: (request) => ownerOf(request.account, request.region) },
  dueAtMs: (request) => request.nextAtMs,
};

export function ownerOf(account: string, region: string): string {
  return `${account}/${region}`;
}
