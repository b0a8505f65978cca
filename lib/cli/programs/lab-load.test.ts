import { beforeEach, describe, expect, it } from 'vitest';
import { HOME_ACCESS_KEY } from '../../cloud';
import { Terminal } from './programs.testkit';

let terminal: Terminal;
beforeEach(async () => {
  terminal = new Terminal();
  await terminal.must('aws kms create-key');
  const keyId = (await terminal.must('aws kms list-keys --query Keys[0].KeyId --output text')).trim();
  await terminal.must(`aws kms create-alias --alias-name alias/pan-field --target-key-id ${keyId}`);
});

const decrypt = 'lab load start --service kms --operation Decrypt --key alias/pan-field';

describe('lab load', () => {
  it('plays to the end and accounts for each request', async () => {
    const before = terminal.cloud.world.nowMs;
    expect(await terminal.must(`${decrypt} --per-second 12000 --for 1m`)).toBe(
      'load-1: one real Decrypt got through; 12,000 a second follow for 1 minute\n' +
        'load-1: kms Decrypt, 12,000 a second, played 1 minute\n' +
        '  operations  720,000, of which 720,000 asked KMS (100 %)\n' +
        '  offered     720,000 = 720,000 admitted + 0 throttled + 0 abandoned + 0 waiting\n' +
        '  retried     0 attempts; 0 answers were ThrottlingException\n' +
        '  pool        symmetric, 100,000 a second\n' +
        '  sample      7 real requests beside the counted ones\n',
    );
    expect(terminal.cloud.world.nowMs - before).toBe(61_000);
  });

  it('runs as the clock moves, and follows a change from where it stands', async () => {
    const line = `${decrypt} --per-second 20000 --for 1m --region eu-north-1 --name peak --retries none --background`;
    await terminal.must('aws kms create-key --region eu-north-1');
    const keyId = (
      await terminal.must('aws kms list-keys --region eu-north-1 --query Keys[0].KeyId --output text')
    ).trim();
    await terminal.must(`${line.replace('alias/pan-field', keyId)}`);
    await terminal.must('lab clock +29s');
    await terminal.must('lab load change peak --per-second 5000 --region eu-north-1');
    await terminal.must('lab clock +29s');
    const report = await terminal.must('lab load report --region eu-north-1');
    expect(report.split('\n').slice(0, 4)).toEqual([
      'peak: kms Decrypt, 5,000 a second, played 1 minute',
      '  operations  765,000, of which 765,000 asked KMS (100 %)',
      '  offered     765,000 = 464,900 admitted + 300,100 throttled + 0 abandoned + 0 waiting',
      '  retried     0 attempts; 300,100 answers were ThrottlingException',
    ]);
    expect(report).toContain('real requests beside the counted ones, 2 of them refused');
    expect(await terminal.must('lab load stop peak --region eu-north-1')).toContain('peak: kms Decrypt');
  });

  it('asks KMS once for many messages through a data-key cache', async () => {
    const line =
      'lab load start --service encryption-sdk --operation Encrypt --key alias/pan-field --per-second 1000 --for 1m --contexts 10 --cache-max-age 2m --cache-max-messages 500';
    expect(await terminal.must(line)).toContain('operations  60,000, of which 120 asked KMS (0.200 %)\n');
  });

  it('follows the encryption of a bucket: Bucket Keys on while it runs', async () => {
    const s3 = (operation: string, input: Record<string, unknown>) =>
      terminal.cloud.send({
        service: 's3',
        operation,
        region: 'eu-west-1',
        credentials: HOME_ACCESS_KEY,
        input: { Bucket: 'archive', ...input },
      });
    const encrypt = (BucketKeyEnabled: boolean) => {
      const rule = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/pan-field' };
      const Rules = [{ ApplyServerSideEncryptionByDefault: rule, BucketKeyEnabled }];
      expect(s3('PutBucketEncryption', { ServerSideEncryptionConfiguration: { Rules } }).ok).toBe(true);
    };
    s3('CreateBucket', { CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } });
    encrypt(false);
    await terminal.must(
      'lab load start --service s3 --operation PutObject --bucket archive --per-second 500 --for 1m --name put --background',
    );
    await terminal.must('lab clock +29s');
    encrypt(true);
    await terminal.must('lab clock +29s');
    expect(await terminal.must('lab load report')).toContain(
      'operations  30,000, of which 15,001 asked KMS (50 %)\n',
    );
  });

  it('says what it misses, and starts nothing that one request may not do', async () => {
    const said = async (words: string) => (await terminal.run(words)).stderr;
    expect(await said('lab load start --service kms --operation Decrypt')).toContain('expected --per-second');
    expect(await said(`${decrypt} --per-second 5 --for 10`)).toBe(
      'lab load start: expected --for to be a time such as 100ms, 90s, 10m or 1h, found 10.\n',
    );
    expect(await said(`${decrypt} --per-second 5 --cache-capacity 3`)).toBe(
      "lab load start: expected --cache-max-age TIME with a cache's other limits, found none.\n",
    );
    expect(
      await said('lab load start --service kms --operation Sign --key alias/pan-field --per-second 5'),
    ).toContain(
      'Expected an operation of kms that can be sent in bulk (Decrypt, Encrypt, GenerateDataKey), found Sign.',
    );
    await terminal.must(
      `aws kms disable-key --key-id ${(await terminal.must('aws kms list-keys --query Keys[0].KeyId --output text')).trim()}`,
    );
    expect(await said(`${decrypt} --per-second 5`)).toContain('DisabledException');
    expect(await terminal.must('lab load report')).toBe('No load has been started in eu-west-1.\n');
  });
});
