import { isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import { pageOf } from '../paging';
import { DEFAULT_POLICY_NAME } from '../rules/policy-names';
import { keyId, limitTo, marker } from '../rules/shapes';

const DEFAULT_LIMIT = 100;

/** Lists the names of a key's policies, of which there is one. refuses: InvalidMarker. fact: kms-engine 1.6 */
export const listKeyPolicies = declare({
  name: 'ListKeyPolicies',
  about: 'Lists the names of the key policies of a KMS key.',
  input: shape.structure({ KeyId: keyId, Limit: limitTo(1000), Marker: marker }, ['KeyId']),
  output: shape.structure({
    PolicyNames: shape.list(shape.string()),
    NextMarker: shape.string(),
    Truncated: shape.boolean(),
  }),
  readOnly: true,
  keys: { key: { member: 'KeyId', accepts: 'key' } },
  handle: ({ input, keys: { key } }) => {
    const page = pageOf([DEFAULT_POLICY_NAME], input, DEFAULT_LIMIT, `ListKeyPolicies ${key.arn}`);
    return isRefusal(page) ? page : { PolicyNames: page.ids, ...page.rest };
  },
});
