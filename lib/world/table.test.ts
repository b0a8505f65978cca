import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Table, type TableDefinition } from './table';

interface Book {
  readonly isbn: string;
  readonly author: string;
  readonly subjects: readonly string[];
}

const books: TableDefinition<Book> = {
  name: 'books',
  id: (book) => book.isbn,
  indexes: {
    author: (book) => (book.author === '' ? undefined : book.author),
    subject: (book) => book.subjects,
  },
};

function book(isbn: string, author = 'Ada', ...subjects: string[]): Book {
  return { isbn, author, subjects };
}

function shelf(...all: Book[]): Table<Book> {
  const table = new Table(books);
  for (const one of all) table.replace(one.isbn, undefined, one);
  return table;
}

describe('a table', () => {
  it('lists ids in code unit order, however they came', () => {
    expect(shelf(book('b'), book('a'), book('Z'), book('é')).ids()).toEqual(['Z', 'a', 'b', 'é']);
  });

  it('files a record under each key of its indexes, and under none where there is no key', () => {
    const [one, two, three] = [book('1', 'Ada', 'x', 'y'), book('2', '', 'y'), book('3', 'Ada')];
    const table = shelf(three, two, one);
    expect(table.by('author', 'Ada')).toEqual([one, three]);
    expect(table.idsBy('subject', 'y')).toEqual(['1', '2']);
    expect(table.countBy('author', '')).toBe(0);
    expect(table.firstBy('author', 'Ada')).toBe(one);
    expect(table.firstBy('subject', 'none')).toBeUndefined();
  });

  it('finds the first record under a key that is as wanted, be there one, several or none', () => {
    const [one, two] = [book('1', 'Ada', 'x'), book('2', 'Ada', 'y')];
    const about = (subject: string) => (each: Book) => each.subjects.includes(subject);
    expect(shelf(one).firstBy('author', 'Ada', about('x'))).toBe(one);
    expect(shelf(one).firstBy('author', 'Ada', about('y'))).toBeUndefined();
    expect(shelf(two, one).firstBy('author', 'Ada', about('y'))).toBe(two);
    expect(shelf(two, one).firstBy('author', 'Ada', about('z'))).toBeUndefined();
    expect(shelf(one).firstBy('author', 'Bob', about('x'))).toBeUndefined();
  });

  it('files a record that names a key twice once', () => {
    const twice = book('1', 'Ada', 'x', 'x');
    const table = shelf(twice);
    expect([table.idsBy('subject', 'x'), table.countBy('subject', 'x')]).toEqual([['1'], 1]);
    table.replace('2', undefined, book('2', 'Ada', 'x'));
    table.replace('1', twice, undefined);
    expect(table.idsBy('subject', 'x')).toEqual(['2']);
  });

  it('moves a record between keys and forgets it with its last one', () => {
    const before = book('1', 'Ada', 'x');
    const after = book('1', 'Bob', 'x');
    const table = shelf(before);
    table.replace('1', before, after);
    expect([table.by('author', 'Ada'), table.by('author', 'Bob')]).toEqual([[], [after]]);
    table.replace('1', after, undefined);
    expect([table.size, table.by('author', 'Bob'), table.by('subject', 'x'), table.ids()]).toEqual([
      0,
      [],
      [],
      [],
    ]);
  });

  it('refuses to replace a record that is no longer there as it was', () => {
    const table = shelf(book('1'));
    expect(() => table.replace('1', book('1'), undefined)).toThrow('books 1 changed under a transaction');
  });

  it('says so when it is asked for an index it does not have', () => {
    expect(() => shelf().by('year', '1843')).toThrow('books has no index year');
  });

  it('answers as a plain list would after any sequence of writes', () => {
    const isbn = fc.constantFrom('1', '2', '3', '4');
    const word = fc.constantFrom('p', 'q', 'r');
    const write = fc.record({
      isbn,
      author: fc.constantFrom('', 'Ada', 'Bob'),
      subjects: fc.array(word, { maxLength: 4 }),
      gone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(write), (writes) => {
        const table = new Table(books);
        const twin = new Map<string, Book>();
        for (const { gone, ...one } of writes) {
          table.replace(one.isbn, twin.get(one.isbn), gone ? undefined : one);
          if (gone) twin.delete(one.isbn);
          else twin.set(one.isbn, one);
          const all = [...twin.values()].sort((a, b) => (a.isbn < b.isbn ? -1 : 1));
          expect(table.all()).toEqual(all);
          expectFiled(
            table,
            'author',
            'Ada',
            all.filter((each) => each.author === 'Ada'),
          );
          expectFiled(
            table,
            'subject',
            'q',
            all.filter((each) => each.subjects.includes('q')),
          );
        }
      }),
    );
  });
});

/** Every way of asking for what is filed under a key tells the same. */
function expectFiled(table: Table<Book>, index: string, key: string, expected: readonly Book[]): void {
  expect(table.by(index, key)).toEqual(expected);
  expect(table.idsBy(index, key)).toEqual(expected.map((each) => each.isbn));
  expect(table.countBy(index, key)).toBe(expected.length);
  expect(table.firstBy(index, key)).toBe(expected[0]);
}
