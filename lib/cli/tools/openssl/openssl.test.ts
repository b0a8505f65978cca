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

describe('openssl enc', () => {
  const key = '8fe4094814657ff38170e4f5c718db4ea42b685e0080c54e8f3a11c69e4b47b4';
  const iv = '000102030405060708090a0b0c0d0e0f';

  it('wraps with AES-KWP as others do', async () => {
    const kwp = `-id-aes256-wrap-pad -K ${key} -iv A65959A6`;
    await shell.must(
      `openssl enc ${kwp} -in rsapub.der -out wrapped; openssl enc -d ${kwp} -in wrapped -out back`,
    );
    const cipher = crypto.createCipheriv(
      'id-aes256-wrap-pad',
      Buffer.from(key, 'hex'),
      Buffer.from('A65959A6', 'hex'),
    );
    expect(shell.bytes('wrapped')).toEqual(cipher.update(shell.bytes('rsapub.der')));
    expect(shell.bytes('back')).toEqual(shell.bytes('rsapub.der'));
    const wrong = await shell.say(`openssl enc -d ${kwp.replace('8f', '90')} -in wrapped -out x; echo $?`);
    expect(wrong).toMatch(/^error writing output file\n.*cipher operation failed.*\n1\n$/);
    expect(await shell.say(`openssl enc -id-aes256-wrap-pad -K ${key} -iv 00000000 -in m.txt`)).toBe(
      "The lab's openssl wraps keys with -iv A65959A6, found 00000000\n",
    );
  });

  it('encrypts under a key as others do', async () => {
    await shell.must(`openssl enc -aes-256-cbc -K ${key} -iv ${iv} -in m.txt -out c`);
    const cipher = crypto.createCipheriv('aes-256-cbc', Buffer.from(key, 'hex'), Buffer.from(iv, 'hex'));
    expect(shell.bytes('c')).toEqual(Buffer.concat([cipher.update('hello\n'), cipher.final()]));
    expect(await shell.say(`openssl enc -d -aes-256-cbc -K ${key} -iv ${iv} -in c`)).toBe('hello\n');
    expect(
      await shell.say(
        `openssl enc -aes-256-ctr -K ${key} -iv ${iv} < m.txt | openssl enc -d -aes-256-ctr -K ${key} -iv ${iv}`,
      ),
    ).toBe('hello\n');
    expect(await shell.say(`openssl enc -aes-256-cbc -K ${key} -in m.txt`)).toBe('iv undefined\n');
    // Recorded from OpenSSL 3.0.
    const short = 'hex string is too short, padding with zero bytes to length\n';
    const said = await shell.say('openssl enc -aes-256-cbc -K 0102 -iv 01 -in m.txt -a');
    expect([...said.split('\n')].sort()).toEqual(
      [...`${short}${short}WOlkZjPoOA8FjYW8j5XLWg==\n`.split('\n')].sort(),
    );
  });

  it('encrypts under a password as OpenSSL 3.0 was seen to', async () => {
    const fixed = '-S 0102030405060708 -in m.txt';
    expect(await shell.say(`openssl aes-256-cbc -pbkdf2 -k abc -p ${fixed} -a`)).toBe(`salt=0102030405060708
key=048FEAD20A0B2B3EF48ACD7A59464BD97DADD858A43BBF089F52D0CCB700E474
iv =87870B4A16FDF6D579D4D842D16B5A71
3GN5+WhfxhQVBB1uS4Xmbg==
`);
    expect(await shell.say(`openssl enc -aes-256-cbc -iter 20 -kfile m.txt ${fixed} -base64 -A`)).toBe(
      '8SZuenhJOVComda0zsVn9g==',
    );
    const old = 'U2FsdGVkX1/IE4HfzLj4A8yL3CodEG2fdIazA8ozmA4=';
    shell.put('old', `${old}\n`);
    const read = await shell.run('openssl enc -d -aes-256-cbc -pass pass:abc -a -in old');
    expect(read.statements[0]).toMatchObject({
      stdout: 'hello\n',
      stderr: '*** WARNING : deprecated key derivation used.\nUsing -iter or -pbkdf2 would be better.\n',
    });
  });

  it('opens an envelope under a data key in a file, and no other', async () => {
    const by = (name: string) => `-aes-256-cbc -pbkdf2 -pass file:./${name}`;
    await shell.must(`openssl rand -base64 32 > a.key; openssl rand -base64 32 > b.key
      openssl enc ${by('a.key')} -in m.txt -out env`);
    expect(shell.bytes('env').subarray(0, 8).toString()).toBe('Salted__');
    expect(await shell.say(`openssl enc -d ${by('a.key')} -in env`)).toBe('hello\n');
    const wrong = await shell.run(`openssl enc -d ${by('b.key')} -in env -out x`);
    expect([wrong.exitCode, wrong.statements[0]?.stderr.split('\n')[0]]).toEqual([1, 'bad decrypt']);
    expect(await shell.say(`openssl enc -d ${by('a.key')} -in rsapub.der`)).toBe('bad magic number\n');
    expect((await shell.say(`openssl enc ${by('nope')} -in m.txt`)).split('\n').slice(0, 2)).toEqual([
      "Can't open file ./nope",
      'Error getting password',
    ]);
  });

  it('refuses sealing ciphers as OpenSSL does, and says what there is', async () => {
    const said = await shell.say(`openssl enc -aes-256-gcm -K ${key} -iv 00 -in m.txt`);
    expect(said.split('\n').slice(0, 2)).toEqual([
      'enc: AEAD ciphers not supported',
      'enc: Use -help for summary.',
    ]);
  });
});

describe('openssl base64', () => {
  it('writes lines of 64 and reads them back', async () => {
    const base64 = shell.bytes('rsapub.der').toString('base64');
    expect(await shell.say('openssl base64 -in rsapub.der')).toBe(base64.replace(/.{1,64}/g, '$&\n'));
    expect(await shell.say('openssl base64 -A -in rsapub.der')).toBe(base64);
    await shell.must('openssl base64 -in rsapub.der | openssl base64 -d -out same; cmp same rsapub.der');
  });

  it('reads one long line with -A alone, and says nothing otherwise, as OpenSSL does', async () => {
    await shell.must('base64 -w0 k32 > line; (cat line; echo) > ended');
    const length = async (source: string) => (await shell.say(`${source} | wc -c`)).trim();
    expect(await length('openssl base64 -d -A -in line')).toBe('32');
    expect(await length('openssl enc -d -base64 -A -in ended')).toBe('32');
    expect(await length('openssl base64 -d -in ended')).toBe('32');
    expect(await length('openssl base64 -d -in line')).toBe('0');
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
