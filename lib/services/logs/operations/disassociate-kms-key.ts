import { define, isRefusal, shape } from '../../../aws';
import { groupOf, groupPermission } from '../finding';
import { groups } from '../records/group';
import { groupIdentifier, groupName } from '../rules/shapes';

/** Old data still needs the key. fact: services 7. refuses: ResourceNotFound */
export const disassociateKmsKey = define({
  service: 'logs',
  name: 'DisassociateKmsKey',
  about: 'Encrypts what comes into a log group from now on under no KMS key of yours.',
  input: shape.structure({ logGroupName: groupName, resourceIdentifier: groupIdentifier }),
  readOnly: false,
  permissions: (call) => [
    groupPermission(
      call,
      'DisassociateKmsKey',
      call.input.logGroupName ?? call.input.resourceIdentifier ?? '',
    ),
  ],
  handle: (call) => {
    const group = groupOf(call, call.input.logGroupName ?? call.input.resourceIdentifier ?? '');
    if (isRefusal(group)) return group;
    call.world.put(groups, { ...group, keyArn: undefined });
    return {};
  },
});
