import { describe, expect, it } from 'vitest';
import { Console } from '../shell/console.testkit';

const say = (source: string) => new Console().say(source);

describe('the tools of the shell', () => {
  it('xxd dumps and makes bytes', async () => {
    expect(
      await say(
        "printf 'Hello, lab of keys\\n' > f; xxd f; xxd -p f; xxd -p -c 4 f; xxd -l 3 -u f; xxd -s 16 -g 1 f; xxd f | xxd -r; xxd -p f | xxd -r -p; echo 'ff 00 zz 41' | xxd -r -p | xxd -p; xxd nofile",
      ),
    ).toBe(
      [
        '00000000: 4865 6c6c 6f2c 206c 6162 206f 6620 6b65  Hello, lab of ke',
        '00000010: 7973 0a                                  ys.',
        '48656c6c6f2c206c6162206f66206b6579730a',
        '48656c6c',
        '6f2c206c',
        '6162206f',
        '66206b65',
        '79730a',
        '00000000: 4865 6C                                  Hel',
        '00000000: 79 73 0a                                         ys.',
        'Hello, lab of keys',
        'Hello, lab of keys',
        'ff0041',
        'xxd: nofile: No such file or directory',
        '',
      ].join('\n'),
    );
  });

  it('head and tail show the ends of bytes and lines, and all but the ends', async () => {
    const expected: readonly (readonly [string, string])[] = [
      ['1,2,3,', 'head'],
      ['1,', 'head -n 1'],
      ['1,', 'head -1'],
      ['1,2,', 'head -n2'],
      ['1,2,', 'head --lines=-1'],
      ['1,', 'head -n -2'],
      ['', 'head -n 0'],
      ['1,2', 'head -c 3'],
      ['1,2,3', 'head -c -1'],
      ['3,', 'tail -n 1'],
      ['2,3,', 'tail -2'],
      ['2,3,', 'tail -n +2'],
      ['2,3,', 'tail +2'],
      ['1,2,3,', 'tail -n 9'],
      ['', 'tail -n 0'],
      [',3,', 'tail -c 3'],
      [',3,', 'tail -c -3'],
      [',2,3,', 'tail -c +2'],
      ['1,2,3,', 'tail --bytes +1'],
      ['', 'tail -c +9'],
    ];
    const script = expected.map(
      ([, command]) => `printf '1\\n2\\n3\\n' | ${command} | tr '\\n' ,; echo ' ${command}'`,
    );
    expect((await say(script.join('\n'))).trimEnd().split('\n')).toEqual(
      expected.map(([text, command]) => `${text} ${command}`),
    );
    expect(
      await say(
        "printf 'a\\nb' > f; tail -n 1 f; echo; head -n 1 f f; tail -qn1 f f; echo; tail -n x f; head nofile",
      ),
    ).toBe(
      "b\n==> f <==\na\n\n==> f <==\na\nbb\ntail: invalid number of lines: 'x'\nhead: cannot open 'nofile' for reading: No such file or directory\n",
    );
    expect(
      await say(
        "printf '\\xff\\x00\\xfe' | tail -c +2 | xxd -p; printf '\\xff\\n\\xfe' | head -n 1 | xxd -p",
      ),
    ).toBe('00fe\nff0a\n');
  });

  it('tail finds the last line behind an empty first one', async () => {
    expect(
      await say(
        "printf '\\nlast\\n' | tail -1; printf '\\n\\n' | tail -n 1; printf '\\n' | tail -n 2 | wc -l",
      ),
    ).toBe('last\n\n1\n');
  });

  it('paste and xargs take a value that is glued to its option', async () => {
    expect(await say("printf '1\\n2\\n' | paste -sd,; printf 'a\\nb\\n' | xargs -I{} echo '<{}>'")).toBe(
      '1,2\n<a>\n<b>\n',
    );
  });

  it('od shows bytes as numbers and characters', async () => {
    expect(
      await say(
        "printf 'A\\xff\\x00\\n' > f; od -An -tx1 f; od -t x1 f; od -c f; od -An -tu1 -N2 f; od -A d -t d1 f; od -An -x f; od -q f",
      ),
    ).toBe(
      [
        ' 41 ff 00 0a',
        '0000000 41 ff 00 0a',
        '0000004',
        '0000000   A 377  \\0  \\n',
        '0000004',
        '  65 255',
        '0000000   65   -1    0   10',
        '0000004',
        ' ff41 0a00',
        "od: the lab's od does not know -q",
        '',
      ].join('\n'),
    );
  });

  it('dd writes into a file, and refuses what it does not know', async () => {
    expect(
      await say(
        'printf abcdef > f; printf XY | dd of=f bs=1 seek=2 conv=notrunc status=none; cat f; echo; printf Z | dd of=f bs=1 seek=3 status=none; cat f; echo; printf Q | dd of=n bs=1 seek=2 status=none; xxd -p n; dd if=f conv=ucase; dd if=f sync=1; dd if=f of=n bs=1M seek=5',
      ),
    ).toBe(
      "abXYef\nabXZ\n000051\ndd: invalid conversion: 'ucase'\ndd: unrecognized operand 'sync=1'\ndd: n: File too large\n",
    );
  });

  it('dd copies blocks', async () => {
    expect(
      await say(
        'seq 1 9 > f; dd if=f of=g bs=4 count=2 status=none; xxd -p g; dd if=f bs=2 skip=7 status=none; dd if=/dev/zero of=z bs=1k count=100 2>&1 | head -2; wc -c < z; dd if=none',
      ),
    ).toBe(
      "310a320a330a340a\n8\n9\n100+0 records in\n100+0 records out\n102400\ndd: failed to open 'none': No such file or directory\n",
    );
  });

  it('cmp tells where two files part', async () => {
    expect(
      await say(
        "printf 'a\\nbc' > x; printf 'a\\nbd' > y; printf 'a\\n' > z; cmp x x; echo $?; cmp x y; cmp x z; cmp -s x y; echo $?; cmp x none",
      ),
    ).toBe(
      '0\nx y differ: byte 4, line 2\ncmp: EOF on z after byte 2\n1\ncmp: none: No such file or directory\n',
    );
  });

  it('mktemp makes files and folders of a new name', async () => {
    const said = await say(
      'a=$(mktemp); b=$(mktemp -d); c=$(mktemp x.XXXX); ls -d $a $b $c | sed "s/[A-Za-z0-9]*$//"; [ -d $b ] && [ -f $c ] && echo made; mktemp bad',
    );
    expect(said).toBe("/tmp/tmp.\n/tmp/tmp.\nx.\nmade\nmktemp: too few X's in template 'bad'\n");
  });

  it('ls lists names, sizes and times', async () => {
    expect(
      await say(
        'mkdir d; echo abc > d/b; echo a > d/A; touch d/.hidden; chmod 600 d/b; ln -s b d/l; ls d; ls -a d; ls -lS d; ls -F; ls -r d; ls d/b d; ls -lh d/b',
      ),
    ).toBe(
      [
        'A',
        'b',
        'l',
        '.',
        '..',
        '.hidden',
        'A',
        'b',
        'l',
        'total 12',
        '-rw------- 1 student student 4 Nov 22 10:00 b',
        '-rw-r--r-- 1 student student 2 Nov 22 10:00 A',
        'lrwxrwxrwx 1 student student 1 Nov 22 10:00 l -> b',
        'd/',
        'l',
        'b',
        'A',
        'd/b',
        '',
        'd:',
        'A',
        'b',
        'l',
        '-rw------- 1 student student 4 Nov 22 10:00 d/b',
        '',
      ].join('\n'),
    );
  });

  it('sleep, uname, id, whoami and hostname answer', async () => {
    expect(
      await say(
        'sleep 1.5 2m; date +%T; sleep x; sleep 90000000000d; uname; uname -sm; id -un; whoami; hostname; trap "rm x" EXIT; echo $?',
      ),
    ).toBe(
      "10:02:01\nsleep: invalid time interval 'x'\nsleep: the lab's clock moves at most ten years at once\nLinux\nLinux x86_64\nstudent\nstudent\nlab\n0\n",
    );
  });
});
