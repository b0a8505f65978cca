import * as crypto from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { OpensslConsole } from './openssl.testkit';

let shell: OpensslConsole;

beforeAll(() => {
  const { publicKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
  shell = new OpensslConsole();
  shell.put('m.txt', 'hello\n');
  shell.put('k32', crypto.randomBytes(32));
  shell.put('rsapub.der', publicKey.export({ type: 'spki', format: 'der' }));
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
