import { isRefusal, shape } from '../../aws';
import { declare } from '../declare';
import { pageOf } from '../paging';
import { type AliasRecord, aliases } from '../records/alias';
import { ownerOf } from '../records/key';
import { keyId, limitTo, marker } from '../rules/shapes';

const DEFAULT_LIMIT = 50;

/**
 * Lists the aliases of this account and Region, or those of one key.
 * refuses: InvalidMarker. fact: kms-engine 1.6. differs: names that AWS reserves for keys not yet made are left out
 */
export const listAliases = declare({
  name: 'ListAliases',
  about: 'Lists the aliases in this account and Region, or those of one KMS key.',
  input: shape.structure({ KeyId: keyId, Limit: limitTo(100), Marker: marker }),
  output: shape.structure({
    Aliases: shape.list(
      shape.structure({
        AliasName: shape.string(),
        AliasArn: shape.string(),
        TargetKeyId: shape.string(),
        CreationDate: shape.timestamp(),
        LastUpdatedDate: shape.timestamp(),
      }),
    ),
    NextMarker: shape.string(),
    Truncated: shape.boolean(),
  }),
  readOnly: true,
  keys: { key: { member: 'KeyId', accepts: 'key', unasked: true } },
  handle: ({ input, call, found: { key: named } }) => {
    const table = call.world.table(aliases);
    const { key } = named;
    const ids = key
      ? table.idsBy('target', key.arn)
      : table.idsBy('owner', ownerOf(call.principal.account, call.region));
    const page = pageOf(ids, input, DEFAULT_LIMIT, key ? `ListAliases ${key.arn}` : 'ListAliases');
    if (isRefusal(page)) return page;
    return { Aliases: page.ids.flatMap((arn) => table.get(arn) ?? []).map(entryOf), ...page.rest };
  },
});

function entryOf(alias: AliasRecord) {
  return {
    AliasName: alias.name,
    AliasArn: alias.arn,
    TargetKeyId: alias.targetArn.slice(alias.targetArn.indexOf('/') + 1),
    CreationDate: alias.createdAtMs,
    LastUpdatedDate: alias.updatedAtMs,
  };
}
