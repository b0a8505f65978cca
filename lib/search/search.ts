import MiniSearch from 'minisearch';

/** Something that can be found: a row of the playbook, a concept, a lab, a place. */
export interface Findable {
  readonly id: string;
  /** `error`, `concept`, `lab`: the word beside it. */
  readonly kind: string;
  readonly title: string;
  /** Other words for it. */
  readonly also: string;
  readonly text: string;
  readonly href: string;
}

export interface Found extends Pick<Findable, 'id' | 'kind' | 'title' | 'href'> {
  readonly short: string;
}

const SHORT = 140;

/** Splits at what is neither letter nor digit, and CamelCase as well: `Disabled` finds DisabledException. */
function words(text: string): string[] {
  const plain = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return plain.flatMap((word) => {
    const parts = word.split(/(?<=[a-z\d])(?=[A-Z])/);
    return parts.length > 1 ? [word, ...parts] : [word];
  });
}

/** One and the same for whoever writes the index and whoever reads it. */
const OPTIONS = {
  fields: ['title', 'also', 'text'],
  storeFields: ['kind', 'title', 'href', 'short'],
  tokenize: words,
};

/** @returns the index as text, to be loaded by `openSearch`. */
export function writeSearch(all: readonly Findable[]): string {
  const index = new MiniSearch(OPTIONS);
  index.addAll(all.map((one) => ({ ...one, short: shortOf(one.text) })));
  return JSON.stringify(index);
}

function shortOf(text: string): string {
  const plain = text.replaceAll(/[*`]/g, '').replaceAll(/\s+/g, ' ').trim();
  return plain.length > SHORT ? `${plain.slice(0, plain.lastIndexOf(' ', SHORT))} …` : plain;
}

export type Search = (query: string) => readonly Found[];

export function openSearch(text: string): Search {
  const index = MiniSearch.loadJSON(text, OPTIONS);
  return (query) =>
    index
      .search(query, {
        prefix: true,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
        boost: { title: 4, also: 2 },
        combineWith: 'AND',
      })
      .map(({ id, kind, title, href, short }) => ({ id, kind, title, href, short }));
}
