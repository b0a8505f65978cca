import { isRefusal, shape } from '../../aws';
import { byCodeUnit } from '../../base';
import { declare } from '../declaring/declare';
import { pageOf } from '../paging';
import { keyId, limitTo, marker, tags } from '../rules/shapes';

const DEFAULT_LIMIT = 50;

/** Lists the tags of a key by name. refuses: InvalidMarker. fact: kms-engine 1.6. assumed: the order */
export const listResourceTags = declare({
  name: 'ListResourceTags',
  about: 'Lists the tags of a KMS key.',
  input: shape.structure({ KeyId: keyId, Limit: limitTo(50), Marker: marker }, ['KeyId']),
  output: shape.structure({ Tags: tags, NextMarker: shape.string(), Truncated: shape.boolean() }),
  readOnly: true,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  handle: ({ input, keys: { key } }) => {
    const names = key.tags.map((tag) => tag.TagKey).sort(byCodeUnit);
    const page = pageOf(names, input, DEFAULT_LIMIT, `ListResourceTags ${key.arn}`);
    if (isRefusal(page)) return page;
    return {
      Tags: page.ids.flatMap((name) => key.tags.find((tag) => tag.TagKey === name) ?? []),
      ...page.rest,
    };
  },
});
