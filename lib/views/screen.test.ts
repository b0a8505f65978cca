import { describe, expect, it } from 'vitest';
import { nthSeal } from './seals';
import { CENTRAL, START, Story } from './story.testkit';

const gates = (verdicts: string) =>
  ['identity', 'quota', 'request', 'key', 'authorization', 'key state', 'HSM'].map((stage, index) => ({
    stage,
    verdict: { y: 'allowed', n: 'refused', '-': 'not reached' }[verdicts[index] ?? '-'],
  }));

describe('the X-ray', () => {
  it('tells which gate refused, what the lab knows more, why, and the way out', () => {
    const story = new Story();
    const keyId = story.createKey();
    const { CiphertextBlob } = story.send('kms', 'GenerateDataKey', { KeyId: keyId, KeySpec: 'AES_256' });
    expect(story.attempt('kms', 'Decrypt', { CiphertextBlob }, CENTRAL)).toBe('AccessDeniedException');
    const { xray } = story.screen();
    expect(xray).toMatchObject({
      requestId: '3',
      operation: 'Decrypt',
      region: CENTRAL,
      caller: 'user/student',
      verdict: 'refused',
      refusal: 'AccessDeniedException',
      why: {
        sentence: expect.stringMatching(
          /^The key is single-Region \(`MultiRegion: false`\) and lives in eu-west-1\./,
        ),
        command: `aws kms describe-key --region eu-west-1 --key-id ${keyId} --query KeyMetadata.MultiRegion`,
      },
    });
    expect(xray?.stages.map(({ stage, verdict }) => ({ stage, verdict }))).toEqual(gates('yyyn---'));
    expect(xray?.stages[3]).toEqual({
      stage: 'key',
      verdict: 'refused',
      saw: 'KMS in eu-central-1 finds no key for this blob.',
      labKnows: `material A wrapped this blob; it belongs to the single-Region key ${keyId.slice(0, 4)}…${keyId.slice(-2)} in eu-west-1.`,
      deciding: true,
      checks: undefined,
    });
  });

  it('shows the policy statement that settled an answer', () => {
    const story = new Story();
    const keyId = story.createKey();
    story.send('kms', 'DescribeKey', { KeyId: keyId });
    const check = story.screen().xray?.stages.find(({ stage }) => stage === 'authorization')?.checks?.[0];
    expect(check).toMatchObject({ action: 'kms:DescribeKey', verdict: 'allowed' });
    expect(check?.layers.map(({ layer, says, deciding }) => [layer, says, deciding])).toEqual([
      ['key policy', 'allows', true],
      ['IAM policies', 'allows', true],
    ]);
    expect(check?.layers[0]?.statement).toMatchObject({
      source: 'Enable IAM User Permissions of the key policy',
      marked: [2],
      effect: 'allows',
    });
  });

  it('shows the requests that a request caused, each with its own gates', () => {
    const story = new Story();
    const keyId = story.createKey();
    story.send('s3', 'CreateBucket', {
      Bucket: 'northwind',
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    });
    const object = { Bucket: 'northwind', Key: 'k', Body: new Uint8Array(3) };
    story.send('s3', 'PutObject', { ...object, ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyId });
    const screen = story.screen();
    expect(screen.xray).toMatchObject({ requestId: '3', operation: 'PutObject' });
    expect(screen.xray?.inner).toMatchObject([{ requestId: '3.1', service: 'kms', verdict: 'allowed' }]);
    expect(story.screen({ at: 'now', request: '3.1' }).xray?.operation).toBe(
      screen.xray?.inner[0]?.operation,
    );
    expect(screen.timeline.now).toBe(3);
  });

  it('never shows plaintext, key material or credentials', () => {
    const story = new Story();
    const keyId = story.createKey();
    const made = story.send('kms', 'GenerateDataKey', { KeyId: keyId, KeySpec: 'AES_256' });
    const plain = Buffer.from(made.Plaintext as Uint8Array);
    story.send('kms', 'Encrypt', { KeyId: keyId, Plaintext: plain });
    const text = JSON.stringify([story.screen({ at: 'now', request: '2' }), story.screen()]);
    expect(text).toContain('(32 bytes, not shown)');
    expect(text).not.toContain(plain.toString('base64'));
    expect(text).not.toContain(plain.toString('hex'));
  });
});

describe('the console', () => {
  it('puts the gates of each KMS request under its statement and sends a cell once', () => {
    const story = new Story();
    const keyId = story.createKey();
    story.attempt('kms', 'DescribeKey', { KeyId: 'alias/none' });
    const [first, second] = story.screen().cells;
    expect(first?.view?.statements[0]?.requests).toEqual([
      {
        requestId: '1',
        service: 'kms',
        operation: 'CreateKey',
        region: 'eu-west-1',
        verdict: 'allowed',
        gates: gates('yyyyyyy'),
        inner: [],
      },
    ]);
    expect(second?.view).toMatchObject({
      status: 'failed',
      statements: [{ requests: [{ requestId: '2', verdict: 'refused' }] }],
    });
    story.send('kms', 'DisableKey', { KeyId: keyId });
    expect(story.screen().cells.map(({ view }) => view?.source)).toEqual([
      undefined,
      undefined,
      'aws kms DisableKey',
    ]);
  });

  it('ends at the cell that had begun at the moment looked at, and says where one would go on', () => {
    const story = new Story();
    story.createKey();
    story.createKey();
    story.createKey();
    const past = story.screen({ at: 2 });
    expect(past.cells.length).toBe(2);
    expect(past.goesOnFrom).toBe('after the command `aws kms CreateKey`');
    expect(past.timeline).toMatchObject({ now: 3, at: 2 });
    expect(story.screen({ at: 0 }).goesOnFrom).toBe('from the start');
  });
});

describe('the timeline', () => {
  it('marks every request, what came due by itself, and where the clock was moved', () => {
    const story = new Story();
    const keyId = story.createKey();
    story.send('kms', 'ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: 7 });
    story.wait(8 * 86_400_000);
    story.attempt('kms', 'DescribeKey', { KeyId: keyId });
    expect(
      story.screen().timeline.marks.map(({ operation, verdict, skipped }) => [operation, verdict, skipped]),
    ).toEqual([
      ['CreateKey', 'allowed', undefined],
      ['ScheduleKeyDeletion', 'allowed', undefined],
      ['came due', 'allowed', '+7 days'],
      ['DescribeKey', 'refused', '+1 day'],
    ]);
  });

  it('tells how a branch left another', () => {
    const story = new Story();
    story.createKey();
    story.createKey();
    story.session.goOnAfter(1);
    story.attempt('kms', 'ListKeys', {});
    expect(story.screen().timeline.branches).toEqual([
      { id: 'main', name: 'main', from: 'from the start', requests: 2, current: false },
      { id: 'b2', name: 'branch 2', from: 'left main after 1 request', requests: 2, current: true },
    ]);
  });

  it('compares two moments record by record', () => {
    const story = new Story();
    const keyId = story.createKey();
    story.send('kms', 'DisableKey', { KeyId: keyId });
    const compare = story.screen({ at: 'now', compare: { from: 1, to: 2 } }).compare;
    expect(compare?.changes).toMatchObject([
      {
        kind: 'changed',
        what: 'KMS key',
        region: 'eu-west-1',
        members: [{ member: 'state', before: 'Enabled', after: 'Disabled' }],
      },
    ]);
    expect(compare?.moments.map(({ label }) => label)).toEqual([
      'the start, 09:00:00',
      'request 1, 09:00:00, CreateKey',
      'request 2, 09:00:01, DisableKey',
    ]);
  });
});

describe('the bar', () => {
  it('offers identities and Regions as commands, and lists what the clock brought about', () => {
    const story = new Story();
    const keyId = story.createKey();
    story.send('kms', 'ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: 7 });
    story.wait(8 * 86_400_000);
    const { bar } = story.screen();
    expect(bar).toMatchObject({
      identity: 'default',
      region: 'eu-west-1',
      identities: [{ id: 'default', name: 'user/student', command: 'export AWS_PROFILE=default' }],
      regions: [{ region: 'eu-west-1' }, { region: CENTRAL, command: 'export AWS_REGION=eu-central-1' }],
      clock: { label: 'Day 8, 09:00:02', due: { skipped: '8 days' } },
    });
    expect(bar.clock.due?.items).toEqual([
      `KMS key ${keyId.slice(0, 4)}…${keyId.slice(-2)} in eu-west-1 is gone.`,
    ]);
    expect(story.session.line.nowMs).toBe(START + 2000 + 8 * 86_400_000);
  });
});

describe('after a moment at which something came due by itself', () => {
  it('the X-ray still shows the newest request', () => {
    const story = new Story();
    const keyId = story.createKey();
    story.send('kms', 'ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: 7 });
    story.wait(8 * 86_400_000);
    const { xray, timeline } = story.screen();
    expect([timeline.now, xray?.requestId, xray?.operation]).toEqual([3, '2', 'ScheduleKeyDeletion']);
  });
});

describe('CloudTrail', () => {
  it('lists records newest first and opens one with its request', () => {
    const story = new Story();
    story.createKey();
    story.attempt('kms', 'DescribeKey', { KeyId: 'alias/none' });
    const { trail } = story.screen();
    expect(trail.records.map(({ eventName, user, errorCode }) => [eventName, user, errorCode])).toEqual([
      ['DescribeKey', 'user/student', 'NotFoundException'],
      ['CreateKey', 'user/student', undefined],
    ]);
    const record = trail.records[1]?.eventId ?? '';
    const { open } = story.screen({ at: 'now', record }).trail;
    expect(open?.requestId).toBe('1');
    expect(JSON.parse(open?.json ?? '')).toMatchObject({ eventID: record, eventName: 'CreateKey' });
  });
});

describe('the sequence of what just happened', () => {
  it('is Mermaid text with a message each way', () => {
    const story = new Story();
    story.attempt('kms', 'DescribeKey', { KeyId: 'alias/none' });
    expect(story.screen().sequence).toEqual({
      title: 'What just happened',
      mermaid: [
        'sequenceDiagram',
        '  participant P0 as user/student',
        '  participant P1 as KMS eu-west-1',
        '  P0->>P1: DescribeKey',
        '  P1-->>P0: NotFoundException',
      ].join('\n'),
      messages: [
        { from: 'user/student', to: 'KMS eu-west-1', text: 'DescribeKey', light: 'lit', requestId: '1' },
        {
          from: 'KMS eu-west-1',
          to: 'user/student',
          text: 'NotFoundException',
          light: 'refused',
          requestId: '1',
        },
      ],
    });
  });
});

describe('a seal', () => {
  it('is one of 48 before two look alike, and its label is always its own', () => {
    const seals = Array.from({ length: 60 }, (_, n) => nthSeal(n));
    expect(new Set(seals.slice(0, 48).map(({ hue, glyph }) => `${hue} ${glyph}`)).size).toBe(48);
    expect(new Set(seals.map(({ label }) => label)).size).toBe(60);
    expect([seals[0]?.label, seals[25]?.label, seals[26]?.label, seals[52]?.label]).toEqual([
      'A',
      'Z',
      'AA',
      'BA',
    ]);
  });
});
