export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-5, 0],
  PageDown: [5, 0],
};

/** Where a key leads in a table of so many rows and columns; nowhere beyond its edges, and undefined for other keys. */
export function movedInGrid(
  key: string,
  isControl: boolean,
  { row, column }: GridPlace,
  rows: number,
  columns: number,
): GridPlace | undefined {
  if (key === 'Home') return { row: isControl ? 0 : row, column: 0 };
  if (key === 'End') return { row: isControl ? rows - 1 : row, column: columns - 1 };
  const step = STEPS[key];
  if (!step) return undefined;
  const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);
  return { row: within(row + step[0], rows), column: within(column + step[1], columns) };
}
