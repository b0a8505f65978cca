import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from '../say';
import { type Running, runningEndpoint } from './endpoint.testkit';

let endpoint: Running;
beforeAll(async () => {
  endpoint = await runningEndpoint();
});
afterAll(() => endpoint.close());

interface Ended {
  readonly code: number;
  readonly out: string;
}

function run(file: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const given = {
    PATH: process.env.PATH,
    HOME: '/nonexistent',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ACCESS_KEY_ID: 'AKIAANYBODY',
    AWS_SECRET_ACCESS_KEY: 'any',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_PAGER: '',
    ...env,
  };
  return new Promise((resolve) => {
    execFile(file, args, { env: given as unknown as NodeJS.ProcessEnv }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
      resolve({ code, out: `${stdout}${stderr}`.trim() });
    });
  });
}

/** Says so where this machine lacks a program: there is nothing to prove then. */
async function has(file: string, args: readonly string[], what: string): Promise<boolean> {
  const { code } = await run(file, args);
  if (code !== 0) say(`not proved: this machine has no ${what}`);
  return code === 0;
}

const MINUTE = 60_000;
const clis = [...new Set(['aws', '/usr/bin/aws'])].filter(
  (file) => !file.startsWith('/') || existsSync(file),
);

describe.each(clis)('the AWS CLI at %s', (file) => {
  const aws = (...args: string[]) =>
    run(file, ['--endpoint-url', `http://127.0.0.1:${endpoint.port}`, ...args]);

  it('encrypts and decrypts, and shows errors as it does with AWS', { timeout: MINUTE }, async () => {
    if (!(await has(file, ['--version'], `AWS CLI at ${file}`))) return;
    const key = await aws('kms', 'create-key', '--query', 'KeyMetadata.Arn', '--output', 'text');
    expect(key.out).toMatch(/^arn:aws:kms:eu-west-1:111122223333:key\/[0-9a-f-]{36}$/);
    const alias = `alias/${key.out.slice(-12)}`;
    const named = await aws('kms', 'create-alias', '--alias-name', alias, '--target-key-id', key.out);
    expect(named).toEqual({ code: 0, out: '' });
    const context = ['--encryption-context', 'tenant=acme'];
    const text = ['--output', 'text', '--query'];
    const plaintext = fileOf(Buffer.from('card'));
    const encrypt = ['kms', 'encrypt', '--key-id', alias, '--plaintext', plaintext, ...context];
    const sealed = await aws(...encrypt, ...text, 'CiphertextBlob');
    const decrypt = ['kms', 'decrypt', '--ciphertext-blob', fileOf(Buffer.from(sealed.out, 'base64'))];
    const opened = await aws(...decrypt, ...context, ...text, '[Plaintext,KeyId]');
    expect(opened).toEqual({ code: 0, out: `Y2FyZA==\t${key.out}` });
    const wrong = await aws(...decrypt);
    expect(wrong.out).toBe(
      'An error occurred (InvalidCiphertextException) when calling the Decrypt operation:',
    );
    expect(wrong.code).toBeGreaterThan(250);
  });

  it('makes a user and a role of the lab act as themselves', { timeout: MINUTE }, async () => {
    if (!(await has(file, ['--version'], `AWS CLI at ${file}`))) return;
    const name = `cli-${clis.indexOf(file)}`;
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }],
    });
    const role = await aws('iam', 'create-role', '--role-name', name, '--assume-role-policy-document', trust);
    expect(JSON.parse(role.out).Role.AssumeRolePolicyDocument).toEqual(JSON.parse(trust));
    const arn = `arn:aws:iam::111122223333:role/${name}`;
    const assume = await aws('sts', 'assume-role', '--role-arn', arn, '--role-session-name', 'one');
    const { AccessKeyId, SecretAccessKey, SessionToken } = JSON.parse(assume.out).Credentials;
    const who = await run(
      file,
      ['--endpoint-url', `http://127.0.0.1:${endpoint.port}`, 'sts', 'get-caller-identity', '--query', 'Arn'],
      {
        AWS_ACCESS_KEY_ID: AccessKeyId,
        AWS_SECRET_ACCESS_KEY: SecretAccessKey,
        AWS_SESSION_TOKEN: SessionToken,
      },
    );
    expect(who.out).toBe(`"arn:aws:sts::111122223333:assumed-role/${name}/one"`);
    const missing = await aws('iam', 'get-user', '--user-name', 'nobody');
    expect(missing.out).toBe(
      'An error occurred (NoSuchEntity) when calling the GetUser operation: The user with name nobody cannot be found.',
    );
  });
});

const folder = mkdtempSync(join(tmpdir(), 'kms-lab-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** Bytes where both versions of the CLI read them alike. */
function fileOf(bytes: Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}`);
  writeFileSync(path, bytes);
  return `fileb://${path}`;
}

const PYTHON = `
import sys, boto3
from botocore.config import Config
url = sys.argv[1]
def client(name, region='eu-west-1', **more):
    return boto3.client(name, endpoint_url=url, region_name=region, config=Config(retries={'max_attempts': 1}), **more)
kms = client('kms')
key = kms.create_key(MultiRegion=True, Tags=[{'TagKey': 'a', 'TagValue': 'b'}])['KeyMetadata']
assert key['CreationDate'].year >= 2026, key
for i in range(25):
    kms.create_alias(AliasName='alias/%s-%d' % (key['KeyId'], i), TargetKeyId=key['KeyId'])
pages = kms.get_paginator('list_aliases').paginate(KeyId=key['KeyId'], PaginationConfig={'PageSize': 10})
assert [len(page['Aliases']) for page in pages] == [10, 10, 5]
blob = kms.encrypt(KeyId=key['Arn'], Plaintext=bytes(range(256)), EncryptionContext={'t': '\u00fc'})['CiphertextBlob']
assert kms.decrypt(CiphertextBlob=blob, EncryptionContext={'t': '\u00fc'})['Plaintext'] == bytes(range(256))
try:
    kms.decrypt(CiphertextBlob=blob)
    assert False
except kms.exceptions.InvalidCiphertextException as error:
    assert error.response['Error'].get('Message', '') == '', error.response
try:
    kms.describe_key(KeyId='00000000-0000-4000-8000-000000000000')
    assert False
except kms.exceptions.NotFoundException as error:
    assert error.response['ResponseMetadata']['HTTPStatusCode'] == 400
ec = kms.create_key(KeySpec='ECC_NIST_P256', KeyUsage='SIGN_VERIFY')['KeyMetadata']['KeyId']
signed = dict(KeyId=ec, Message=b'order', SigningAlgorithm='ECDSA_SHA_256')
assert kms.verify(Signature=kms.sign(**signed)['Signature'], **signed)['SignatureValid'] is True
iam, sts = client('iam'), client('sts')
iam.create_user(UserName='boto', Tags=[{'Key': 'k', 'Value': 'ü +=@'}])
assert iam.list_user_tags(UserName='boto')['Tags'] == [{'Key': 'k', 'Value': 'ü +=@'}]
iam.put_user_policy(UserName='boto', PolicyName='p', PolicyDocument='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:ListKeys","Resource":"*"}]}')
assert iam.get_user_policy(UserName='boto', PolicyName='p')['PolicyDocument']['Statement'][0]['Action'] == 'kms:ListKeys'
iam.create_role(RoleName='boto', Description='a <b> & "c"', AssumeRolePolicyDocument='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}')
assert iam.get_role(RoleName='boto')['Role']['Description'] == 'a <b> & "c"'
made = iam.create_access_key(UserName='boto')['AccessKey']
own = dict(aws_access_key_id=made['AccessKeyId'], aws_secret_access_key=made['SecretAccessKey'])
assert client('sts', **own).get_caller_identity()['Arn'] == 'arn:aws:iam::111122223333:user/boto'
assert client('sts', region='us-east-1', **own).get_caller_identity()['Account'] == '111122223333'
assert client('kms', **own).list_keys()['Truncated'] is False
try:
    client('kms', **own).create_key()
    assert False
except kms.exceptions.ClientError as error:
    assert error.response['Error']['Code'] == 'AccessDeniedException', error.response
print('done')
`;

describe('boto3', () => {
  it('works with KMS, IAM and STS', { timeout: MINUTE }, async () => {
    if (!(await has('python3', ['-c', 'import boto3'], 'boto3'))) return;
    const got = await run('python3', ['-c', PYTHON, `http://127.0.0.1:${endpoint.port}`]);
    expect(got).toEqual({ code: 0, out: 'done' });
  });
});
