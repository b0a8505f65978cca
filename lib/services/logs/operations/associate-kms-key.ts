import { define, isRefusal, shape } from '../../../aws';
import { groupOf, groupPermission } from '../finding';
import { usableKey } from '../kms';
import { groups } from '../records/group';
import { groupIdentifier, groupName, keyId } from '../rules/shapes';

/** New data is encrypted under the key; old data stays as it is. fact: services 7. refuses: as CreateLogGroup */
export const associateKmsKey = define({
  service: 'logs',
  name: 'AssociateKmsKey',
  about: 'Encrypts what comes into a log group from now on under a KMS key.',
  input: shape.structure({ logGroupName: groupName, kmsKeyId: keyId, resourceIdentifier: groupIdentifier }, [
    'kmsKeyId',
  ]),
  readOnly: false,
  permissions: (call) => [groupPermission(call, 'AssociateKmsKey', named(call.input))],
  handle: (call) => {
    const group = groupOf(call, named(call.input));
    if (isRefusal(group)) return group;
    const keyArn = usableKey(call, group, call.input.kmsKeyId);
    if (isRefusal(keyArn)) return keyArn;
    call.world.put(groups, { ...group, keyArn });
    return {};
  },
});

function named({
  logGroupName,
  resourceIdentifier,
}: {
  logGroupName?: string;
  resourceIdentifier?: string;
}): string {
  return logGroupName ?? resourceIdentifier ?? '';
}
