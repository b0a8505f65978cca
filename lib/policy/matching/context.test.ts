import { describe, expect, it } from 'vitest';
import { createContext, mergeKeys, withUnknown } from './context';

describe('createContext', () => {
  it('keeps values as texts under lower-case names', () => {
    const { read } = createContext({
      known: { 'aws:Days': 7, 'x:On': true, 'x:Keys': ['A', 2], 'x:None': [] },
    });
    expect(['aws:days', 'x:on', 'x:keys', 'x:none', 'x:other'].map(read)).toEqual([
      ['7'],
      ['true'],
      ['A', '2'],
      'absent',
      'absent',
    ]);
  });

  it('knows unknown names and prefixes', () => {
    const { read } = createContext({
      known: { 'x:Tag/known': 'v' },
      absent: ['x:Tag/gone'],
      unknown: ['Y:one', 'x:Tag/*', 'w:*'],
    });
    const asked = ['y:one', 'y:ones', 'x:tag/a', 'x:tag/known', 'x:tag/gone', 'z:any', 'w:any'];
    expect(asked.map(read)).toEqual(['unknown', 'absent', 'unknown', ['v'], 'absent', 'absent', 'unknown']);
  });

  it('can leave everything else unknown', () => {
    const { read } = createContext({ known: { 'x:a': 'v' }, absent: ['x:B'], unknown: 'others' });
    expect(['x:a', 'x:b', 'x:c'].map(read)).toEqual([['v'], 'absent', 'unknown']);
  });

  it('lets known win over absent, and absent over unknown', () => {
    const { read } = createContext({
      known: { 'x:a': 'v' },
      absent: ['x:a', 'x:b'],
      unknown: ['x:a', 'x:b'],
    });
    expect(['x:a', 'x:b'].map(read)).toEqual([['v'], 'absent']);
  });

  it('makes several values of names that differ only by case (fact: authorization 6)', () => {
    expect(createContext({ known: { 'x:App': '1', 'x:app': '2' } }).read('x:app')).toEqual(['1', '2']);
  });
});

describe('withUnknown', () => {
  it('hides what was known of some keys', () => {
    const { read } = withUnknown(createContext({ known: { 'x:a': '1', 'x:b': '2' } }), (key) =>
      ['x:a', 'x:c'].includes(key),
    );
    expect(['x:a', 'x:b', 'x:c', 'x:d'].map(read)).toEqual(['unknown', ['2'], 'unknown', 'absent']);
  });
});

describe('mergeKeys', () => {
  it('keeps each name once, in the order first met', () => {
    expect(mergeKeys([['x:B', 'x:a'], undefined, ['x:b', 'x:c']])).toEqual(['x:B', 'x:a', 'x:c']);
  });

  it('insists on names', () => {
    expect(() => mergeKeys([['']])).toThrow('a context key has a name');
  });
});
