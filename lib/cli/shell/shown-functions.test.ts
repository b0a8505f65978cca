import { describe, expect, it } from 'vitest';
import { Console } from './console.testkit';

const LOOP =
  'f() {\n  for i in $(echo 1 2); do echo $i > /dev/null; done\n  cat <<E | tr a b\na $(date +%Y)\nE\n}';

describe('a function', () => {
  it('is shown by type as it was written, among what else is asked about', async () => {
    const console = new Console();
    expect(await console.say(`${LOOP}\ntype f cd ls`)).toBe(
      `f is a function\n${LOOP}\ncd is a shell builtin\nls is /usr/bin/ls\n`,
    );
    expect(await console.say('type f nosuch; echo $?; type -t f; type f | head -1')).toBe(
      `f is a function\n${LOOP}\nbash: type: nosuch: not found\n1\nfunction\nf is a function\n`,
    );
    expect(await console.say('if true; then g() { echo "$(f)"; }; fi; type g')).toMatch(
      /^g is a function\ng ?\(\)[\s\S]*\$\(f\)/,
    );
  });

  it('is shown by declare -f, alone or with all others, until it is unset', async () => {
    const console = new Console();
    await console.run(`${LOOP}\ng() { "$@"; }`);
    expect(await console.say('declare -f g; typeset -f')).toBe(`g() { "$@"; }\n${LOOP}\ng() { "$@"; }\n`);
    expect(await console.say('unset -f g; declare -f g; echo $?; declare -f | wc -l')).toBe('1\n6\n');
    expect(await console.say('g() { :; }; g() { echo again; }; declare -f g; declare -F')).toBe(
      'g() { echo again; }\ndeclare -f f\ndeclare -f g\n',
    );
  });
});
