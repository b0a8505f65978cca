import { describe, expect, it } from 'vitest';
import { renamePrincipal } from './rename-principal';

const ANA = 'arn:aws:iam::111122223333:user/ana';
const rename = (text: string) => renamePrincipal(text, ANA, 'AIDAANA');

describe('renaming a principal of a policy', () => {
  it.each([
    ['alone', `{"Principal": {"AWS": "${ANA}"}}`, '{"Principal": {"AWS": "AIDAANA"}}'],
    ['in a list', `{"Principal":{"AWS":["${ANA}","*"]}}`, '{"Principal":{"AWS":["AIDAANA","*"]}}'],
    ['excepted', `{"NotPrincipal" : { "AWS" : "${ANA}" } }`, '{"NotPrincipal" : { "AWS" : "AIDAANA" } }'],
  ])('finds it %s, and leaves the text around it as it is', (_, text, expected) => {
    expect(rename(text)).toBe(expected);
  });

  it('finds it in every statement', () => {
    const statement = `{"Principal":{"AWS":"${ANA}"}}`;
    expect(rename(`[${statement},${statement}]`)).toBe(
      '[{"Principal":{"AWS":"AIDAANA"}},{"Principal":{"AWS":"AIDAANA"}}]',
    );
  });

  it.each([
    `{"Principal":"*","Condition":{"ArnEquals":{"aws:PrincipalArn":"${ANA}"}}}`,
    `{"Sid":"Principal","Resource":"${ANA}"}`,
    `{"Principal":{"AWS":"${ANA}2"}}`,
  ])('leaves alone what only looks like it: %s', (text) => {
    expect(rename(text)).toBe(text);
  });
});
