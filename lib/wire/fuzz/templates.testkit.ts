const TABLE = { TableName: 'orders' };
const KEY = { ...TABLE, Key: { id: { S: 'a' } } };
export const ALLOW =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}';
export const TRUST =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}';
const ROLE = { RoleName: 'app' };
const APP = 'arn:aws:iam::111122223333:role/app';
const USER = { UserName: 'ana' };
const GROUP = { GroupName: 'team' };
const OWN = { PolicyArn: 'arn:aws:iam::111122223333:policy/own' };
const INLINE = { PolicyName: 'inline' };
export const MANAGED = { PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' };

/** Requests that chance alone would hardly ever put together, by service and operation. They too are mutated. */
export const TEMPLATES: Readonly<Record<string, object>> = {
  'dynamodb:CreateTable': {
    ...TABLE,
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
    SSESpecification: { Enabled: true, SSEType: 'KMS' },
  },
  'dynamodb:PutItem': {
    ...TABLE,
    Item: { id: { S: 'a' }, n: { N: '1' }, m: { M: { l: { L: [{ BOOL: true }] } } }, b: { B: 'AAAA' } },
    ConditionExpression: 'attribute_not_exists(#i) OR n < :n',
    ExpressionAttributeNames: { '#i': 'id' },
    ExpressionAttributeValues: { ':n': { N: '5' } },
  },
  'dynamodb:GetItem': KEY,
  'dynamodb:DeleteItem': KEY,
  'dynamodb:UpdateItem': {
    ...KEY,
    UpdateExpression: 'SET n = if_not_exists(n, :z) + :o REMOVE m.l[0]',
    ExpressionAttributeValues: { ':z': { N: '0' }, ':o': { N: '1' } },
    ReturnValues: 'ALL_NEW',
  },
  'dynamodb:Query': {
    ...TABLE,
    KeyConditionExpression: 'id = :a',
    ExpressionAttributeValues: { ':a': { S: 'a' } },
  },
  'dynamodb:Scan': {
    ...TABLE,
    FilterExpression: 'attribute_exists(n) AND size(id) = :s',
    ExpressionAttributeValues: { ':s': { N: '1' } },
  },
  'dynamodb:DescribeTable': TABLE,
  'dynamodb:DeleteTable': TABLE,
  'organizations:EnablePolicyType': { RootId: 'r-lab0', PolicyType: 'RESOURCE_CONTROL_POLICY' },
  'organizations:CreatePolicy': {
    Name: 'p',
    Description: '',
    Type: 'SERVICE_CONTROL_POLICY',
    Content: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"kms:Sign","Resource":"*"}]}',
  },
  'iam:CreateRole': { RoleName: 'another', AssumeRolePolicyDocument: TRUST },
  'iam:SimulateCustomPolicy': { PolicyInputList: [ALLOW], ActionNames: ['kms:Decrypt'] },
  'iam:SimulatePrincipalPolicy': { PolicySourceArn: APP, ActionNames: ['kms:Decrypt'] },
  'iam:GetContextKeysForPrincipalPolicy': { PolicySourceArn: APP },
  'iam:GetContextKeysForCustomPolicy': { PolicyInputList: [ALLOW] },
  'iam:UpdateAssumeRolePolicy': { ...ROLE, PolicyDocument: TRUST },
  'iam:PutRolePolicy': { ...ROLE, PolicyName: 'inline', PolicyDocument: ALLOW },
  'iam:GetRolePolicy': { ...ROLE, PolicyName: 'inline' },
  'iam:DeleteRolePolicy': { ...ROLE, PolicyName: 'inline' },
  'iam:AttachRolePolicy': { ...ROLE, ...MANAGED },
  'iam:DetachRolePolicy': { ...ROLE, ...MANAGED },
  'iam:PutRolePermissionsBoundary': { ...ROLE, PermissionsBoundary: MANAGED.PolicyArn },
  'iam:CreateUser': USER,
  'iam:PutUserPolicy': { ...USER, ...INLINE, PolicyDocument: ALLOW },
  'iam:GetUserPolicy': { ...USER, ...INLINE },
  'iam:DeleteUserPolicy': { ...USER, ...INLINE },
  'iam:AttachUserPolicy': { ...USER, ...MANAGED },
  'iam:DetachUserPolicy': { ...USER, ...MANAGED },
  'iam:PutUserPermissionsBoundary': { ...USER, PermissionsBoundary: MANAGED.PolicyArn },
  'iam:CreateGroup': GROUP,
  'iam:GetGroup': GROUP,
  'iam:DeleteGroup': { GroupName: 'idle' },
  'iam:DeleteUser': { UserName: 'idle' },
  'iam:DeleteRole': { RoleName: 'idle' },
  'iam:AddUserToGroup': { ...GROUP, ...USER },
  'iam:RemoveUserFromGroup': { ...GROUP, ...USER },
  'iam:PutGroupPolicy': { ...GROUP, ...INLINE, PolicyDocument: ALLOW },
  'iam:GetGroupPolicy': { ...GROUP, ...INLINE },
  'iam:DeleteGroupPolicy': { ...GROUP, ...INLINE },
  'iam:ListGroupPolicies': GROUP,
  'iam:AttachGroupPolicy': { ...GROUP, ...MANAGED },
  'iam:DetachGroupPolicy': { ...GROUP, ...MANAGED },
  'iam:ListAttachedGroupPolicies': GROUP,
  'iam:CreateServiceLinkedRole': { AWSServiceName: 'autoscaling.amazonaws.com' },
  'iam:CreatePolicy': { PolicyName: 'own', PolicyDocument: ALLOW },
  'iam:CreatePolicyVersion': { ...OWN, PolicyDocument: ALLOW },
  'iam:SetDefaultPolicyVersion': { ...OWN, VersionId: 'v1' },
  'iam:DeletePolicyVersion': { ...OWN, VersionId: 'v2' },
  'iam:ListPolicyVersions': OWN,
  'iam:ListEntitiesForPolicy': MANAGED,
  'iam:CreateAccountAlias': { AccountAlias: 'lab-one' },
  'iam:DeleteAccountAlias': { AccountAlias: 'lab-one' },
  'iam:CreateAccessKey': USER,
  'iam:ListAccessKeys': USER,
  'iam:DeletePolicy': { PolicyArn: 'arn:aws:iam::111122223333:policy/idle' },
  'iam:TagPolicy': { ...OWN, Tags: [{ Key: 'team', Value: 'cards' }] },
  'iam:UntagPolicy': { ...OWN, TagKeys: ['team'] },
  'iam:GetPolicy': MANAGED,
  'iam:GetPolicyVersion': { ...MANAGED, VersionId: 'v1' },
  'sts:AssumeRole': { RoleArn: APP, RoleSessionName: 'one' },
};
