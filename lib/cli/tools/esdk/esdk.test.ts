import { describe, expect, it } from 'vitest';
import { OpensslConsole } from '../openssl/openssl.testkit';

/** A console with a key in $KEY and a file of eleven bytes. */
async function consoleWithKey(seed?: string): Promise<OpensslConsole> {
  const console = new OpensslConsole(seed);
  await console.must(
    "KEY=$(aws kms create-key --query KeyMetadata.Arn --output text); echo -n 'hello vault' > note.txt",
  );
  return console;
}

const ENCRYPT = 'esdk encrypt --key $KEY --context tenant=acme --in note.txt --out note.esdk';

describe('esdk', () => {
  it('encrypts with one data key from KMS, and decrypts to the same bytes', async () => {
    const console = await consoleWithKey();
    expect(await console.must(ENCRYPT)).toBe(
      '11 bytes encrypted to a message of 628 bytes\ncalls to KMS: 1 GenerateDataKey\n',
    );
    expect(await console.must('esdk decrypt --key $KEY --in note.esdk --out back.txt; cat back.txt')).toBe(
      '11 bytes decrypted\ncalls to KMS: 1 Decrypt\nhello vault',
    );
    expect(await console.must('cat note.esdk | esdk decrypt --discovery')).toBe('hello vault');
  });

  it('makes the same message when a run is played again, and another in another run', async () => {
    const messageOf = async (seed: string) => {
      const console = await consoleWithKey(seed);
      await console.must(ENCRYPT);
      return { bytes: console.bytes('note.esdk').toString('hex'), hash: console.cloud.world.hash() };
    };
    const [once, again, other] = [await messageOf('one'), await messageOf('one'), await messageOf('two')];
    expect(again).toEqual(once);
    expect(other.bytes).not.toBe(once.bytes);
  });

  it('takes a message apart without asking KMS', async () => {
    const console = await consoleWithKey();
    await console.must(ENCRYPT);
    const before = console.cloud.world.log.since(0).length;
    const lines = (await console.must('esdk inspect note.esdk')).split('\n');
    expect(console.cloud.world.log.since(0).length).toBe(before);
    expect(lines.map((line) => line.replace(/[0-9a-f]{32}…?|[\w+/=]{68}$|key\/[0-9a-f-]+/, '*'))).toEqual([
      '628 bytes in message format 2',
      '',
      'header: authenticated and not encrypted',
      '     0     1 version              02',
      '     1     2 algorithm suite      0578: AES-256-GCM, HKDF-SHA512, key commitment, ECDSA P-384',
      '     3    32 message id           *',
      '    37     2 encryption context   in plain text',
      '             aws-crypto-public-key = *',
      '             tenant = acme',
      '   146     2 wrapped data keys    1',
      '   157    77 KMS key              arn:aws:kms:eu-west-1:111122223333:*',
      '   234   186 wrapped data key     a KMS ciphertext of 184 bytes',
      '   420     1 content type         framed',
      '   421     4 frame length         4096',
      '   425    32 key commitment       *',
      '   457    16 header tag           *',
      '',
      'body: encrypted',
      '   473    51 frame 1, the last    11 bytes of content, IV and tag',
      '',
      'footer',
      '   526   102 signature            ECDSA P-384 over all before it',
      '',
    ]);
  });

  it('is no ciphertext of KMS, but the wrapped data key in it is one', async () => {
    const console = await consoleWithKey();
    await console.must(
      'esdk encrypt --key $KEY --suite unsigned --context tenant=acme --in note.txt --out note.esdk',
    );
    const raw = 'aws kms decrypt --ciphertext-blob fileb://note.esdk --encryption-context tenant=acme';
    expect(await console.say(raw)).toContain('(InvalidCiphertextException)');
    const said = await console.must(
      'esdk inspect note.esdk --data-key 1 --out wrapped.bin; aws kms decrypt --ciphertext-blob fileb://wrapped.bin --encryption-context tenant=acme --query Plaintext --output text | base64 -d | wc -c',
    );
    expect(said.split('\n').map((line) => line.trim())).toEqual(['wrapped data key 1: 184 bytes', '32', '']);
  });

  it('checks what the header says of the context only when it is told to', async () => {
    const console = await consoleWithKey();
    await console.must(ENCRYPT);
    const decrypt = 'esdk decrypt --key $KEY --in note.esdk';
    expect(await console.must(decrypt)).toBe('hello vault');
    expect(await console.must(`${decrypt} --context tenant=acme`)).toBe('hello vault');
    expect(await console.say(`${decrypt} --context tenant=globex`)).toBe(
      'esdk decrypt: expected tenant=globex in the encryption context, found acme.\n',
    );
  });

  it('refuses a message that was changed', async () => {
    const console = await consoleWithKey();
    await console.must(ENCRYPT);
    const bytes = console.bytes('note.esdk');
    bytes[480] = (bytes[480] as number) ^ 1;
    console.put('note.esdk', bytes);
    const result = await console.run('esdk decrypt --key $KEY --in note.esdk');
    expect(result.exitCode).toBe(1);
  });

  it('keeps a data key for as many messages as it is told, for each context its own', async () => {
    const console = await consoleWithKey();
    const cache =
      '--suite unsigned --cache max-age=1h,max-messages=40,capacity=10 --in note.txt --out last.esdk';
    expect(await console.must(`esdk encrypt --key $KEY --repeat 100 ${cache}`)).toBe(
      '11 bytes encrypted to a message of 415 bytes\n100 messages under 3 data keys, at most 40 under one\ncalls to KMS: 3 GenerateDataKey\n',
    );
    expect(
      await console.must(`esdk encrypt --key $KEY --context 'tenant=acme|globex' --repeat 100 ${cache}`),
    ).toContain('100 messages under 4 data keys, at most 40 under one\ncalls to KMS: 4 GenerateDataKey');
  });

  it('keeps a data key no longer than its greatest age on the lab’s clock', async () => {
    const console = await consoleWithKey();
    const said = await console.must(
      'esdk encrypt --key $KEY --suite unsigned --repeat 60 --every 10s --cache max-age=120s --in note.txt --out last.esdk',
    );
    expect(said).toContain(
      '60 messages under 5 data keys, at most 13 under one\ncalls to KMS: 5 GenerateDataKey',
    );
  });

  it('finds the replica of a multi-Region key only where it is told that related keys count as one', async () => {
    const console = new OpensslConsole();
    await console.must(
      "echo -n 'hello vault' > note.txt; KEY=$(aws kms create-key --multi-region --query KeyMetadata.Arn --output text)",
    );
    await console.must(
      'aws kms replicate-key --key-id $KEY --replica-region eu-central-1; lab clock +5m; OTHER=$(echo $KEY | sed s/eu-west-1/eu-central-1/); esdk encrypt --key $KEY --in note.txt --out note.esdk',
    );
    const strict = await console.run('esdk decrypt --key $OTHER --region eu-central-1 --in note.esdk');
    expect(strict.exitCode).toBe(1);
    expect(await console.must('esdk decrypt --mrk --key $OTHER --region eu-central-1 --in note.esdk')).toBe(
      'hello vault',
    );
  });

  it('says which exception of KMS stopped it', async () => {
    const console = await consoleWithKey();
    await console.must(ENCRYPT);
    await console.must('aws kms disable-key --key-id $KEY');
    expect(await console.say('esdk encrypt --key $KEY --in note.txt')).toMatch(
      /^esdk: DisabledException: arn:aws:kms:\S+ is disabled\.\n$/,
    );
    expect(await console.say('esdk decrypt --key $KEY --in note.esdk')).toContain('DisabledException');
  });

  it('keeps to the commitment policy', async () => {
    const console = await consoleWithKey();
    const old = '--suite without-commitment --in note.txt --out old.esdk';
    expect(await console.say(`esdk encrypt --key $KEY ${old}`)).toMatch(/^esdk: .*[Cc]ommitment/);
    await console.must(`esdk encrypt --key $KEY --commitment FORBID_ENCRYPT_ALLOW_DECRYPT ${old}`);
    expect(await console.say('esdk decrypt --key $KEY --in old.esdk')).toMatch(/^esdk: .*[Cc]ommitment/);
    const lenient = '--commitment REQUIRE_ENCRYPT_ALLOW_DECRYPT';
    expect(await console.must(`esdk decrypt --key $KEY ${lenient} --in old.esdk`)).toBe('hello vault');
  });

  it.each([
    ['esdk melt', 'esdk: expected encrypt, decrypt or inspect, found melt.'],
    ['esdk encrypt --in note.txt', 'esdk encrypt: expected --key KEY, found nothing.'],
    ['esdk decrypt --in note.txt', 'esdk decrypt: expected --key KEY or --discovery, found neither.'],
    ['esdk encrypt --key k --in none.txt', 'esdk: expected a file at none.txt, found nothing.'],
    [
      'esdk encrypt --key k --context acme --in note.txt',
      'esdk: expected --context NAME=VALUE,NAME=VALUE; found acme.',
    ],
    [
      'esdk encrypt --key k --repeat 10001 --in note.txt',
      'esdk encrypt: expected --repeat 1 to 10000, found 10001.',
    ],
    [
      'esdk encrypt --key k --cache max-messages=5 --in note.txt',
      'esdk: expected --cache max-age=TIME such as 120s, 5m or 1h; found none.',
    ],
    [
      'esdk inspect note.txt',
      'esdk inspect: this is not a message of the AWS Encryption SDK: expected version 1 or 2 at byte 0, found 104.',
    ],
  ])('answers %s with what it expected', async (line, said) => {
    const console = new OpensslConsole();
    await console.must("echo -n 'hello vault' > note.txt");
    expect(await console.say(line)).toBe(`${said}\n`);
  });
});
