import { define, isRefusal, shape } from '../../../aws';
import { groupArnOf, groupPermission } from '../finding';
import { usableKey } from '../kms';
import { groups } from '../records/group';
import { exists } from '../rules/errors';
import { groupName, keyId } from '../rules/shapes';

/** refuses: ResourceAlreadyExists, InvalidParameter (no such key), AccessDenied (the key policy). fact: services 7 */
export const createLogGroup = define({
  service: 'logs',
  name: 'CreateLogGroup',
  about: 'Creates a log group, encrypted under a KMS key if one is named.',
  input: shape.structure({ logGroupName: groupName, kmsKeyId: keyId, tags: shape.map(shape.string()) }, [
    'logGroupName',
  ]),
  readOnly: false,
  permissions: (call) => [groupPermission(call, 'CreateLogGroup', call.input.logGroupName)],
  handle: (call) => {
    const { logGroupName: name, kmsKeyId } = call.input;
    const arn = groupArnOf(call, name);
    if (call.world.table(groups).get(arn)) return exists('group');
    const keyArn = kmsKeyId === undefined ? undefined : usableKey(call, { arn, name }, kmsKeyId);
    if (isRefusal(keyArn)) return keyArn;
    const { account } = call.principal;
    call.world.put(groups, { arn, name, account, region: call.region, createdAtMs: call.nowMs, keyArn });
    return {};
  },
});
