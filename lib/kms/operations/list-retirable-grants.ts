import { parseArn, refuse, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { grantPage } from '../grants/grant-list';
import { grants } from '../records/grant';
import { validation } from '../rules/errors';
import { grantListEntry, limitTo, marker, principalId, servicePrincipal } from '../rules/shapes';

/**
 * Lists the grants, on keys of any account in this Region, that a principal of the caller's account may retire.
 * refuses: Validation, InvalidArn, InvalidMarker. fact: kms-engine 1.6. assumed: the texts
 */
export const listRetirableGrants = declare({
  name: 'ListRetirableGrants',
  about: 'Lists the grants that a principal of your account may retire.',
  input: shape.structure({
    Limit: limitTo(100),
    Marker: marker,
    RetiringPrincipal: principalId,
    RetiringServicePrincipal: servicePrincipal,
  }),
  output: shape.structure({
    Grants: shape.list(grantListEntry),
    NextMarker: shape.string(),
    Truncated: shape.boolean(),
  }),
  readOnly: true,
  keys: {},
  validate: ({ RetiringPrincipal, RetiringServicePrincipal }) =>
    (RetiringPrincipal === undefined) === (RetiringServicePrincipal === undefined)
      ? validation('Exactly one of RetiringPrincipal and RetiringServicePrincipal must be specified.')
      : undefined,
  handle: ({ input, call }) => {
    const retiring = input.RetiringPrincipal ?? input.RetiringServicePrincipal ?? '';
    const owner = parseArn(retiring)?.account;
    if (input.RetiringPrincipal !== undefined && owner !== call.principal.account) {
      return refuse(
        'InvalidArnException',
        `The retiring principal must be in the account ${call.principal.account}.`,
      );
    }
    const isHere = (id: string) => parseArn(id)?.region === call.region;
    const ids = call.world.table(grants).idsBy('retiring', retiring).filter(isHere);
    return grantPage(call, ids, input, `ListRetirableGrants ${retiring}`);
  },
});
