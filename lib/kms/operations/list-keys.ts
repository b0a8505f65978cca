import { isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { pageOf } from '../paging';
import { keys, ownerOf } from '../records/key';
import { limitTo, marker } from '../rules/shapes';

const DEFAULT_LIMIT = 100;

/**
 * Lists every KMS key of this account and Region, whatever its state and whoever manages it.
 * refuses: InvalidMarker. fact: kms-engine 1.6. assumed: the order, which AWS does not promise
 */
export const listKeys = declare({
  name: 'ListKeys',
  about: 'Lists all KMS keys in this account and Region.',
  input: shape.structure({ Limit: limitTo(1000), Marker: marker }),
  output: shape.structure({
    Keys: shape.list(shape.structure({ KeyId: shape.string(), KeyArn: shape.string() })),
    NextMarker: shape.string(),
    Truncated: shape.boolean(),
  }),
  readOnly: true,
  keys: {},
  handle: ({ input, call }) => {
    const table = call.world.table(keys);
    const owned = table.idsBy('owner', ownerOf(call.principal.account, call.region));
    const page = pageOf(owned, input, DEFAULT_LIMIT, 'ListKeys');
    if (isRefusal(page)) return page;
    return { Keys: page.ids.map((arn) => ({ KeyId: keyIdOf(arn), KeyArn: arn })), ...page.rest };
  },
});

function keyIdOf(arn: string): string {
  return arn.slice(arn.indexOf('/') + 1);
}
