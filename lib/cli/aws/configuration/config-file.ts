import { generalError } from '../errors';

/** `name = value` pairs of a section; a value may itself be a section of indented pairs. */
export type Section = ReadonlyMap<string, string | ReadonlyMap<string, string>>;

const HEADER = /^\[(.*)\]\s*$/;

/**
 * Reads an AWS configuration file.
 * @throws CliError where it is no such file.
 */
export function parseConfigFile(text: string, path: string): ReadonlyMap<string, Section> {
  const sections = new Map<string, Map<string, string | Map<string, string>>>();
  let section: Map<string, string | Map<string, string>> | undefined;
  let nested: Map<string, string> | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    const header = HEADER.exec(line)?.[1]?.trim();
    if (header !== undefined) {
      section = sections.get(header) ?? new Map();
      sections.set(header, section);
      nested = undefined;
      continue;
    }
    const pair = /^(\s*)([^=:]+?)\s*[=:]\s*(.*?)\s*$/.exec(line);
    if (!section || !pair) throw generalError(`Unable to parse config file: ${path}`);
    const [, blanks, name, value] = pair as unknown as [string, string, string, string];
    if (blanks !== '' && nested) nested.set(name, value);
    else {
      nested = value === '' ? new Map() : undefined;
      section.set(name.toLowerCase(), nested ?? value);
    }
  }
  return sections;
}

/** Writes one value into a file's text and leaves the rest of it as it is. */
export function withValue(text: string, section: string, name: string, value: string): string {
  const { lines, start, end } = opened(text, section);
  const at = lines.findIndex((line, i) => i > start && i < end && keyOf(line) === name);
  if (at >= 0) lines[at] = `${name} = ${value}`;
  else lines.splice(lastFilled(lines, start, end) + 1, 0, `${name} = ${value}`);
  return closed(lines);
}

/** Writes `name = value` below `parent =` in a section. */
export function withNestedValue(
  text: string,
  section: string,
  parent: string,
  name: string,
  value: string,
): string {
  const { lines, start, end } = opened(text, section);
  const at = lines.findIndex((line, i) => i > start && i < end && keyOf(line) === parent);
  const entry = `    ${name} = ${value}`;
  if (at < 0) lines.splice(lastFilled(lines, start, end) + 1, 0, `${parent} =`, entry);
  else {
    let last = at;
    while (/^\s+\S/.test(lines[last + 1] ?? '')) last += 1;
    const own = lines.findIndex((line, i) => i > at && i <= last && keyOf(line) === name);
    if (own >= 0) lines[own] = entry;
    else lines.splice(last + 1, 0, entry);
  }
  return closed(lines);
}

/** The lines of a file that has the section, and where in it the section stands. */
function opened(text: string, section: string): { lines: string[]; start: number; end: number } {
  const isStart = (line: string) => HEADER.exec(line)?.[1]?.trim() === section;
  let lines = text === '' ? [] : text.split('\n');
  if (!lines.some(isStart)) lines = appended(text, `[${section}]\n`).split('\n');
  const start = lines.findIndex(isStart);
  const length = lines.slice(start + 1).findIndex((line) => HEADER.test(line));
  return { lines, start, end: length < 0 ? lines.length : start + 1 + length };
}

function closed(lines: readonly string[]): string {
  const whole = lines.join('\n');
  return whole.endsWith('\n') ? whole : `${whole}\n`;
}

function appended(text: string, block: string): string {
  return text === '' || text.endsWith('\n') ? text + block : `${text}\n${block}`;
}

function keyOf(line: string): string | undefined {
  return /^\s*([^=:[#;]+?)\s*[=:]/.exec(line)?.[1];
}

/** The last line of a section that is not blank. */
function lastFilled(lines: readonly string[], start: number, end: number): number {
  let last = end - 1;
  while (last > start && (lines[last] ?? '').trim() === '') last -= 1;
  return last;
}
