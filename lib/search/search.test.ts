import { describe, expect, it } from 'vitest';
import { openSearch, writeSearch } from './search';

const find = openSearch(
  writeSearch([
    {
      id: 'row-disabled',
      kind: 'error',
      title: 'DisabledException when calling Decrypt',
      also: 'key is off',
      text: 'Somebody **disabled** the key.',
      href: '/playbook/#disabled',
    },
    {
      id: 'concept-grant',
      kind: 'concept',
      title: 'Grant',
      also: '',
      text: `A permission on one key. ${'More words. '.repeat(20)}`,
      href: '/learn/grant/',
    },
  ]),
);

describe('search', () => {
  it('finds an exception by a part of its name, a synonym and a slip of the pen', () => {
    expect(find('disabled')).toEqual([
      {
        id: 'row-disabled',
        kind: 'error',
        title: 'DisabledException when calling Decrypt',
        href: '/playbook/#disabled',
        short: 'Somebody disabled the key.',
      },
    ]);
    expect(find('key is off').map(({ id }) => id)).toEqual(['row-disabled']);
    expect(find('permision').map(({ id }) => id)).toEqual(['concept-grant']);
  });

  it('finds a whole line of output, and shows a short piece of a long text', () => {
    expect(find('DisabledException when calling Decrypt').map(({ id }) => id)).toEqual(['row-disabled']);
    expect(find('gra')[0]?.short).toMatch(/^A permission on one key\. .{50,120} …$/);
  });

  it('finds nothing where one of the words is nowhere', () => {
    expect(find('disabled zebra')).toEqual([]);
  });
});
