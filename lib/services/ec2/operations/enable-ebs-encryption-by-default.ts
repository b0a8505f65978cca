import { define, shape } from '../../../aws';
import { permission } from '../finding';
import { ebsDefaultOf, ebsDefaults } from '../records/ebs-default';
import { denied } from '../rules/errors';

/** Changes nothing about what is there already. fact: services 4 (per account and Region) */
export const enableEbsEncryptionByDefault = define({
  service: 'ec2',
  name: 'EnableEbsEncryptionByDefault',
  about: 'Encrypts new volumes and snapshot copies of this account and Region from now on.',
  input: shape.structure({}),
  output: shape.structure({ EbsEncryptionByDefault: shape.boolean() }),
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'EnableEbsEncryptionByDefault')],
  responseElements: (output) => ({ ...output }),
  handle: ({ world, principal, region }) => {
    world.put(ebsDefaults, { ...ebsDefaultOf(world, principal.account, region), encrypted: true });
    return { EbsEncryptionByDefault: true };
  },
});
