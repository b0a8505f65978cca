import type { Concept } from './schema/concept';

/** A concept on the map: in a column to the right of all it builds on. */
interface PlacedConcept {
  readonly id: string;
  readonly title: string;
  readonly column: number;
  readonly row: number;
}

export interface ConceptMap {
  readonly columns: number;
  readonly rows: number;
  readonly placed: readonly PlacedConcept[];
  /** Ids: what is built on, and what builds on it. */
  readonly lines: readonly (readonly [from: string, to: string])[];
}

/** Concepts that build on others or are built on; what stands alone is not drawn. */
export function conceptMap(concepts: readonly Pick<Concept, 'id' | 'title' | 'needs'>[]): ConceptMap {
  const lines = concepts.flatMap(({ id, needs }) => needs.map((need) => [need, id] as const));
  const joined = concepts.filter(({ id }) => lines.some((line) => line.includes(id)));
  const columnOf = columnsOf(joined);
  const columns = Math.max(0, ...joined.map(({ id }) => (columnOf.get(id) ?? 0) + 1));
  const rowOf = new Map<string, number>();
  const placed: PlacedConcept[] = [];
  for (let column = 0; column < columns; column++) {
    const here = joined.filter(({ id }) => columnOf.get(id) === column);
    // Near what it builds on, so that lines stay short.
    const middle = ({ needs }: (typeof here)[number]) =>
      needs.reduce((sum, need) => sum + (rowOf.get(need) ?? 0), 0) / Math.max(1, needs.length);
    here
      .sort((a, b) => middle(a) - middle(b))
      .forEach(({ id, title }, row) => {
        rowOf.set(id, row);
        placed.push({ id, title, column, row });
      });
  }
  return { columns, rows: Math.max(0, ...placed.map(({ row }) => row + 1)), placed, lines };
}

/** The longest way to each concept. A circle (which a law refuses) ends where it is noticed. */
function columnsOf(concepts: readonly Pick<Concept, 'id' | 'needs'>[]): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  const depth = (id: string, path: readonly string[]): number => {
    const found = known.get(id);
    if (found !== undefined || path.includes(id)) return found ?? 0;
    const needs = concepts.find((one) => one.id === id)?.needs ?? [];
    const deep = needs.length === 0 ? 0 : 1 + Math.max(...needs.map((need) => depth(need, [...path, id])));
    known.set(id, deep);
    return deep;
  };
  for (const { id } of concepts) depth(id, []);
  return known;
}
