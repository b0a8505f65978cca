import { describe, expect, it } from 'vitest';
import { Console } from './console.testkit';

describe('a cell is stopped', () => {
  it('after so many commands, with the shell as it was before it', async () => {
    const console = new Console();
    await console.run('x=before');
    const result = await console.run('x=after; echo started; while true; do :; done; echo never', {
      limits: { commands: 500 },
    });
    expect(result.statements.map(({ stdout, note }) => [stdout, note])).toEqual([
      ['', undefined],
      ['started\n', undefined],
      ['', 'The lab stopped this cell after 500 commands: it looks like a loop without an end.'],
    ]);
    expect([result.exitCode, result.stopped]).toEqual([130, true]);
    expect(await console.say('echo $x $?')).toBe('before 130\n');
  });

  it('when it prints too much, in one statement or in many', async () => {
    const note = 'The lab stopped this cell after it had printed 1,000 bytes.';
    const limits = { outputBytes: 1000 };
    const many = await new Console().run(
      'for i in $(seq 1 20); do echo $i; done; seq 1 400; seq 1 400; echo never',
      { limits },
    );
    expect([many.stopped, many.statements.at(-1)?.note]).toEqual([true, note]);
    expect(many.statements.map(({ stdout }) => stdout).join('')).not.toContain('never');
    const one = await new Console().run('seq 1 400', { limits });
    expect([one.stopped, one.statements.at(-1)?.note]).toEqual([true, note]);
  });

  it('when what passes between commands grows beyond all measure', async () => {
    const { stopped, statements } = await new Console().run('x=a; while true; do x=$x$x; done; echo never');
    expect([stopped, statements.at(-1)?.stderr, statements.at(-1)?.note]).toEqual([
      true,
      '',
      'The lab stopped this cell: word expansion: string length limit exceeded (8000000 bytes).',
    ]);
    const deep = await new Console().run('f() { f; }; f');
    expect(deep.statements.at(-1)?.note).toBe(
      'The lab stopped this cell: f: maximum recursion depth (100) exceeded.',
    );
  });

  it('when the caller says so', async () => {
    const stopper = new AbortController();
    const console = new Console();
    const result = await console.run('echo a; echo b; echo c', {
      signal: stopper.signal,
      ended: ({ stdout }) => {
        if (stdout === 'a\n') stopper.abort();
      },
    });
    expect(result.statements.map(({ stdout, note }) => [stdout, note])).toEqual([
      ['a\n', undefined],
      ['', 'Stopped.'],
    ]);
    expect([result.exitCode, result.stopped]).toEqual([130, true]);
  });

  it('when real time has run out, while the lab’s may pass as it likes', async () => {
    expect(
      (await new Console().run('sleep 400d; date +%Y', { limits: { wallMs: 5000 } })).statements.map(
        ({ stdout }) => stdout,
      ),
    ).toEqual(['', '2027\n']);
    const slow = await new Console().run(
      'for i in 1 2 3 4 5 6 7 8 9; do echo $i > f$i; done; sleep 1; sleep 1; echo never',
      {
        limits: { wallMs: 0 },
        began: () => new Promise((done) => setTimeout(done, 5)),
      },
    );
    expect([slow.stopped, slow.statements.at(-1)?.note]).toEqual([
      true,
      'The lab stopped this cell after 0 seconds.',
    ]);
  });

  it('and a mistake of the lab itself is thrown, not passed off as an answer', async () => {
    const console = new Console();
    const port = {
      send: async () => {
        throw new Error('the engine broke');
      },
      services: () => ['sts'],
      operations: () => Object.values(console.cloud.operations('sts') ?? {}),
      nowMs: async () => 0,
      advance: async () => 0,
    };
    await expect(console.run('aws sts get-caller-identity', { port })).rejects.toThrow('the engine broke');
  });
});
