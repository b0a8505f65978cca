import { shape } from '../../aws';
import { declare } from '../declaring/declare';
import { metadataOf } from '../keys/metadata';
import { grantTokens, keyId, keyMetadata } from '../rules/shapes';

/** Shows a KMS key's properties, in every state. fact: kms-engine 1.6, 14.2 */
export const describeKey = declare({
  name: 'DescribeKey',
  about: 'Shows the properties of a KMS key.',
  input: shape.structure({ KeyId: keyId, GrantTokens: grantTokens }, ['KeyId']),
  output: shape.structure({ KeyMetadata: keyMetadata }),
  readOnly: true,
  crossAccount: true,
  keys: { key: { member: 'KeyId', accepts: 'any', grant: 'DescribeKey' } },
  handle: ({ call, keys: { key } }) => ({ KeyMetadata: metadataOf(call.world, key) }),
});
