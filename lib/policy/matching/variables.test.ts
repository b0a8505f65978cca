// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { describe, expect, it } from 'vitest';
import { createContext } from './context';
import { expandPattern, expandText, isUnresolved, parseTemplate } from './variables';
import { compileWildcard } from './wildcard';

const context = createContext({
  known: { 'aws:username': 'alice', 'aws:PrincipalTag/team': 'r*d', 'x:list': ['a', 'b'], 'x:empty': '' },
  unknown: ['x:later'],
});

function expand(text: string, version: '2008-10-17' | '2012-10-17' = '2012-10-17') {
  return expandText(parseTemplate(text, version), context);
}

describe('policy variables (fact: authorization 5)', () => {
  it.each<[string, string]>([
    ['plain', 'plain'],
    ['', ''],
    ['${aws:username}', 'alice'],
    ['home/${aws:username}/x', 'home/alice/x'],
    ['${AWS:UserName}', 'alice'],
    ['${ aws:username }', 'alice'],
    ['${aws:username}${aws:PrincipalTag/team}', 'alicer*d'],
    ["${aws:PrincipalTag/none, 'all'}", 'all'],
    ["${aws:PrincipalTag/none,'all of it'}", 'all of it'],
    ["${aws:PrincipalTag/none, ''}", ''],
    ["${aws:PrincipalTag/none, 'all' }", 'all'],
    ["${aws:username, 'all'}", 'alice'],
    ['${x:empty}', ''],
    ['${*}${?}${$}', '*?$'],
    ['${aws:username', '${aws:username'],
    ['$aws:username}', '$aws:username}'],
    ['${}', '${}'],
    ["${aws:username, 'a", "${aws:username, 'a"],
  ])('fills in %s as %s', (text, expected) => {
    expect(expand(text)).toBe(expected);
  });

  it('is plain text in version 2008-10-17', () => {
    expect(expand('${aws:username}-${*}', '2008-10-17')).toBe('${aws:username}-${*}');
  });

  it.each([
    ['${aws:PrincipalTag/none}', { state: 'absent', key: 'aws:PrincipalTag/none' }],
    ['a${x:list}', { state: 'absent', key: 'x:list' }],
    ["${x:list, 'all'}", { state: 'absent', key: 'x:list' }],
    ['${x:later}', { state: 'unknown', key: 'x:later' }],
    ["${x:later, 'all'}", { state: 'unknown', key: 'x:later' }],
  ])('has no value for %s', (text, expected) => {
    expect(expand(text)).toEqual(expected);
    expect(expandPattern(parseTemplate(text, '2012-10-17'), context)).toEqual(expected);
  });

  it('takes wildcards of the policy as wildcards and those of a value as characters', () => {
    const test = (text: string, subject: string) => {
      const tokens = expandPattern(parseTemplate(text, '2012-10-17'), context);
      return !isUnresolved(tokens) && compileWildcard(tokens)(subject);
    };
    expect(test('${aws:PrincipalTag/team}-*', 'r*d-1')).toBe(true);
    expect(test('${aws:PrincipalTag/team}-*', 'red-1')).toBe(false);
    expect(test('*-${aws:username}', 'x-alice')).toBe(true);
    expect(test('a${*}', 'a*')).toBe(true);
    expect(test('a${*}', 'ab')).toBe(false);
    expect(test('a${?}', 'ab')).toBe(false);
  });

  it('knows which texts read no context', () => {
    const isConstant = (text: string) => parseTemplate(text, '2012-10-17').isConstant;
    expect(['a', '${*}', '${a:b}', "${a:b, 'c'}"].map(isConstant)).toEqual([true, true, false, false]);
  });
});
