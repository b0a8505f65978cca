import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT } from '../../cloud';
import { allow, START_MS, wholeCloud } from '../servicequotas/whole-cloud.testkit';
import { parameters } from '.';

const REGION = 'eu-west-1';
const ARN = `arn:aws:ssm:${REGION}:${HOME_ACCOUNT}:parameter/app/key`;
const CONTEXT = { PARAMETER_ARN: ARN };
const VIA = `ssm.${REGION}.amazonaws.com`;

function lab() {
  const whole = wholeCloud(REGION);
  const ssm = <O = unknown>(operation: string, input: object, other = {}) =>
    whole.send<O>('ssm', operation, input, other);
  const put = (input: object = {}, other = {}) =>
    ssm('PutParameter', { Name: '/app/key', Value: 'hunter2', Type: 'SecureString', ...input }, other);
  const get = (WithDecryption: boolean, other = {}) =>
    ssm<{ Parameter: { Value: string } }>('GetParameter', { Name: '/app/key', WithDecryption }, other);
  return { ...whole, ssm, put, get };
}

describe('a SecureString', () => {
  it('of the standard tier is what KMS encrypted, and can be opened by hand (services 6)', () => {
    const { put, get, send, kmsCalls, newKey } = lab();
    const KeyId = newKey();
    kmsCalls();
    expect(put({ KeyId })).toEqual({ Version: 1, Tier: 'Standard' });
    expect(get(true)).toEqual({
      Parameter: {
        Name: '/app/key',
        Type: 'SecureString',
        Value: 'hunter2',
        Version: 1,
        LastModifiedDate: START_MS,
        ARN,
        DataType: 'text',
      },
    });
    expect(kmsCalls()).toEqual([
      ['Encrypt', CONTEXT, VIA, 'user/student'],
      ['Decrypt', CONTEXT, VIA, 'user/student'],
    ]);
    const CiphertextBlob = new Uint8Array(Buffer.from(get(false).Parameter.Value, 'base64'));
    expect(kmsCalls()).toEqual([]);
    expect(send('kms', 'Decrypt', { CiphertextBlob, EncryptionContext: CONTEXT })).toMatchObject({
      KeyId,
      Plaintext: new Uint8Array(Buffer.from('hunter2')),
    });
    expect(send('kms', 'Decrypt', { CiphertextBlob })).toMatch(/^InvalidCiphertextException/);
  });

  it('of the advanced tier is an envelope that KMS cannot open (services 6)', () => {
    const { put, get, send, kmsCalls } = lab();
    expect(put({ Tier: 'Advanced', Value: 'x'.repeat(8192) })).toEqual({ Version: 1, Tier: 'Advanced' });
    expect(get(true).Parameter.Value).toBe('x'.repeat(8192));
    expect(kmsCalls()).toEqual([
      ['GenerateDataKey', CONTEXT, VIA, 'user/student'],
      ['Decrypt', CONTEXT, VIA, 'user/student'],
    ]);
    const CiphertextBlob = new Uint8Array(Buffer.from(get(false).Parameter.Value, 'base64')).subarray(
      0,
      6144,
    );
    expect(send('kms', 'Decrypt', { CiphertextBlob, EncryptionContext: CONTEXT })).toMatch(
      /^InvalidCiphertextException/,
    );
  });

  it('needs kms:Encrypt to be written as standard and kms:GenerateDataKey as advanced, kms:Decrypt to be read', () => {
    const { put, get, user, newKey } = lab();
    const KeyId = newKey();
    const credentials = user('bob', allow('ssm:*'), allow('kms:Encrypt', KeyId));
    expect(put({ KeyId }, { credentials })).toEqual({ Version: 1, Tier: 'Standard' });
    const bob = `arn:aws:iam::${HOME_ACCOUNT}:user/bob`;
    const denied = (action: string, what = `resource: ${KeyId}`) =>
      `AccessDeniedException: User: ${bob} is not authorized to perform: kms:${action} on ${what} because no identity-based policy allows the kms:${action} action (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException)`;
    expect(put({ KeyId, Tier: 'Advanced', Overwrite: true }, { credentials })).toBe(
      denied('GenerateDataKey'),
    );
    expect(get(true, { credentials })).toBe(
      denied('Decrypt', 'the resource associated with this ciphertext'),
    );
    expect(get(false, { credentials })).toHaveProperty('Parameter.Version', 1);
  });

  it('answers InvalidKeyId for a key that is not there or cannot be used', () => {
    const { put, get, send, newKey } = lab();
    const KeyId = newKey();
    put({ KeyId });
    send('kms', 'DisableKey', { KeyId });
    expect(get(true)).toBe(
      `InvalidKeyId: ${KeyId} is disabled. (Service: AWSKMS; Status Code: 400; Error Code: DisabledException)`,
    );
    expect(put({ Name: '/app/other', KeyId: 'alias/none' })).toMatch(
      /^InvalidKeyId: Alias arn:.*alias\/none is not found\. \(Service: AWSKMS; .*NotFoundException\)$/,
    );
  });
});

describe('parameters', () => {
  it('are read by name and by path, each SecureString with one Decrypt', () => {
    const { ssm, put, kmsCalls } = lab();
    put();
    put({ Name: '/app/eu/url', Type: 'String', Value: 'https://example.com' });
    put({ Name: 'plain', Type: 'String', Value: 'p' });
    kmsCalls();
    const named = ssm('GetParameters', { Names: ['/app/key', 'plain', 'none'], WithDecryption: true });
    expect(named).toMatchObject({
      Parameters: [{ Value: 'hunter2' }, { Value: 'p', ARN: ARN.replace('app/key', 'plain') }],
      InvalidParameters: ['none'],
    });
    expect(ssm('GetParametersByPath', { Path: '/app' })).toMatchObject({
      Parameters: [{ Name: '/app/key' }],
    });
    const deep = { Path: '/app', Recursive: true, WithDecryption: true, MaxResults: 1 };
    const first = ssm<{ NextToken: string }>('GetParametersByPath', deep);
    expect(first).toMatchObject({ Parameters: [{ Name: '/app/eu/url' }] });
    expect(ssm('GetParametersByPath', { ...deep, NextToken: first.NextToken })).toMatchObject({
      Parameters: [{ Name: '/app/key', Value: 'hunter2' }],
      NextToken: undefined,
    });
    expect(kmsCalls().map(([operation]) => operation)).toEqual(['Decrypt', 'Decrypt']);
    const ParameterFilters = [{ Key: 'Type', Values: ['SecureString'] }];
    expect(ssm('DescribeParameters', { ParameterFilters })).toEqual({
      Parameters: [
        {
          Name: '/app/key',
          ARN,
          Type: 'SecureString',
          KeyId: 'alias/aws/ssm',
          LastModifiedDate: START_MS,
          LastModifiedUser: `arn:aws:iam::${HOME_ACCOUNT}:user/student`,
          Description: undefined,
          AllowedPattern: undefined,
          Version: 1,
          Tier: 'Standard',
          DataType: 'text',
        },
      ],
      NextToken: undefined,
    });
    ssm('DeleteParameter', { Name: 'plain' });
    expect(ssm('DeleteParameter', { Name: 'plain' })).toBe('ParameterNotFound: undefined');
  });

  it.each([
    [{}, /^ParameterAlreadyExists: /],
    [{ Name: '/aws/x' }, /^ValidationException: .*prefixed/],
    [{ Name: 'a/b' }, /^ValidationException: .*fully qualified/],
    [{ Name: '/n', Value: 'x'.repeat(4097) }, /^ValidationException: Value of 4097 bytes/],
    [{ Name: '/n', Type: 'String', KeyId: 'alias/k' }, /^ValidationException: KeyId is only/],
    [{ Name: '/n', Type: undefined }, /^ValidationException: A parameter type/],
    [{ Name: '/big', Tier: 'Standard', Overwrite: true }, /^ValidationException: .*downgrade/],
  ])('are refused for %j', (wrong, text) => {
    const { put } = lab();
    put();
    put({ Name: '/big', Tier: 'Advanced' });
    expect(put(wrong)).toMatch(text);
  });

  it('replay to the same world', () => {
    const play = () => {
      const { cloud, put } = lab();
      put();
      put({ Tier: 'Advanced', Overwrite: true });
      return cloud.world;
    };
    const world = play();
    expect([world.table(parameters).get(ARN)?.version, play().hash()]).toEqual([2, world.hash()]);
  });
});
