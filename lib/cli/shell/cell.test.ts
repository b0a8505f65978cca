import { describe, expect, it } from 'vitest';
import { Console, START_MS } from './console.testkit';

const brief = (statements: readonly { source: string; stdout: string; stderr: string; exitCode: number }[]) =>
  statements.map(({ source, stdout, stderr, exitCode }) => [source, stdout, stderr, exitCode]);

describe('a cell', () => {
  it('tells of each statement as it ends: its text, what it printed, its status and its requests', async () => {
    const console = new Console();
    const told: unknown[] = [];
    const result = await console.run(
      '# first\necho one; false\naws sts get-caller-identity --query Account\ncat <<EOF | tr a-z A-Z\nbody $USER\nEOF\nls nowhere',
      {
        began: (source) => void told.push(`began ${source.split('\n')[0]}`),
        ended: ({ exitCode }) => void told.push(exitCode),
      },
    );
    expect(result.statements).toEqual([
      { source: 'echo one', stdout: 'one\n', stderr: '', exitCode: 0, seqs: [] },
      { source: 'false', stdout: '', stderr: '', exitCode: 1, seqs: [] },
      {
        source: 'aws sts get-caller-identity --query Account',
        stdout: '"111122223333"\n',
        stderr: '',
        exitCode: 0,
        seqs: [1],
      },
      {
        source: 'cat <<EOF | tr a-z A-Z\nbody $USER\nEOF',
        stdout: 'BODY STUDENT\n',
        stderr: '',
        exitCode: 0,
        seqs: [],
      },
      {
        source: 'ls nowhere',
        stdout: '',
        stderr: "ls: cannot access 'nowhere': No such file or directory\n",
        exitCode: 2,
        seqs: [],
      },
    ]);
    expect(told).toEqual([
      'began echo one',
      0,
      'began false',
      1,
      'began aws sts get-caller-identity --query Account',
      0,
      'began cat <<EOF | tr a-z A-Z',
      0,
      'began ls nowhere',
      2,
    ]);
    expect([result.exitCode, result.stopped]).toEqual([2, false]);
  });

  it('hands variables, arrays, functions, options, aliases, arguments and the folder on to the next', async () => {
    const console = new Console();
    await console.run(
      [
        'x=1; export Y="a b"; list=(1 "two 3" "it\'s \\$5"); declare -A map; map[k e]="v 1"; declare -i n=5',
        'f() {\n  cat <<EOF\nhere $1\nEOF\n}',
        "alias say='echo said'; set -o pipefail; shopt -s nullglob; set -- p 'q r'",
        'mkdir -p sub/deep; cd sub; printf "\\xff" > deep/b; ln -s deep/b link; chmod 600 deep/b; (exit 7)',
      ].join('\n'),
    );
    const said = await console.say(
      'echo $?; echo $x "$Y" "${list[1]}" "${list[2]}" "${map[k e]}"; n+=1; echo $n; f z; say hi; echo $2 $#; pwd; xxd -p link; env | grep ^Y; env | grep -c ^x; false | true; echo $?; echo *.none',
    );
    expect(said).toBe(
      "7\n1 a b two 3 it's $5 v 1\n6\nhere z\nsaid hi\nq r 2\n/home/student/sub\nff\nY=a b\n0\n1\n\n",
    );
  });

  it('leaves the snapshot it began with as it was', async () => {
    const console = new Console();
    const before = console.shell;
    const copy = JSON.stringify(before);
    await console.run('x=1; echo a > file; cd /tmp; f() { :; }; rm ~/.aws/config');
    expect(JSON.stringify(before)).toBe(copy);
    expect(Object.keys(console.shell.files)).not.toContain('/home/student/.aws/config');
  });

  it('ends with exit, with the status given or the last one, and keeps what came before', async () => {
    const console = new Console();
    expect((await console.run('x=1; f() { y=2; exit 3; }; f; echo never')).exitCode).toBe(3);
    expect(await console.say('echo $x $y $?')).toBe('1 2 3\n');
    expect((await console.run('z=4; (exit 9); exit')).exitCode).toBe(9);
    expect(
      (await console.run('echo $z; (x=5; exit 6); echo $x $?')).statements.map(({ stdout }) => stdout),
    ).toEqual(['4\n', '', '1 6\n']);
    expect((await console.run('set -e; false || exit 5')).exitCode).toBe(5);
  });

  it.each([
    ['f() { false; echo on; }; f || echo no', 'on\n'],
    ['f() { false; }; f || echo caught', 'caught\n'],
    ['{ false; } || echo caught', 'caught\n'],
    ['f() { return 7; }; f || echo "caught $?"', 'caught 7\n'],
    ['f() { false; }; f && echo no; echo "after $?"', 'after 1\n'],
    ['f() { false; echo on; }; ! f; echo "after $?"', 'on\nafter 1\n'],
    ['f() { false; }; ! f; echo "after $?"', 'after 0\n'],
    ['true && false || echo third; false && true || { echo x; (exit 4); }; echo never', 'third\nx\n'],
    ['f() { false || return 5; }; f || echo $?', '5\n'],
    ['for i in 1 2 3; do [ $i = 2 ] || continue; echo $i; done', '2\n'],
    ['"${none[@]:1}" || echo no; f() { "$@"; }; f false || echo caught', 'caught\n'],
    ['false || exit 6; echo never', ''],
  ])('under set -e ends at no failure that is asked about: %s', async (source, said) => {
    expect(await new Console().say(`set -e; ${source}`)).toBe(said);
  });

  it('ends at the first failure under set -e, which stays on', async () => {
    const console = new Console();
    const { statements, exitCode } = await console.run('set -e; x=1; false; echo never');
    expect([exitCode, brief(statements).at(-1)]).toEqual([1, ['false', '', '', 1]]);
    expect(await console.say('echo $x; set +e; false; echo on')).toBe('1\non\n');
  });

  it('keeps functions by the definition that was carried out', async () => {
    const console = new Console();
    await console.run(
      'if false; then f() { echo wrong; }; else f() { echo right; }; fi; g() { h() { echo inner; }; }; g',
    );
    expect(await console.say('f; h; unset -f f; f')).toBe('right\ninner\nbash: f: command not found\n');
    expect(await console.say('f; h')).toBe('bash: f: command not found\ninner\n');
  });

  it('keeps functions that came out of a file', async () => {
    const console = new Console();
    await console.run('cat > lib.sh <<\'EOF\'\ngreet() {\n  echo "hello $1"\n}\nEOF\nsource lib.sh');
    expect(await console.say('greet you')).toBe('hello you\n');
  });

  it('runs what stands before a mistake, as a shell that reads line by line', async () => {
    const console = new Console();
    const { statements, exitCode } = await console.run('x=1\necho ok\nif then\necho never');
    expect(brief(statements)).toEqual([
      ['x=1', '', '', 0],
      ['echo ok', 'ok\n', '', 0],
      ['if then\necho never', '', 'bash: syntax error: unexpected end of file\n', 2],
    ]);
    expect(exitCode).toBe(2);
    expect(await console.say('echo $x $?')).toBe('1 2\n');
    expect(brief((await console.run('echo "open')).statements)).toEqual([
      ['echo "open', '', 'bash: unexpected EOF while looking for matching `"\'\n', 2],
    ]);
  });

  it('is nothing when it is empty or a comment', async () => {
    const console = new Console();
    await console.run('(exit 4)');
    for (const source of ['', '   \n', '# nothing']) {
      const { statements, exitCode } = await console.run(source);
      expect([statements, exitCode]).toEqual([[], 4]);
    }
  });

  it('gives aws exported variables only', async () => {
    const console = new Console();
    expect(await console.say('AWS_REGION=eu-north-1; aws kms create-key --query KeyMetadata.Arn')).toContain(
      'eu-west-1',
    );
    expect(await console.say('export AWS_REGION; aws kms create-key --query KeyMetadata.Arn')).toContain(
      'eu-north-1',
    );
    expect(await console.say('AWS_REGION=us-east-2 aws kms create-key --query KeyMetadata.Arn')).toContain(
      'us-east-2',
    );
  });
});

describe('time in the shell', () => {
  it('is the lab’s: a command that asks takes a second, one that does not parse takes none', async () => {
    const console = new Console();
    const at = () => (console.cloud.world.nowMs - START_MS) / 1000;
    await console.run('echo a; ls; date');
    expect(at()).toBe(0);
    await console.run('aws kms create-key');
    expect(at()).toBe(1);
    await console.run('aws kms create-kee; aws kms describe-key; aws kms help; aws --version');
    expect(at()).toBe(1);
    await console.run('aws kms describe-key --key-id nope; for i in 1 2 3; do aws kms list-keys; done');
    expect(at()).toBe(5);
    await console.run('sleep 90; sleep 2h');
    expect(at()).toBe(5 + 90 + 7200);
  });

  it('shows in date, in files, in $SECONDS and in other programs', async () => {
    const console = new Console();
    expect(
      await console.say(
        'date; date +%s; sleep 5; date -u +%FT%TZ; echo $SECONDS; jq -n now; touch f; ls -l f',
      ),
    ).toBe(
      [
        'Sun Nov 22 10:00:00 UTC 2026',
        '1795341600',
        '2026-11-22T10:00:05Z',
        '5',
        '1795341605',
        '-rw-r--r-- 1 student student 0 Nov 22 10:00 f',
        '',
      ].join('\n'),
    );
  });

  it('has the relative dates of GNU and BSD', async () => {
    const console = new Console();
    const said = await console.say(
      [
        "date -u -d '1 hour ago' +%FT%TZ",
        "date -u -d '+2 days' +%F",
        'date -u -d "2026-01-31 +1 month" +%F',
        "date -u -d yesterday +%F; date -u -d 'next week' +%F",
        'date -u -v-30M +%H:%M; date -u -v+1d +%F',
        'date -u -d @0 +%F; date -u -d 2026-02-03T04:05:06Z +%H; date -d nonsense',
      ].join('\n'),
    );
    expect(said).toBe(
      "2026-11-22T09:00:00Z\n2026-11-24\n2026-03-03\n2026-11-21\n2026-11-29\n09:30\n2026-11-23\n1970-01-01\n04\ndate: invalid date 'nonsense'\n",
    );
  });

  it('is real again after the cell', async () => {
    const before = Date.now();
    await new Console().run('date');
    expect(Date.now()).toBeGreaterThanOrEqual(before);
    expect(new Date().toISOString().slice(0, 4)).toBe(new Date(before).toISOString().slice(0, 4));
  });
});

describe('chance in the shell', () => {
  const DRAWS =
    "echo $RANDOM $((RANDOM % 1000)); uuidgen; mktemp; head -c 8 /dev/urandom | xxd -p; awk 'BEGIN{print rand()}'";

  it('follows from the seed', async () => {
    const first = await new Console('one').say(DRAWS);
    expect(await new Console('one').say(DRAWS)).toBe(first);
    expect(await new Console('two').say(DRAWS)).not.toBe(first);
  });

  it('differs from cell to cell, and from draw to draw', async () => {
    const console = new Console();
    const said = await console.say('echo $RANDOM; echo $RANDOM; uuidgen; uuidgen');
    const again = await console.say('echo $RANDOM; echo $RANDOM; uuidgen; uuidgen');
    expect(new Set(`${said}${again}`.trim().split('\n')).size).toBe(8);
  });
});
