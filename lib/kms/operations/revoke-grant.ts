import { isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { findGrant } from '../grants/find-grant';
import { grants } from '../records/grant';
import { forAwsResource } from '../rules/condition-keys';
import { grantId, keyId } from '../rules/shapes';

/** Deletes a grant, by the key's administrator. refuses: InvalidGrantId, NotFound. fact: kms-engine 1.6, 10.2 */
export const revokeGrant = declare({
  name: 'RevokeGrant',
  about: 'Deletes a grant: for those who administer the key.',
  input: shape.structure({ KeyId: keyId, GrantId: grantId, DryRun: shape.boolean() }, ['KeyId', 'GrantId']),
  readOnly: false,
  crossAccount: true,
  keys: {
    key: {
      member: 'KeyId',
      accepts: 'key',
      conditions: (_input, call) => forAwsResource(call),
    },
  },
  handle: ({ input, call, keys: { key } }) => {
    const grant = findGrant(call.world, key.arn, input.GrantId);
    if (isRefusal(grant)) return grant;
    call.world.delete(grants, grants.id(grant));
    return undefined;
  },
});
