import { define, shape } from '../../../aws';
import { permission } from '../finding';
import { ebsDefaultOf } from '../records/ebs-default';
import { denied } from '../rules/errors';

export const getEbsEncryptionByDefault = define({
  service: 'ec2',
  name: 'GetEbsEncryptionByDefault',
  about: 'Tells whether new volumes of this account and Region are encrypted by default.',
  input: shape.structure({}),
  output: shape.structure({ EbsEncryptionByDefault: shape.boolean() }),
  readOnly: true,
  denied,
  permissions: (call) => [permission(call, 'GetEbsEncryptionByDefault')],
  handle: ({ world, principal, region }) => ({
    EbsEncryptionByDefault: ebsDefaultOf(world, principal.account, region).encrypted,
  }),
});
