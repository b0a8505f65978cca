import { type Call, isRefusal, type Refusal } from '../../aws';
import { needs } from '../../base';
import { type PageRequest, pageOf } from '../paging';
import { type GrantRecord, grants } from '../records/grant';

/** A grant as lists show it: its tokens stay with whoever made it. fact: kms-engine 14.4 */
function entryOf(grant: GrantRecord) {
  return {
    KeyId: grant.keyArn,
    GrantId: grant.grantId,
    Name: grant.name,
    CreationDate: grant.createdAtMs,
    GranteePrincipal: grant.granteePrincipal,
    RetiringPrincipal: grant.retiringPrincipal,
    IssuingAccount: `arn:aws:iam::${grant.issuingAccount}:root`,
    Operations: grant.operations,
    Constraints: grant.constraints,
    GranteeServicePrincipal: grant.granteeServicePrincipal,
    RetiringServicePrincipal: grant.retiringServicePrincipal,
  };
}

const DEFAULT_LIMIT = 50;

/** One page of the grants with these ids. */
export function grantPage(
  call: Pick<Call, 'world'>,
  ids: readonly string[],
  request: PageRequest,
  list: string,
) {
  const page = pageOf(ids, request, DEFAULT_LIMIT, list);
  if (isRefusal(page)) return page satisfies Refusal;
  const table = call.world.table(grants);
  const Grants = page.ids.map((id) => {
    const grant = table.get(id);
    needs(grant, `the page lists the grant ${id}`);
    return entryOf(grant);
  });
  return { Grants, ...page.rest };
}
