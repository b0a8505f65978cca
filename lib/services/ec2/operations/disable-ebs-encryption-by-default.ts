import { define, shape } from '../../../aws';
import { permission } from '../finding';
import { ebsDefaultOf, ebsDefaults } from '../records/ebs-default';
import { denied } from '../rules/errors';

/** Changes nothing about what is there already. fact: services 4 (per account and Region) */
export const disableEbsEncryptionByDefault = define({
  service: 'ec2',
  name: 'DisableEbsEncryptionByDefault',
  about: 'Leaves new volumes in the clear again unless they ask for encryption.',
  input: shape.structure({}),
  output: shape.structure({ EbsEncryptionByDefault: shape.boolean() }),
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'DisableEbsEncryptionByDefault')],
  responseElements: (output) => ({ ...output }),
  handle: ({ world, principal, region }) => {
    world.put(ebsDefaults, { ...ebsDefaultOf(world, principal.account, region), encrypted: false });
    return { EbsEncryptionByDefault: false };
  },
});
