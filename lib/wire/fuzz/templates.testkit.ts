const TABLE = { TableName: 'orders' };
const KEY = { ...TABLE, Key: { id: { S: 'a' } } };
const ALLOW = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}';
const TRUST =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}';
const ROLE = { RoleName: 'app' };
const MANAGED = { PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' };

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
  'organizations:CreatePolicy': {
    Name: 'p',
    Description: '',
    Type: 'SERVICE_CONTROL_POLICY',
    Content: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"kms:Sign","Resource":"*"}]}',
  },
  'iam:CreateRole': { ...ROLE, AssumeRolePolicyDocument: TRUST },
  'iam:UpdateAssumeRolePolicy': { ...ROLE, PolicyDocument: TRUST },
  'iam:PutRolePolicy': { ...ROLE, PolicyName: 'inline', PolicyDocument: ALLOW },
  'iam:GetRolePolicy': { ...ROLE, PolicyName: 'inline' },
  'iam:DeleteRolePolicy': { ...ROLE, PolicyName: 'inline' },
  'iam:AttachRolePolicy': { ...ROLE, ...MANAGED },
  'iam:DetachRolePolicy': { ...ROLE, ...MANAGED },
  'iam:CreatePolicy': { PolicyName: 'own', PolicyDocument: ALLOW },
  'iam:GetPolicy': MANAGED,
  'iam:GetPolicyVersion': { ...MANAGED, VersionId: 'v1' },
  'sts:AssumeRole': { RoleArn: 'arn:aws:iam::111122223333:role/app', RoleSessionName: 'one' },
};
