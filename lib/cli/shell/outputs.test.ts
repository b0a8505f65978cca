import { describe, expect, it } from 'vitest';
import { Console } from './console.testkit';

const turnsOf = async (source: string) =>
  (await new Console().run(source)).statements.map(({ turns, stdout, stderr }) =>
    (turns ?? [{ text: stdout }, { text: stderr }]).map(({ text }) => text).filter((text) => text !== ''),
  );

const NO = (name: string) => `ls: cannot access '${name}': No such file or directory\n`;

describe('what a statement prints on both streams', () => {
  it.each([
    ['ls a || echo x', [[NO('a'), 'x\n']]],
    ['echo x && ls a', [['x\n', NO('a')]]],
    ['ls a || ls b || echo x', [[NO('a') + NO('b'), 'x\n']]],
    ['for i in a b; do ls $i || echo no $i; done', [[NO('a'), 'no a\n', NO('b'), 'no b\n']]],
    ['if ls a; then echo yes; else echo no; ls b; echo end; fi', [['no\n', NO('b'), 'end\n', NO('a')]]],
    ['{ ls a; echo x; }; { echo y; ls b; } > f 2>&1; cat f', [[NO('a'), 'x\n'], [], [`y\n${NO('b')}`]]],
    ['while read -r l; do ls $l; echo $l; done <<< a', [[NO('a'), 'a\n']]],
    [
      'for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done; ! ls a && echo x',
      [['1\n3\n'], [NO('a'), 'x\n']],
    ],
    ['set -e; false || ls a || echo x', [[], [NO('a'), 'x\n']]],
  ])('keeps its order: %s', async (source, printed) => {
    expect(await turnsOf(source)).toEqual(printed);
  });

  it('says so only where an error comes before something else', async () => {
    const { statements } = await new Console().run('ls a || echo x; echo y; ls b');
    expect(statements.map(({ turns }) => turns)).toEqual([
      [
        { stream: 'stderr', text: NO('a') },
        { stream: 'stdout', text: 'x\n' },
      ],
      undefined,
      undefined,
    ]);
  });
});
