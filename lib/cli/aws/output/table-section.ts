import { needs } from '../../../base';
import { generalError } from '../errors';
import { columnsOf } from './width';

/** One part of a table: a title, column titles and rows of as many cells. */
export class Section {
  headers: readonly string[] = [];
  readonly rows: (readonly string[])[] = [];
  private widths: number[] = [];
  private cells: number | undefined;

  readonly title: string;
  readonly indent: number;

  constructor(title: string, indent: number) {
    this.title = title;
    this.indent = indent;
  }

  get isBare(): boolean {
    return this.headers.length === 0 && this.rows.length === 0;
  }

  head(headers: readonly string[]): void {
    this.cells ??= headers.length;
    this.headers = headers;
    this.widen(headers);
  }

  /** @throws CliError where the row has another number of cells than the one before. */
  add(row: readonly string[]): void {
    this.cells ??= row.length;
    if (row.length !== this.cells) {
      throw generalError(`Row should have ${this.cells} elements, instead it has ${row.length}`);
    }
    this.rows.push(row);
    this.widen(row);
  }

  /** Its columns as wide as they need to be, with edges and indentation. */
  width(): number {
    const cells = this.widths.reduce((sum, columns) => sum + columns + 4, 0);
    return 2 * this.indent + 2 + Math.max(columnsOf(this.title), cells);
  }

  /** A section of one row becomes one of two columns: title and value. */
  turned(): Section {
    const row = this.rows[0];
    if (this.rows.length !== 1 || this.headers.length === 0 || !row) return this;
    const section = new Section(this.title, this.indent);
    this.headers.forEach((header, at) => {
      section.add([header, row[at] ?? '']);
    });
    return section;
  }

  /** The columns stretched so that together they fill the width. */
  columnWidths(width: number): readonly number[] {
    const needed = this.widths.map((columns) => columns + 4);
    if (needed.length === 0) return needed;
    const scale = width / needed.reduce((sum, columns) => sum + columns, 0);
    const scaled = needed.map((columns) => roundHalfEven(scale * columns));
    let surplus = scaled.reduce((sum, columns) => sum + columns, 0) - width;
    needs(Number.isFinite(surplus), 'columns have widths');
    while (surplus !== 0) {
      const order = scaled.map((_, at) => (surplus < 0 ? scaled.length - 1 - at : at));
      for (const at of order) {
        if (surplus === 0) break;
        const step = surplus > 0 ? -1 : 1;
        scaled[at] = (scaled[at] as number) + step;
        surplus += step;
      }
    }
    return scaled;
  }

  private widen(cells: readonly string[]): void {
    cells.forEach((cell, at) => {
      this.widths[at] = Math.max(this.widths[at] ?? 0, columnsOf(cell));
    });
  }
}

/** Python's `round`. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
