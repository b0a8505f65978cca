import { describe, expect, it } from 'vitest';
import { HOME, KmsLab } from '../lab.testkit';

const ADMIN = `User: arn:aws:iam::${HOME}:user/admin is not authorized to perform: kms:Encrypt`;

/** Everything is wrong with the request; each fault that is mended lets the next check speak. */
it('checks a request in the order throttling, shape, key, permission, state, usage, size, dry run (fact: kms-engine 1.4)', () => {
  const lab = new KmsLab('order', true);
  const { KeyId, Arn } = lab.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  const rsa = lab.createKey({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' });
  lab.ok('DisableKey', { KeyId });
  lab.deny = () => true;
  const big = { KeyId: 'nonsense', Plaintext: new Uint8Array(5000), EncryptionAlgorithm: 'X' };
  const rate = lab.engine.ports.rate;
  lab.engine.ports.rate = () => 0.1;
  lab.send('Encrypt', big);
  expect(lab.no('Encrypt', big)).toBe('ThrottlingException');
  lab.engine.ports.rate = rate;
  lab.engine.quotas = false;
  expect(lab.no('Encrypt', big)).toMatch(
    /^ValidationException: 2 validation errors detected: Value at 'plaintext'/,
  );
  const input = { KeyId: 'nonsense', Plaintext: new Uint8Array(300), DryRun: true };
  expect(lab.no('Encrypt', input)).toBe("NotFoundException: Invalid keyId 'nonsense'");
  expect(lab.no('Encrypt', { ...input, KeyId })).toBe(
    `AccessDeniedException: ${ADMIN} on resource: ${Arn} because no identity-based policy allows the kms:Encrypt action`,
  );
  lab.deny = () => false;
  expect(lab.no('Encrypt', { ...input, KeyId })).toBe(`DisabledException: ${Arn} is disabled.`);
  lab.ok('EnableKey', { KeyId });
  expect(lab.no('Encrypt', { ...input, KeyId })).toMatch(
    /key usage is SIGN_VERIFY which is not valid for Encrypt/,
  );
  expect(lab.no('Encrypt', { ...input, KeyId: rsa.KeyId })).toBe(
    'InvalidKeyUsageException: Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.',
  );
  const oaep = { ...input, KeyId: rsa.KeyId, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' };
  expect(lab.no('Encrypt', oaep)).toMatch(
    /^ValidationException: Algorithm RSAES_OAEP_SHA_256 and key spec RSA_2048/,
  );
  expect(lab.no('Encrypt', { ...oaep, Plaintext: new Uint8Array(1) })).toMatch(/^DryRunOperationException/);
});

describe('what the trail keeps', () => {
  it('names the key of a refused request that found it, and answers nothing', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey();
    lab.ok('DisableKey', { KeyId });
    lab.no('Encrypt', { KeyId, Plaintext: new Uint8Array(1) });
    expect(lab.trail()).toEqual({ resources: [Arn] });
    lab.no('Encrypt', { KeyId: 'nonsense', Plaintext: new Uint8Array(1) });
    expect(lab.trail()).toEqual({ resources: [] });
  });

  it('names a key once that has two roles', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey();
    const { CiphertextBlob } = lab.ok('Encrypt', { KeyId, Plaintext: new Uint8Array(1) });
    lab.ok('ReEncrypt', { CiphertextBlob, DestinationKeyId: KeyId });
    expect(lab.trail().resources).toEqual([Arn]);
  });
});

describe('request quotas (fact: kms-engine 12)', () => {
  it('charge cryptography to the pool of the kind of key, of the account that calls', () => {
    const lab = new KmsLab('pools', true);
    const { Arn } = lab.createKey();
    const poolsOf = (operation: string, input: Record<string, unknown>, account = HOME) => {
      lab.send(operation, input, { account });
      const { changes = [] } = lab.world.log.get(lab.world.log.head) ?? {};
      return changes.filter(({ table }) => table === 'quota-buckets').map(({ id }) => id);
    };
    const data = { KeyId: Arn, KeySpec: 'AES_256' };
    expect(poolsOf('GenerateDataKey', data)).toEqual([`${HOME}/eu-west-1/symmetric`]);
    expect(poolsOf('GenerateDataKey', data, '444455556666')).toEqual(['444455556666/eu-west-1/symmetric']);
    expect(poolsOf('GenerateDataKey', { ...data, KeyId: 'nonsense' })).toEqual([
      `${HOME}/eu-west-1/symmetric`,
    ]);
    expect(poolsOf('DescribeKey', { KeyId: Arn })).toEqual([`${HOME}/eu-west-1/DescribeKey`]);
    const rsa = lab.createKey();
    lab.plant({ arn: rsa.Arn, keySpec: 'RSA_2048' });
    expect(poolsOf('Encrypt', { KeyId: rsa.KeyId, Plaintext: new Uint8Array(1) })).toEqual([
      `${HOME}/eu-west-1/rsa`,
    ]);
  });
});

describe('a trace', () => {
  it('says in words what each gate saw', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey({ MultiRegion: true });
    const input = { KeyId, Plaintext: new Uint8Array(16), EncryptionContext: { tenant: 'acme' } };
    const request = {
      service: 'kms',
      operation: 'Encrypt',
      region: 'eu-west-1',
      credentials: `AKIA${HOME}`,
      input,
    };
    expect(lab.explain(request)).toEqual([
      `identity: arn:aws:iam::${HOME}:user/admin in account ${HOME}`,
      'quota: request quotas are switched off',
      'request: Encrypt, 16-byte Plaintext, context tenant=acme',
      `key: ${KeyId}, multi-Region primary, in eu-west-1`,
      'authorization: kms:Encrypt is allowed',
      'key state: Enabled',
      'HSM: done',
      'trail: Encrypt recorded',
    ]);
    expect(Arn).toContain(KeyId);
  });
});
