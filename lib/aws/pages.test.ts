import { describe, expect, it } from 'vitest';
import { pagesOf } from './pages';
import { refuse } from './refusal';

const pageOf = pagesOf((token) => refuse('InvalidNextToken', `No list handed out ${token}.`));
const jars = ['fig', 'plum', 'quince', 'sloe', 'yuzu'];

describe('pages of a list', () => {
  it('follow each other by their tokens until nothing is left', () => {
    const pages = [pageOf(jars, undefined, 2), pageOf(jars, 'after/2', 2), pageOf(jars, 'after/4', 2)];
    expect(pages).toEqual([
      { items: ['fig', 'plum'], next: 'after/2' },
      { items: ['quince', 'sloe'], next: 'after/4' },
      { items: ['yuzu'], next: undefined },
    ]);
  });

  it('end with a full page where the list does', () => {
    expect(pageOf(jars, undefined, 5)).toEqual({ items: jars, next: undefined });
  });

  it.each(['', 'after/', 'after/-1', 'after/1e3', 'after/1234567', 'before/2'])(
    'are refused in the words of the service for the token "%s"',
    (token) => {
      expect(pageOf(jars, token, 2)).toEqual(refuse('InvalidNextToken', `No list handed out ${token}.`));
    },
  );
});
