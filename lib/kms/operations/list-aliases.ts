import { type Call, isRefusal, regionalArn, shape } from '../../aws';
import { byCodeUnit } from '../../base';
import { declare } from '../declaring/declare';
import { PREDEFINED_ALIASES } from '../keys/managed-keys';
import { pageOf } from '../paging';
import { type AliasRecord, aliases } from '../records/alias';
import { ownerOf } from '../records/key';
import { keyId, limitTo, marker } from '../rules/shapes';

const DEFAULT_LIMIT = 50;

/**
 * Lists the aliases of this account and Region, or those of one key. A predefined alias whose key nobody has needed
 * yet is listed by its name alone.
 * refuses: InvalidMarker. fact: kms-engine 1.6, 10.3
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
    const ids = key ? table.idsBy('target', key.arn) : aliasesOf(call);
    const page = pageOf(ids, input, DEFAULT_LIMIT, key ? `ListAliases ${key.arn}` : 'ListAliases');
    if (isRefusal(page)) return page;
    return { Aliases: page.ids.map((arn) => entryOf(arn, table.get(arn))), ...page.rest };
  },
});

/** ARNs of all aliases of the caller's account and Region, in code unit order. */
function aliasesOf({ world, region, principal: { account } }: Pick<Call, 'world' | 'region' | 'principal'>) {
  const table = world.table(aliases);
  const made = table.idsBy('owner', ownerOf(account, region));
  const predefined = PREDEFINED_ALIASES.map((name) => regionalArn('kms', region, account, name));
  return [...made, ...predefined.filter((arn) => !table.get(arn))].sort(byCodeUnit);
}

function entryOf(arn: string, alias: AliasRecord | undefined) {
  return {
    AliasName: arn.slice(arn.indexOf('alias/')),
    AliasArn: arn,
    TargetKeyId: alias?.targetArn.slice(alias.targetArn.indexOf('/') + 1),
    CreationDate: alias?.createdAtMs,
    LastUpdatedDate: alias?.updatedAtMs,
  };
}
