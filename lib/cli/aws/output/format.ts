import { generalError } from '../errors';
import { joined, once, type Page } from '../pages';
import type { Pagination } from '../pagination';
import type { Query } from '../query';
import { jsonText } from './json';
import { tableText } from './table';
import { textLines } from './text';
import { isMapping } from './values';
import { yamlText } from './yaml';

export const OUTPUT_FORMATS = ['json', 'text', 'table', 'yaml', 'yaml-stream'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** @throws CliError where the format comes from a variable or a file and does not exist. */
export function outputFormat(name: string): OutputFormat {
  const format = OUTPUT_FORMATS.find((one) => one === name);
  if (!format) throw generalError(`Unknown output type: ${name}`);
  return format;
}

/** What is printed of one answer. An empty answer prints nothing. */
export function answerText(operation: string, answer: unknown, format: OutputFormat, query?: Query): string {
  const value = query ? query.ask(answer) : answer;
  if (isMapping(value) && Object.keys(value).length === 0) return '';
  switch (format) {
    case 'json':
      return `${jsonText(value)}\n`;
    case 'text':
      return textLines(value);
    case 'table':
      return tableText(operation, value);
    case 'yaml':
      return yamlText(value);
    case 'yaml-stream':
      return yamlText([value]);
  }
}

/** What is printed of an answer in pages: text and yaml-stream go page by page, the others join them. */
export function pagesText(
  operation: string,
  pagination: Pagination,
  all: readonly Page[],
  format: OutputFormat,
  query?: Query,
): string {
  if (format === 'yaml-stream') {
    return all.map(({ answer }) => answerText(operation, answer, format, query)).join('');
  }
  if (format !== 'text') return answerText(operation, joined(pagination, all), format, query);
  const lines = all.map(({ answer }, at) => {
    const results = pagination.results.map((name) => [name, answer[name] ?? null] as const);
    const page = { ...(at === 0 ? once(pagination, answer) : {}), ...Object.fromEntries(results) };
    return textLines(query ? query.ask(page) : page);
  });
  const token = all[all.length - 1]?.resumeToken;
  if (token !== undefined) {
    const next = { NextToken: { NextToken: token } };
    lines.push(textLines(query ? query.ask(next) : next));
  }
  return lines.join('');
}
