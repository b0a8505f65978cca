import { define, shape } from '../../../aws';
import { permission } from '../finding';
import { EBS_MANAGED_KEY, ebsDefaultOf } from '../records/ebs-default';
import { denied } from '../rules/errors';

export const getEbsDefaultKmsKeyId = define({
  service: 'ec2',
  name: 'GetEbsDefaultKmsKeyId',
  about: 'Tells which KMS key encrypts volumes that name none.',
  input: shape.structure({}),
  output: shape.structure({ KmsKeyId: shape.string() }),
  readOnly: true,
  denied,
  permissions: (call) => [permission(call, 'GetEbsDefaultKmsKeyId')],
  handle: ({ world, principal, region }) => ({
    KmsKeyId: ebsDefaultOf(world, principal.account, region).keyId ?? EBS_MANAGED_KEY,
  }),
});
