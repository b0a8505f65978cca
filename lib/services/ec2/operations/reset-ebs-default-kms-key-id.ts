import { define, shape } from '../../../aws';
import { permission } from '../finding';
import { EBS_MANAGED_KEY, ebsDefaultOf, ebsDefaults } from '../records/ebs-default';
import { denied } from '../rules/errors';

export const resetEbsDefaultKmsKeyId = define({
  service: 'ec2',
  name: 'ResetEbsDefaultKmsKeyId',
  about: 'Makes aws/ebs the key of volumes that name none again.',
  input: shape.structure({}),
  output: shape.structure({ KmsKeyId: shape.string() }),
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'ResetEbsDefaultKmsKeyId')],
  responseElements: (output) => ({ ...output }),
  handle: ({ world, principal, region }) => {
    world.put(ebsDefaults, { ...ebsDefaultOf(world, principal.account, region), keyId: undefined });
    return { KmsKeyId: EBS_MANAGED_KEY };
  },
});
