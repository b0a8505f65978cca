import { shape } from '../../../aws';
import { iamArn, nameOf } from '../records/holder';
import { policies } from '../records/policy';
import { alreadyExists, quotaExceeded } from '../rules/errors';
import { refuseManagedText } from '../rules/managed-policies';
import { freshId } from '../rules/new-holder';
import { iamOperation } from '../rules/operation';
import { QUOTAS } from '../rules/quotas';
import { policy, policyDocument, policyName, policyPath, tags } from '../rules/shapes';
import { refuseTags, requestTagConditions } from '../rules/tags';
import { policyView } from '../rules/views';

const input = shape.structure(
  {
    PolicyName: policyName,
    Path: policyPath,
    PolicyDocument: policyDocument,
    Description: shape.string({ max: 1000 }),
    Tags: tags,
  },
  ['PolicyName', 'PolicyDocument'],
);

/** refuses: EntityAlreadyExists, LimitExceeded, MalformedPolicyDocument, InvalidInput */
export const createPolicy = iamOperation({
  name: 'CreatePolicy',
  about: 'Creates a managed policy that can be attached to users, groups and roles.',
  input,
  output: shape.structure({ Policy: policy }),
  readOnly: false,
  permissions: (call) => {
    const { Path = '/', PolicyName, Tags } = call.input;
    const resource = iamArn(call.principal.account, `policy${Path}${PolicyName}`);
    const conditions = requestTagConditions(Tags);
    const actions = Tags?.length ? ['iam:CreatePolicy', 'iam:TagPolicy'] : ['iam:CreatePolicy'];
    return actions.map((action) => ({ action, resource, conditions }));
  },
  handle: (call) => {
    const { Path = '/', PolicyName, PolicyDocument, Description, Tags = [] } = call.input;
    const { account } = call.principal;
    const table = call.world.table(policies);
    if (table.countBy('name', nameOf(account, PolicyName)) > 0) {
      return alreadyExists(`A policy called ${PolicyName} already exists. Duplicate names are not allowed.`);
    }
    if (table.countBy('account', account) >= QUOTAS.policies) {
      return quotaExceeded('PoliciesPerAccount', QUOTAS.policies);
    }
    const refusal = refuseManagedText(PolicyDocument) ?? refuseTags(Tags);
    if (refusal) return refusal;
    const record = call.world.put(policies, {
      arn: iamArn(account, `policy${Path}${PolicyName}`),
      policyId: freshId(call, 'ANPA'),
      account,
      path: Path,
      name: PolicyName,
      description: Description,
      createdAtMs: call.nowMs,
      updatedAtMs: call.nowMs,
      versions: [{ id: 'v1', document: PolicyDocument, createdAtMs: call.nowMs }],
      defaultVersion: 'v1',
      lastVersion: 1,
      tags: Tags,
    });
    return { Policy: { ...policyView(call.world, account, record), Tags: Tags.length ? Tags : undefined } };
  },
});
