import { describe, expect, it } from 'vitest';
import { Terminal } from '../../lib/cli/programs/programs.testkit';
import type { LoadFormView } from '../../lib/views';
import { firstForm, type LoadForm, loadCommand, missingIn, withChange } from './load-command';

const VIEW: LoadFormView = {
  profiles: [{ id: 'default', label: 'user/student' }],
  region: 'eu-west-1',
  regions: [
    { region: 'eu-west-1', keys: [{ id: 'alias/pan', label: 'alias/pan' }], buckets: ['archive'] },
    { region: 'eu-central-1', keys: [], buckets: [] },
  ],
};

const form = (change: Partial<LoadForm> = {}) => withChange(firstForm(VIEW), change, VIEW);

describe('the command a form stands for', () => {
  it('names everything the learner chose', () => {
    expect(loadCommand(form())).toBe(
      'lab load start --service kms --operation Decrypt --key alias/pan --per-second 120000 --for 10m --region eu-west-1 --retries standard --attempts 3 --backoff 1000ms --jitter full',
    );
    expect(loadCommand(form({ service: 's3', retries: 'none', background: true, profile: 'app' }))).toBe(
      'lab load start --service s3 --operation PutObject --bucket archive --per-second 120000 --for 10m --region eu-west-1 --profile app --retries none --background',
    );
    expect(loadCommand(form({ service: 'encryption-sdk', cacheSeconds: '120', retries: 'none' }))).toContain(
      '--operation Decrypt --key alias/pan --per-second 120000 --for 10m --region eu-west-1 --retries none --contexts 10 --cache-max-age 120s --cache-max-messages 500',
    );
  });

  it('is understood by the console', async () => {
    const terminal = new Terminal();
    const keyId = (await terminal.must('aws kms create-key --query KeyMetadata.KeyId --output text')).trim();
    await terminal.must(`aws kms create-alias --alias-name alias/pan --target-key-id ${keyId}`);
    const changes: Partial<LoadForm>[] = [
      { retries: 'loop', jitter: 'none', backoffMs: '10' },
      { service: 'encryption-sdk', cacheSeconds: '60', cacheBytes: '1000000' },
    ];
    for (const change of changes) {
      const said = await terminal.must(loadCommand(form({ ...change, minutes: '1', perSecond: '1000' })));
      expect(said).toContain('offered');
    }
  });

  it('says what is missing before anything is started', () => {
    expect(missingIn(form())).toBeUndefined();
    expect(missingIn(form({ region: 'eu-central-1' }))).toBe(
      'Create a symmetric KMS key in eu-central-1 first: aws kms create-key --region eu-central-1',
    );
    expect(missingIn(form({ service: 's3', region: 'eu-central-1' }))).toContain(
      'Create a bucket in eu-central-1 first',
    );
    expect(missingIn(form({ perSecond: '1e6' }))).toContain('Requests a second');
    expect(missingIn(form({ minutes: '61' }))).toContain('Minutes');
    expect(missingIn(form({ attempts: '0' }))).toContain('Attempts');
    expect(missingIn(form({ attempts: '0', retries: 'none' }))).toBeUndefined();
    expect(missingIn(form({ service: 'encryption-sdk', cacheSeconds: 'soon' }))).toContain(
      'Limits of the cache',
    );
  });
});
