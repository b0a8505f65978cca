import { describe, expect, it } from 'vitest';
import { Console } from './console.testkit';

describe('the name of a command', () => {
  it.each([
    ['f() { "$@"; }; f echo a "b  c"', 'a b  c\n'],
    ['f() { $@; }; f echo a "b  c"', 'a b c\n'],
    ['f() { X=5 "$@"; }; f env | grep ^X=', 'X=5\n'],
    ['f() { "$@" > out; }; f echo kept; cat out', 'kept\n'],
    ['f() { if "$@"; then echo yes; else echo no; fi; }; f true; f false', 'yes\nno\n'],
    ['f() { echo "+ $*"; "$@"; }; f f f echo deep', '+ f f echo deep\n+ f echo deep\n+ echo deep\ndeep\n'],
    ['cmd=(echo x "y  z"); "${cmd[@]}" more', 'x y  z more\n'],
    ['say="echo two words"; $say more', 'two words more\n'],
    ['AWS="aws --region us-east-1"; $AWS sts get-caller-identity --query Account', '"111122223333"\n'],
    ['$(echo echo from) inside', 'from inside\n'],
    ['none=; $none echo "the next word"; $none; "${none[@]:5}"; echo $?', 'the next word\n0\n'],
    ['f() { "$@"; }; f exit_is_not_here; echo $?', 'bash: exit_is_not_here: command not found\n127\n'],
    ['set -e; f() { "$@"; }; f false || echo caught; f false; echo never', 'caught\n'],
    ['printf \'run() { "$@"; }\\nrun echo "a  file"\\n\' > s.sh; bash s.sh', 'a  file\n'],
  ])('may expand to several words: %s', async (source, said) => {
    expect(await new Console().say(source)).toBe(said);
  });

  it('does so in a function of an earlier cell as well', async () => {
    const console = new Console();
    await console.run('run() { "$@"; }');
    expect(await console.say('run echo "still  here"')).toBe('still  here\n');
    expect(Object.keys(console.shell.variables)).not.toContain('__lab_words');
    expect(console.shell.declarations).toEqual([]);
  });
});
