import * as crypto from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { OpensslConsole } from './openssl.testkit';

const rsaPair = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
const ecPair = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
const edPair = crypto.generateKeyPairSync('ed25519');

function pemOf(key: crypto.KeyObject): string {
  return key.export({ type: key.type === 'public' ? 'spki' : 'pkcs8', format: 'pem' }) as string;
}

let shell: OpensslConsole;

beforeAll(() => {
  shell = new OpensslConsole();
  shell.put('m.txt', 'hello\n');
  shell.put('n.txt', 'hellp\n');
  shell.put('rsa.pem', pemOf(rsaPair.privateKey));
  shell.put('rsapub.pem', pemOf(rsaPair.publicKey));
  shell.put('rsapub.der', rsaPair.publicKey.export({ type: 'spki', format: 'der' }));
  shell.put('ec.pem', pemOf(ecPair.privateKey));
  shell.put('ecpub.pem', pemOf(ecPair.publicKey));
  shell.put('ed.pem', pemOf(edPair.privateKey));
  shell.put('edpub.pem', pemOf(edPair.publicKey));
});

const HELLO = '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03';

describe('openssl rand', () => {
  it('gives as many bytes as it is asked for, in hex, in base64 or plain', async () => {
    expect(await shell.say('openssl rand -hex 4')).toMatch(/^[0-9a-f]{8}\n$/);
    expect(await shell.say('openssl rand -base64 60')).toMatch(/^\S{64}\n\S{16}\n$/);
    await shell.must('openssl rand -out k32 32; openssl rand 16 > k16');
    expect([shell.bytes('k32').length, shell.bytes('k16').length]).toEqual([32, 16]);
  });

  it('gives the same bytes again in a run of the same seed', async () => {
    const [a, b, c] = [new OpensslConsole('a'), new OpensslConsole('a'), new OpensslConsole('c')];
    const said = await Promise.all([a, b, c].map((one) => one.say('openssl rand -hex 16')));
    expect([said[0] === said[1], said[0] === said[2]]).toEqual([true, false]);
  });

  it('complains as OpenSSL does, and says what the lab takes', async () => {
    expect(await shell.say('openssl rand abc; echo $?')).toBe(
      'rand: Can\'t parse "abc" as a number\nrand: Use -help for summary.\n1\n',
    );
    expect(await shell.say('openssl rand -foo 3')).toBe(
      "rand: Unknown option: -foo\nrand: Use -help for summary.\nThe lab's openssl rand takes -hex -base64 -out\n",
    );
    expect(await shell.say('openssl rand -out')).toBe(
      'rand: Option -out needs a value\nrand: Use -help for summary.\n',
    );
    expect((await shell.say('openssl rand -out no/k 3')).split('\n')[0]).toBe(
      'Can\'t open "no/k" for writing, No such file or directory',
    );
  });
});

describe('openssl pkeyutl', () => {
  const oaep = '-pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256';

  it('wraps what others unwrap, with either hash', async () => {
    await shell.must(`openssl rand -out dk 32
      openssl pkeyutl -encrypt -in dk -out w256 -inkey rsapub.der -keyform DER -pubin ${oaep}
      openssl pkeyutl -encrypt -in dk -out w1 -inkey rsapub.pem -pubin -pkeyopt rsa_padding_mode:oaep`);
    const padding = crypto.constants.RSA_PKCS1_OAEP_PADDING;
    const open = (name: string, oaepHash: string) =>
      crypto.privateDecrypt({ key: rsaPair.privateKey, padding, oaepHash }, shell.bytes(name));
    expect([open('w256', 'sha256'), open('w1', 'sha1')]).toEqual([shell.bytes('dk'), shell.bytes('dk')]);
  });

  it('unwraps what others wrapped', async () => {
    const padding = crypto.constants.RSA_PKCS1_OAEP_PADDING;
    const key = { key: rsaPair.publicKey, padding, oaepHash: 'sha256' };
    shell.put('theirs', crypto.publicEncrypt(key, Buffer.from('a key')));
    expect(await shell.say(`openssl pkeyutl -decrypt -in theirs -inkey rsa.pem ${oaep}`)).toBe('a key');
  });

  it('fails in the words of OpenSSL where the hash is another or the input too long', async () => {
    const wrong = `openssl pkeyutl -decrypt -in theirs -inkey rsa.pem ${oaep.replaceAll('sha256', 'sha1')}; echo $?`;
    const failed = await shell.say(wrong);
    expect(failed).toMatch(
      /^Public Key operation error\n\w{16}:error:02000079:rsa routines:.*oaep decoding error.*\n1\n$/,
    );
    const long = await shell.say(`openssl pkeyutl -encrypt -in rsapub.der -inkey rsapub.pem -pubin ${oaep}`);
    expect(long).toMatch(/^Public Key operation error\n.*data too large for key size/);
  });

  it('names the key file that is missing or of the wrong kind', async () => {
    const said = async (key: string) =>
      (await shell.say(`openssl pkeyutl -encrypt -in dk -inkey ${key} -pubin ${oaep}`)).split('\n');
    const [missing, , last] = await said('nope');
    expect([missing, last]).toEqual([
      'Could not open file or uri for loading public key from nope',
      'pkeyutl: Error initializing context',
    ]);
    expect((await said('rsa.pem'))[0]).toBe('Could not read public key from rsa.pem');
    expect((await said('rsapub.pem -keyform DER'))[0]).toBe('Could not read public key from rsapub.pem');
    expect((await said('ecpub.pem'))[1]).toMatch(/operation not supported for this keytype/);
  });

  it('refuses paddings and hashes that KMS would not understand', async () => {
    expect(await shell.say('openssl pkeyutl -encrypt -in dk -inkey rsapub.pem -pubin')).toBe(
      "The lab's openssl encrypts with OAEP alone: add -pkeyopt rsa_padding_mode:oaep\n",
    );
    const mixed = '-pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha1';
    expect(await shell.say(`openssl pkeyutl -encrypt -in dk -inkey rsapub.pem -pubin ${mixed}`)).toBe(
      "The lab's openssl takes the same hash for OAEP and its mask, as KMS does; found rsa_oaep_md:sha256 and rsa_mgf1_md:sha1\n",
    );
    const unknown = await shell.say(
      'openssl pkeyutl -encrypt -in dk -inkey rsapub.pem -pubin -pkeyopt foo:bar',
    );
    expect(unknown.split('\n')[0]).toBe('pkeyutl: Can\'t set parameter "foo:bar":');
  });

  it('signs and verifies digests and messages', async () => {
    const ok = 'Signature Verified Successfully\n';
    const sha = '-pkeyopt digest:sha256';
    await shell.must('openssl dgst -sha256 -binary -out m.dig m.txt');
    expect(
      await shell.say(`openssl pkeyutl -sign -in m.dig -inkey rsa.pem ${sha} -out s1
        openssl pkeyutl -verify -in m.dig -sigfile s1 -inkey rsapub.pem -pubin ${sha}
        openssl pkeyutl -verify -rawin -digest sha256 -in m.txt -sigfile s1 -inkey rsapub.pem -pubin
        openssl pkeyutl -sign -in m.dig -inkey ec.pem -out s2
        openssl pkeyutl -verify -in m.dig -sigfile s2 -inkey ecpub.pem -pubin
        openssl pkeyutl -sign -rawin -in m.txt -inkey ed.pem -out s3
        openssl pkeyutl -verify -rawin -in m.txt -sigfile s3 -inkey edpub.pem -pubin
        openssl pkeyutl -verify -rawin -in n.txt -sigfile s3 -inkey edpub.pem -pubin; echo $?`),
    ).toBe(`${ok.repeat(4)}Signature Verification Failure\n1\n`);
    expect(crypto.verify(null, Buffer.from('hello\n'), edPair.publicKey, shell.bytes('s3'))).toBe(true);
  });
});

describe('openssl dgst', () => {
  it('prints digests as OpenSSL 3 does', async () => {
    expect(await shell.say('openssl dgst -sha256 m.txt; openssl dgst m.txt; openssl sha256 < m.txt')).toBe(
      `SHA2-256(m.txt)= ${HELLO}\nSHA256(m.txt)= ${HELLO}\nSHA2-256(stdin)= ${HELLO}\n`,
    );
    expect(
      await shell.say(
        'openssl dgst -sha256 -r m.txt; cat m.txt | openssl dgst -sha256 -binary | xxd -p -c 99',
      ),
    ).toBe(`${HELLO} *m.txt\n${HELLO}\n`);
    const sha512 = crypto.createHmac('sha512', 'key').update('hello\n').digest('hex');
    expect(await shell.say('openssl dgst -sha512 -hmac key m.txt')).toBe(`HMAC-SHA2-512(m.txt)= ${sha512}\n`);
    const hexKeyed = crypto.createHmac('sha256', Buffer.from('00ff', 'hex')).update('hello\n').digest('hex');
    expect(await shell.say('openssl dgst -sha256 -mac HMAC -macopt hexkey:00ff m.txt')).toBe(
      `HMAC-SHA2-256(m.txt)= ${hexKeyed}\n`,
    );
  });

  it('goes on after a file that is not there and ends with 1', async () => {
    const said = await shell.say('openssl dgst -sha256 nope m.txt; echo $?');
    expect(said).toContain(`SHA2-256(m.txt)= ${HELLO}\n`);
    expect(said).toContain('nope: No such file or directory\n');
    expect(said).toMatch(/1\n$/);
  });

  it('signs what others verify, and verifies what others signed', async () => {
    const message = Buffer.from('hello\n');
    const pss = '-sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:-1';
    await shell.must(`openssl dgst -sha256 -sign rsa.pem -out r.sig m.txt
      openssl dgst -sha512 -sign rsa.pem ${pss} -out p.sig m.txt
      openssl dgst -sha384 -sign ec.pem -out e.sig m.txt`);
    const pssKey = { padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 };
    expect([
      crypto.verify('sha256', message, rsaPair.publicKey, shell.bytes('r.sig')),
      crypto.verify('sha512', message, { key: rsaPair.publicKey, ...pssKey }, shell.bytes('p.sig')),
      crypto.verify('sha384', message, ecPair.publicKey, shell.bytes('e.sig')),
    ]).toEqual([true, true, true]);
    shell.put('theirs.r', crypto.sign('sha384', message, rsaPair.privateKey));
    shell.put('theirs.p', crypto.sign('sha512', message, { key: rsaPair.privateKey, ...pssKey }));
    shell.put('theirs.e', crypto.sign('sha256', message, ecPair.privateKey));
    expect(
      await shell.say(`openssl dgst -sha384 -verify rsapub.pem -signature theirs.r m.txt
        openssl dgst -sha512 -verify rsapub.der -keyform DER -sigopt rsa_padding_mode:pss -signature theirs.p m.txt
        openssl dgst -sha256 -verify ecpub.pem -signature theirs.e m.txt
        openssl dgst -sha256 -prverify ec.pem -signature theirs.e m.txt`),
    ).toBe('Verified OK\n'.repeat(4));
  });

  it('tells a wrong signature from one that is none', async () => {
    const wrong = await shell.run('openssl dgst -sha256 -verify rsapub.pem -signature r.sig n.txt');
    expect([wrong.exitCode, wrong.statements[0]?.stdout]).toEqual([1, 'Verification failure\n']);
    expect(wrong.statements[0]?.stderr).toMatch(/bad signature/);
    expect(await shell.say('openssl dgst -sha256 -verify ecpub.pem -signature theirs.e n.txt; echo $?')).toBe(
      'Verification failure\n1\n',
    );
    expect(await shell.say('openssl dgst -sha256 -verify ecpub.pem -signature r.sig m.txt; echo $?')).toBe(
      'Error verifying data\n1\n',
    );
    expect(await shell.say('openssl dgst -sha256 -verify ecpub.pem m.txt')).toBe(
      'No signature to verify: use the -signature option\n',
    );
  });

  it('asks for the salt that KMS uses', async () => {
    expect(await shell.say('openssl dgst -sha256 -sign rsa.pem -sigopt rsa_padding_mode:pss m.txt')).toBe(
      "The lab's openssl knows a PSS salt as long as the digest: add -sigopt (or -pkeyopt) rsa_pss_saltlen:digest\n",
    );
    expect((await shell.say('openssl dgst -sha256 -sign rsa.pem -sigopt foo:bar m.txt')).split('\n')[0]).toBe(
      'Signature parameter error "foo:bar"',
    );
  });
});

describe('openssl keys', () => {
  it('are read by others in every form it writes', async () => {
    await shell.must(`openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out a.pem
      openssl rsa -in a.pem -traditional -out a1.pem
      openssl pkey -in a.pem -pubout -outform DER -out a.pub
      openssl genpkey -algorithm ED25519 -outform DER -out b.der
      openssl ecparam -name prime256v1 -genkey -noout -out c.pem
      openssl pkcs8 -topk8 -nocrypt -outform der -in c.pem -out c.der
      openssl ec -in c.pem -pubout -out c.pub`);
    const a = crypto.createPrivateKey(shell.text('a.pem'));
    expect([shell.text('a.pem').split('\n')[0], shell.text('a1.pem').split('\n')[0]]).toEqual([
      '-----BEGIN PRIVATE KEY-----',
      '-----BEGIN RSA PRIVATE KEY-----',
    ]);
    expect(a.export({ type: 'pkcs1', format: 'pem' })).toBe(shell.text('a1.pem'));
    expect(crypto.createPublicKey(a).export({ type: 'spki', format: 'der' })).toEqual(shell.bytes('a.pub'));
    expect(
      crypto.createPrivateKey({ key: shell.bytes('b.der'), format: 'der', type: 'pkcs8' }).asymmetricKeyType,
    ).toBe('ed25519');
    const c = crypto.createPrivateKey(shell.text('c.pem'));
    expect(c.export({ type: 'sec1', format: 'pem' })).toBe(shell.text('c.pem'));
    expect(c.export({ type: 'pkcs8', format: 'der' })).toEqual(shell.bytes('c.der'));
    expect(crypto.createPublicKey(c).export({ type: 'spki', format: 'pem' })).toBe(shell.text('c.pub'));
  });

  it('are told in words', async () => {
    expect(await shell.say('openssl pkey -in edpub.pem -pubin -noout -text')).toMatch(
      /^ED25519 Public-Key:\npub:\n( {4}([0-9a-f]{2}:){15}\n){2} {4}[0-9a-f]{2}:[0-9a-f]{2}\n$/,
    );
    const modulus = Buffer.from(rsaPair.publicKey.export({ format: 'jwk' }).n as string, 'base64url');
    expect(await shell.say('openssl rsa -in rsa.pem -modulus -noout')).toBe(
      `Modulus=${modulus.toString('hex').toUpperCase()}\n`,
    );
    expect(await shell.say('openssl rsa -in rsa.pem -noout -text | grep -v "^ "')).toBe(
      'Private-Key: (2048 bit, 2 primes)\nmodulus:\npublicExponent: 65537 (0x10001)\nprivateExponent:\nprime1:\nprime2:\nexponent1:\nexponent2:\ncoefficient:\n',
    );
    expect(await shell.say('openssl ec -in ec.pem -noout -text | grep -v "^ "')).toBe(
      'Private-Key: (256 bit)\npriv:\npub:\nASN1 OID: prime256v1\nNIST CURVE: P-256\nread EC key\n',
    );
  });

  it('of the wrong kind are refused', async () => {
    expect(await shell.say('openssl rsa -in ec.pem; echo $?')).toBe('Not an RSA key\n1\n');
    expect(await shell.say('openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024')).toBe(
      "The lab's openssl makes RSA keys of 2048, 3072 or 4096 bits, found 1024\n",
    );
    expect((await shell.say('openssl pkey -in rsapub.pem')).split('\n')[0]).toBe(
      'Could not read key from rsapub.pem',
    );
    expect((await shell.say('openssl ecparam -name foo -genkey')).split('\n')[0]).toBe(
      'unable to generate key',
    );
  });
});

describe('openssl', () => {
  it('names what the lab offers where it is asked for something else', async () => {
    const said = await shell.say('openssl s_client -connect kms:443; echo $?');
    expect(said).toBe(
      `Invalid command 's_client'; type "help" for a list.\nThe lab's openssl offers base64, aes-128-cbc, aes-192-cbc, aes-256-cbc, dgst, ec, ecparam, enc, genpkey, genrsa, pkcs8, pkey, pkeyutl, rand, rsa, sha1, sha224, sha256, sha384, sha512, version\n1\n`,
    );
    expect(await shell.say('openssl version')).toBe(
      "OpenSSL 3.0 (the lab's edition: what keys outside KMS need)\n",
    );
    expect(await shell.say('openssl rand -help')).toBe(
      'Usage: rand [options]\nValid options in the lab are:\n -hex\n -base64\n -out val\n',
    );
  });
});
