import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { refuseGrantId } from '../grants/find-grant';
import { grantPage } from '../grants/grant-list';
import { type GrantRecord, granteeOf, grants } from '../records/grant';
import { forAwsResource } from '../rules/condition-keys';
import { validation } from '../rules/errors';
import {
  grantId,
  grantListEntry,
  keyId,
  limitTo,
  marker,
  principalId,
  servicePrincipal,
} from '../rules/shapes';

/**
 * Lists the grants of a key, all or by grant id or grantee.
 * refuses: InvalidGrantId, InvalidMarker. fact: kms-engine 1.6
 */
export const listGrants = declare({
  name: 'ListGrants',
  about: 'Lists the grants of a KMS key.',
  input: shape.structure(
    {
      Limit: limitTo(100),
      Marker: marker,
      KeyId: keyId,
      GrantId: grantId,
      GranteePrincipal: principalId,
      GranteeServicePrincipal: servicePrincipal,
    },
    ['KeyId'],
  ),
  output: shape.structure({
    Grants: shape.list(grantListEntry),
    NextMarker: shape.string(),
    Truncated: shape.boolean(),
  }),
  readOnly: true,
  crossAccount: true,
  keys: {
    key: { member: 'KeyId', accepts: 'key', conditions: (_input, call) => forAwsResource(call) },
  },
  validate: (input) =>
    input.GranteePrincipal !== undefined && input.GranteeServicePrincipal !== undefined
      ? validation('Only one of GranteePrincipal and GranteeServicePrincipal can be specified.')
      : undefined,
  handle: ({ input, call, keys: { key } }) => {
    const invalid = input.GrantId === undefined ? undefined : refuseGrantId(input.GrantId);
    if (invalid) return invalid;
    const grantee = input.GranteePrincipal ?? input.GranteeServicePrincipal;
    const table = call.world.table(grants);
    const ids =
      grantee === undefined
        ? table.idsBy('key', key.arn)
        : table.idsBy('grantee', granteeOf(key.arn, grantee));
    const isAsked = (grant: GrantRecord | undefined) => grant?.grantId === input.GrantId;
    const wanted = input.GrantId === undefined ? ids : ids.filter((id) => isAsked(table.get(id)));
    return grantPage(call, wanted, input, `ListGrants ${key.arn}`);
  },
});
