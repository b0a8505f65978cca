import { pythonStr } from '../python';
import { Section } from './table-section';
import { byCodePoint, isMapping } from './values';
import { columnsOf } from './width';

/** Wider tables turn sections of one row on their side. */
const TERMINAL_COLUMNS = 80;

/** A drawn table with a section for each mapping or list; nothing where there is nothing to show. */
export function tableText(title: string, value: unknown): string {
  const sections: Section[] = [];
  if (!build(sections, title, value, 0)) return '';
  return drawn(sections);
}

function build(sections: Section[], title: string | undefined, value: unknown, indent: number): boolean {
  if (isEmpty(value)) return false;
  if (title !== undefined) sections.push(new Section(title, indent));
  if (Array.isArray(value)) buildList(sections, title, value, indent);
  else if (isMapping(value)) buildMapping(sections, value, indent);
  return true;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (isMapping(value)) return Object.keys(value).length === 0;
  return Number(value) === 0 && typeof value !== 'string';
}

function buildMapping(sections: Section[], mapping: Readonly<Record<string, unknown>>, indent: number): void {
  const section = sections[sections.length - 1] as Section;
  const { scalars, nested } = parted([mapping]);
  if (scalars.length === 1) section.add([scalars[0] as string, cell(mapping[scalars[0] as string])]);
  else if (scalars.length > 1) {
    section.head(scalars);
    section.add(scalars.map((key) => cell(mapping[key])));
  }
  for (const key of nested) build(sections, key, mapping[key], indent + 1);
}

function buildList(
  sections: Section[],
  title: string | undefined,
  items: readonly unknown[],
  indent: number,
): void {
  if (isMapping(items[0])) {
    buildRows(sections, title, items.filter(isMapping), indent);
    return;
  }
  for (const item of items) {
    const section = sections[sections.length - 1] as Section;
    if (!Array.isArray(item) && !isMapping(item)) section.add([cell(item)]);
    else if (Array.isArray(item) && item.every(isScalar)) section.add(item.map(cell));
    // As the CLI does: a mapping after a scalar counts as the list of its keys.
    else if (isMapping(item)) section.add(Object.keys(item));
    else build(sections, undefined, item, 0);
  }
}

function buildRows(
  sections: Section[],
  title: string | undefined,
  rows: readonly Readonly<Record<string, unknown>>[],
  indent: number,
): void {
  const { scalars, nested } = parted(rows);
  (sections[sections.length - 1] as Section).head(scalars);
  rows.forEach((row, at) => {
    if (at > 0 && nested.length > 0) {
      sections.push(new Section(title ?? '', indent));
      (sections[sections.length - 1] as Section).head(scalars);
    }
    (sections[sections.length - 1] as Section).add(
      scalars.map((key) => (Object.hasOwn(row, key) ? cell(row[key]) : '')),
    );
    for (const key of nested) if (Object.hasOwn(row, key)) build(sections, key, row[key], indent + 1);
  });
}

/** Keys whose values are scalars, and keys whose values are not, over all rows. */
function parted(rows: readonly Readonly<Record<string, unknown>>[]) {
  const scalars = new Set<string>();
  const nested = new Set<string>();
  for (const row of rows)
    for (const key of Object.keys(row)) (isScalar(row[key]) ? scalars : nested).add(key);
  return { scalars: [...scalars].sort(byCodePoint), nested: [...nested].sort(byCodePoint) };
}

function isScalar(value: unknown): boolean {
  return !Array.isArray(value) && !isMapping(value);
}

function cell(value: unknown): string {
  return pythonStr(value);
}

function drawn(sections: readonly Section[]): string {
  let shown = sections;
  let width = widest(shown);
  if (width > TERMINAL_COLUMNS) {
    shown = sections.map((section) => section.turned());
    width = widest(shown);
  }
  return `${'-'.repeat(width)}\n${shown.map((section) => drawSection(section, width)).join('')}`;
}

function widest(sections: readonly Section[]): number {
  return Math.max(...sections.map((section) => section.width()));
}

function drawSection(section: Section, outer: number): string {
  const width = outer - 2 * section.indent;
  const lines: string[] = [];
  if (section.title !== '') {
    lines.push(centred(section.title, width, '|'));
    if (section.isBare) lines.push(`+${'-'.repeat(width - 2)}+`);
  }
  const widths = section.columnWidths(width);
  const rule = widths.map((columns, at) =>
    at === 0 ? `+${'-'.repeat(columns - 2)}+` : `${'-'.repeat(columns - 1)}+`,
  );
  if (section.headers.length > 0) {
    lines.push(
      rule.join(''),
      widths.map((columns, at) => centred(section.headers[at] ?? '', columns, edge(at))).join(''),
    );
  }
  if (section.rows.length > 0 && widths.length > 0) {
    lines.push(rule.join(''));
    for (const row of section.rows) {
      lines.push(widths.map((columns, at) => leftAligned(row[at] ?? '', columns, edge(at))).join(''));
    }
    lines.push(rule.join(''));
  }
  const bars = '|'.repeat(section.indent);
  return lines.map((line) => `${bars}${line}${bars}\n`).join('');
}

function edge(column: number): string {
  return column === 0 ? '|' : '';
}

function centred(text: string, width: number, left: string): string {
  const columns = columnsOf(text);
  const before = Math.floor(width / 2) - Math.floor(columns / 2) - 1;
  const start = left + ' '.repeat(Math.max(0, before));
  const after = width - 1 - (left.length + before + columns);
  return `${start}${text}${' '.repeat(Math.max(0, after))}|`;
}

function leftAligned(text: string, width: number, left: string): string {
  const columns = columnsOf(text);
  const padding = width - (columns + 2 + left.length + 1) >= 0 ? 2 : 0;
  const used = left.length + padding + columns;
  return `${left}${' '.repeat(padding)}${text}${' '.repeat(Math.max(0, width - used - 1))}|`;
}
