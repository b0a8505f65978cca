import { bytesToUtf8, decodeBase64, encodeBase64, isObject, utf8ToBytes } from '../../base';
import { generalError } from './errors';
import type { Pagination } from './pagination';

export interface PageWishes {
  readonly maxItems?: number | undefined;
  readonly startingToken?: string | undefined;
}

type Members = Readonly<Record<string, unknown>>;
type Tokens = Record<string, unknown>;

/** One page, cut to what was wished for. The last one carries the token to go on with, if any is left. */
export interface Page {
  readonly answer: Members;
  readonly resumeToken?: string | undefined;
}

/**
 * Asks for page after page. `ask` takes the members that differ from the first request (undefined takes
 * one away) and answers in the form that is shown.
 */
export async function* pages(
  pagination: Pagination,
  wishes: PageWishes,
  ask: (tokens: Tokens) => Promise<Members>,
): AsyncGenerator<Page> {
  const turner = new PageTurner(pagination, wishes);
  while (!turner.ended) yield turner.turn(await ask(turner.asked));
}

class PageTurner {
  /** Members that the next request differs in. */
  asked: Tokens = {};
  ended = false;
  private tokens: Tokens;
  private previous: Tokens | undefined;
  private skip = 0;
  private first: boolean;
  private total = 0;

  private readonly pagination: Pagination;
  private readonly wishes: PageWishes;

  constructor(pagination: Pagination, wishes: PageWishes) {
    this.pagination = pagination;
    this.wishes = wishes;
    const text = wishes.startingToken;
    const start = text === undefined ? undefined : readToken(pagination, text);
    this.tokens = Object.fromEntries(pagination.tokens.map(([input]) => [input, null]));
    this.first = start !== undefined;
    if (!start) return;
    this.tokens = start.tokens;
    this.asked = start.tokens;
    this.skip = start.skip;
  }

  turn(whole: Members): Page {
    const page = this.first ? skipped(whole, this.pagination, this.skip) : whole;
    if (!this.first) this.skip = 0;
    this.first = false;
    const { maxItems } = this.wishes;
    const items = lengthOf(page[this.pagination.results[0] as string]);
    this.total += items;
    if (maxItems !== undefined && this.total > maxItems)
      return this.cut(page, items - (this.total - maxItems));
    const next = nextTokens(this.pagination, page);
    this.ended = next === undefined;
    if (!next) return { answer: page };
    if (maxItems !== undefined && this.total === maxItems) {
      this.ended = true;
      return { answer: page, resumeToken: writeToken(next) };
    }
    if (this.previous && JSON.stringify(this.previous) === JSON.stringify(next)) {
      throw generalError(
        `Error during pagination: The same next token was received twice: ${shownTokens(next)}`,
      );
    }
    this.tokens = next;
    this.previous = next;
    this.asked = next;
    return { answer: page };
  }

  private cut(page: Members, kept: number): Page {
    this.ended = true;
    const main = this.pagination.results[0] as string;
    const resumeToken = writeToken({ ...this.tokens, boto_truncate_amount: kept + this.skip });
    return { answer: { ...page, [main]: slice(page[main], 0, kept) }, resumeToken };
  }
}

/** All pages as one answer. */
export function joined(pagination: Pagination, all: readonly Page[]): Members {
  const whole: Record<string, unknown> = {};
  for (const { answer } of all) {
    for (const name of pagination.results) {
      const value = answer[name];
      if (value === undefined || value === null) continue;
      whole[name] = whole[name] === undefined ? value : appended(whole[name], value);
    }
  }
  Object.assign(whole, once(pagination, all[0]?.answer));
  const token = all[all.length - 1]?.resumeToken;
  if (token !== undefined) whole.NextToken = token;
  return whole;
}

/** The members that are not joined, from the first page. */
export function once(pagination: Pagination, first: Members | undefined): Members {
  return Object.fromEntries((pagination.once ?? []).map((name) => [name, first?.[name] ?? null]));
}

function appended(soFar: unknown, value: unknown): unknown {
  if (Array.isArray(soFar)) return [...soFar, ...(value as readonly unknown[])];
  return typeof soFar === 'number' ? soFar + Number(value) : `${soFar}${value}`;
}

/** The part of the first page that an earlier command has not shown yet. */
function skipped(page: Members, pagination: Pagination, skip: number): Members {
  const cut: Record<string, unknown> = { ...page };
  pagination.results.forEach((name, at) => {
    const value = page[name];
    if (at === 0) cut[name] = slice(value, skip);
    else cut[name] = Array.isArray(value) ? [] : typeof value === 'number' ? 0 : null;
  });
  return cut;
}

function slice(value: unknown, from: number, to?: number): unknown {
  return Array.isArray(value) ? value.slice(from, to) : value === undefined ? [] : null;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function nextTokens(pagination: Pagination, page: Members): Tokens | undefined {
  if (pagination.more && !page[pagination.more]) return undefined;
  const tokens = pagination.tokens.map(([input, output]) => [input, filled(page[output])] as const);
  return tokens.every(([, token]) => token === null) ? undefined : Object.fromEntries(tokens);
}

function filled(token: unknown): unknown {
  if (token === undefined || token === '' || token === false) return null;
  return isObject(token) && Object.keys(token).length === 0 ? null : token;
}

function writeToken(tokens: Tokens): string {
  return encodeBase64(utf8ToBytes(pythonJson(tokens)));
}

/** As Python's `json.dumps` writes it: a blank after each comma and colon, ASCII alone. */
function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  if (!isObject(value)) return ascii(JSON.stringify(value));
  return `{${Object.entries(value)
    .map(([key, item]) => `${ascii(JSON.stringify(key))}: ${pythonJson(item)}`)
    .join(', ')}}`;
}

function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

interface Start {
  readonly tokens: Tokens;
  readonly skip: number;
}

function readToken(pagination: Pagination, text: string): Start {
  const decoded = decodedToken(text);
  if (!decoded) return oldToken(pagination, text);
  const { boto_truncate_amount: skip, ...tokens } = decoded;
  return { tokens, skip: typeof skip === 'number' ? skip : 0 };
}

function decodedToken(text: string): Record<string, unknown> | undefined {
  const bytes = decodeBase64(text);
  const json = bytes && bytesToUtf8(bytes);
  try {
    const value: unknown = json === undefined ? undefined : JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Tokens of older CLIs, `marker___3`, and the service's own. */
function oldToken(pagination: Pagination, text: string): Start {
  let parts = text.split('___');
  let skip = 0;
  if (parts.length === pagination.tokens.length + 1) {
    const last = parts[parts.length - 1] as string;
    if (/^\d+$/.test(last)) {
      skip = Number(last);
      parts = parts.slice(0, -1);
    } else parts = [text];
  }
  if (parts.length > pagination.tokens.length) throw generalError(`Bad starting token: ${text}`);
  const tokens = pagination.tokens.map(([input], at) => {
    const part = parts[at];
    return [input, part === undefined || part === 'None' ? null : part] as const;
  });
  return { tokens: Object.fromEntries(tokens), skip };
}

function shownTokens(tokens: Tokens): string {
  return pythonJson(tokens).replaceAll('"', "'");
}
