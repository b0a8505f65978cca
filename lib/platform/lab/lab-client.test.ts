import { afterEach, describe, expect, it } from 'vitest';
import type { ScreenView } from '../../views';
import { LabClient, type LabPhase } from './lab-client';
import type { LessonSource, Notice, Opening } from './protocol';
import { inThisThread } from './threads.testkit';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

interface Lab {
  readonly client: LabClient;
  readonly notices: Notice[];
  readonly phases: LabPhase[];
  look(): Promise<ScreenView>;
  run(source: string): Promise<ScreenView>;
}

async function lab(
  opening: Opening = { kind: 'new' },
  lesson: LessonSource = { kind: 'sandbox' },
): Promise<Lab> {
  const threads = inThisThread();
  const notices: Notice[] = [];
  const phases: LabPhase[] = [];
  const nothing = () => {};
  const client = new LabClient(
    {
      phase: (phase) => phases.push(phase),
      notice: (notice) => notices.push(notice),
      began: nothing,
      statement: nothing,
      ended: nothing,
      saved: nothing,
      writing: nothing,
    },
    threads,
  );
  open.push({
    close: () => {
      client.dispose();
      threads.close();
    },
  });
  await client.start({ lesson, opening });
  const look = () => client.look({ at: 'now' });
  return {
    client,
    notices,
    phases,
    look,
    run: async (source) => {
      await client.run(source, 'typed');
      return await look();
    },
  };
}

/** What the cells printed, as the console has it. */
function printed({ cells }: ScreenView): readonly string[] {
  return cells.flatMap(
    ({ view }) => view?.statements.flatMap(({ output }) => output.map(({ text }) => text)) ?? [],
  );
}

const ROUND_TRIP = `KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)
echo -n secret > plain.txt
aws kms encrypt --key-id $KEY --plaintext fileb://plain.txt --query CiphertextBlob --output text | base64 --decode > blob
aws kms decrypt --ciphertext-blob fileb://blob --query Plaintext --output text | base64 --decode`;

describe('the lab behind the page', () => {
  it('runs cells in a shell that remembers, against one world', async () => {
    const sandbox = await lab();
    expect(sandbox.phases.at(-1)).toEqual({ kind: 'ready' });
    expect(printed(await sandbox.run(ROUND_TRIP))).toEqual(['secret']);
    const screen = await sandbox.run('echo ${#KEY}; cat plain.txt');
    expect(printed(screen)).toEqual(['36\n', 'secret']);
    expect(screen.timeline.marks.map(({ operation }) => operation)).toEqual([
      'CreateKey',
      'Encrypt',
      'Decrypt',
    ]);
  });

  it('plays a shared run again to the same state, and says so', async () => {
    const sandbox = await lab();
    await sandbox.run(ROUND_TRIP);
    await sandbox.run('lab clock +1d');
    const { link, hash } = await sandbox.client.share();
    const guest = await lab({ kind: 'link', text: link as string });
    expect(guest.notices).toEqual([
      {
        tone: 'plain',
        title: 'This is the run that was shared',
        text: `Played again from its first command, it came to the same state: ${hash.slice(0, 16)}.`,
      },
    ]);
    expect((await guest.client.share()).hash).toBe(hash);
    expect(printed(await guest.look())[0]).toBe('secret');
  });

  it('names the first command that leads elsewhere', async () => {
    const sandbox = await lab();
    await sandbox.run('aws kms create-key > /dev/null');
    await sandbox.run('aws kms list-keys > /dev/null');
    const { text } = await sandbox.client.file();
    const forged = text
      .replace('list-keys', 'list-aliases')
      .replace(/"h": "[0-9a-f]{16}"(?![\s\S]*"h")/, '"h": "0123456789abcdef"');
    const guest = await lab({ kind: 'file', text: forged });
    expect(guest.notices).toMatchObject([{ tone: 'refused', title: 'This is not the run that was shared' }]);
    expect(guest.notices[0]?.text).toMatch(
      /^From command 2, “aws kms list-aliases > \/dev\/null”, on the state differs: expected 0123456789abcdef, found [0-9a-f]{16}\./,
    );
  });

  it('goes on from the past on a branch, with the files and variables of then', async () => {
    const sandbox = await lab();
    await sandbox.run('aws kms create-key > /dev/null; WHERE=first');
    await sandbox.run('aws kms create-key > /dev/null; WHERE=second');
    await sandbox.client.goOn(1);
    const branched = await sandbox.run('echo $WHERE');
    expect(printed(branched).at(-1)).toBe('first\n');
    expect(branched.timeline.branches.map(({ name, current }) => [name, current])).toEqual([
      ['main', false],
      ['branch 2', true],
    ]);
    await sandbox.client.switchTo('main');
    expect(printed(await sandbox.run('echo $WHERE')).at(-1)).toBe('second\n');
  });

  it('carries every branch in a file', async () => {
    const sandbox = await lab();
    await sandbox.run('aws kms create-key > /dev/null');
    await sandbox.run('aws kms create-key > /dev/null');
    await sandbox.client.goOn(1);
    await sandbox.run('aws kms list-keys > /dev/null');
    const { text } = await sandbox.client.file();
    const guest = await lab({ kind: 'file', text });
    expect(guest.notices).toMatchObject([{ title: 'This is the run that was shared' }]);
    const [was, is] = await Promise.all([sandbox.look(), guest.look()]);
    expect(is.timeline.branches).toEqual(was.timeline.branches);
    expect(is.map).toEqual(was.map);
  });

  it.each([
    [
      'link',
      'r1.AAAAAAAAAAAA.abc',
      /^The share link, checksum cannot be read: expected .* The run of before is open\.$/,
    ],
    [
      'file',
      '{"kmsLabRun":1}',
      /^The run file, product cannot be read: expected a version, found nothing\. The run of before is open\.$/,
    ],
  ] as const)('opens the run of before when a %s cannot be read, and says why', async (kind, text, why) => {
    const sandbox = await lab({ kind, text });
    expect(sandbox.notices).toMatchObject([
      { tone: 'refused', title: 'Nothing was opened', text: expect.stringMatching(why) },
    ]);
    expect(printed(await sandbox.run('echo ready'))).toEqual(['ready\n']);
  });

  it('completes what is typed from the files and variables of the last cell', async () => {
    const sandbox = await lab();
    await sandbox.run('NORTHWIND=1; echo x > card.json');
    const texts = async (line: string) =>
      (await sandbox.client.complete(line, line.length)).items.map(({ text }) => text);
    expect(await texts('aws kms describe-k')).toEqual(['describe-key']);
    expect(await texts('echo $NORTH')).toEqual(['$NORTHWIND']);
    expect(await texts('cat car')).toEqual(['card.json']);
  });

  it('says what happened and what is kept when the engine breaks down', async () => {
    const broken = await lab({ kind: 'new' }, { kind: 'scenario', id: 'x', data: { id: 7 } });
    expect(broken.phases.at(-1)).toMatchObject({
      kind: 'failed',
      notice: {
        tone: 'refused',
        title: 'The lab broke down',
        text: expect.stringMatching(
          /^The scenario, .* Everything up to the last command is saved on this device\./,
        ),
      },
    });
  });

  it('answers who can do what, and what a draft would change, without a mark in the run', async () => {
    const sandbox = await lab();
    const screen = await sandbox.run('aws kms create-key --query KeyMetadata.Arn --output text');
    const key = printed(screen).join('').trim();
    const { access } = sandbox.client;
    const table = await access.whoCan({ at: 'now', about: { kind: 'key', key }, operations: ['Decrypt'] });
    expect(table.rows.map(({ label, cells: [cell] }) => [label, cell?.verdict])).toEqual([
      ['root', 'allowed'],
      ['user/student', 'allowed'],
    ]);
    const { documents, requests } = await access.policies('now');
    expect([documents.map(({ id }) => id), requests.map(({ label }) => label)]).toEqual([
      [key],
      ['CreateKey by user/student in eu-west-1'],
    ]);
    const student = table.rows[1]?.id ?? '';
    const tried = await access.tryPolicy({
      at: 'now',
      drafts: [{ place: { kind: 'key', key }, text: '{"Statement": []}' }],
      requests: [{ supposed: { principal: student, operation: 'Decrypt', key } }],
    });
    expect([tried.drafts[0]?.findings.map(({ code }) => code), tried.requests[0]?.changed]).toEqual([
      ['empty-list'],
      false,
    ]);
    const root = { supposed: { principal: student, operation: 'Decrypt', key } };
    expect([
      (await access.suggest({ at: 'now', request: root }))?.state,
      (await access.handshake({ at: 'now', request: root }))?.missing,
      (await access.keyCare('now', key)).state,
      (await access.whoCanDetail({ at: 'now', cell: root.supposed })).verdict,
      (await access.vocabulary('now')).resources.map(({ arn }) => arn),
    ]).toEqual(['allowed', 'none', 'safe', 'allowed', [key]]);
    expect((await sandbox.look()).timeline.marks).toHaveLength(1);
  });
});
