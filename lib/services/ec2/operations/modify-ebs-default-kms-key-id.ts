import { define, isRefusal, refuse, shape } from '../../../aws';
import { permission } from '../finding';
import { describeKey } from '../kms';
import { ebsDefaultOf, ebsDefaults } from '../records/ebs-default';
import { denied } from '../rules/errors';

/** refuses: InvalidKMSKey.NotFound. assumed: its name and text; KMS is asked for the key's description at once */
export const modifyEbsDefaultKmsKeyId = define({
  service: 'ec2',
  name: 'ModifyEbsDefaultKmsKeyId',
  about: 'Chooses the KMS key of volumes that name none.',
  input: shape.structure({ KmsKeyId: shape.string() }, ['KmsKeyId']),
  output: shape.structure({ KmsKeyId: shape.string() }),
  readOnly: false,
  denied,
  permissions: (call) => [permission(call, 'ModifyEbsDefaultKmsKeyId')],
  responseElements: (output) => ({ ...output }),
  handle: (call) => {
    const { world, principal, region, input } = call;
    const key = describeKey(call, input.KmsKeyId);
    if (isRefusal(key)) {
      return refuse(
        'InvalidKMSKey.NotFound',
        `The KMS key '${input.KmsKeyId}' cannot be used: ${key.message}`,
      );
    }
    world.put(ebsDefaults, { ...ebsDefaultOf(world, principal.account, region), keyId: key.arn });
    return { KmsKeyId: key.arn };
  },
});
