/** A safe tree: nothing in it can become anything but text and the few elements named here. */
export type MarkdownBlock =
  | { readonly kind: 'paragraph'; readonly spans: readonly MarkdownSpan[] }
  | { readonly kind: 'heading'; readonly spans: readonly MarkdownSpan[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly MarkdownSpan[])[] }
  | { readonly kind: 'code'; readonly text: string };

export type MarkdownSpan =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly spans: readonly MarkdownSpan[] }
  | { readonly kind: 'emphasis'; readonly spans: readonly MarkdownSpan[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly spans: readonly MarkdownSpan[] };

const LIST_ITEM = /^(?:[-*]|\d{1,3}\.)\s+(.*)$/;
const FENCE = /^```/;

export function parseMarkdown(source: string): readonly MarkdownBlock[] {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const blocks: MarkdownBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const { block, next } = readBlock(lines, at);
    if (block) blocks.push(block);
    at = next;
  }
  return blocks;
}

function readBlock(lines: readonly string[], at: number): { block?: MarkdownBlock; next: number } {
  const line = lines[at]?.trim() ?? '';
  if (line === '') return { next: at + 1 };
  if (FENCE.test(line)) return readFence(lines, at);
  const heading = /^#{1,6}\s+(.*)$/.exec(line);
  if (heading) return { block: { kind: 'heading', spans: parseSpans(heading[1] ?? '') }, next: at + 1 };
  if (LIST_ITEM.test(line)) return readList(lines, at);
  return readParagraph(lines, at);
}

function readFence(lines: readonly string[], at: number): { block: MarkdownBlock; next: number } {
  let end = at + 1;
  while (end < lines.length && !FENCE.test(lines[end]?.trim() ?? '')) end += 1;
  return { block: { kind: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

/** An indented line goes on with the item before it. */
function readList(lines: readonly string[], at: number): { block: MarkdownBlock; next: number } {
  const ordered = /^\d/.test(lines[at]?.trim() ?? '');
  const items: string[] = [];
  let next = at;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    const item = LIST_ITEM.exec(line.trim());
    if (item && ordered !== /^\d/.test(line.trim())) break;
    if (item) items.push(item[1] ?? '');
    else if (line.trim() !== '' && /^\s/.test(line)) items[items.length - 1] += ` ${line.trim()}`;
    else break;
  }
  return { block: { kind: 'list', ordered, items: items.map(parseSpans) }, next };
}

function readParagraph(lines: readonly string[], at: number): { block: MarkdownBlock; next: number } {
  let next = at;
  const words: string[] = [];
  for (; next < lines.length; next += 1) {
    const line = lines[next]?.trim() ?? '';
    if (line === '' || FENCE.test(line) || (next > at && LIST_ITEM.test(line))) break;
    words.push(line);
  }
  return { block: { kind: 'paragraph', spans: parseSpans(words.join(' ')) }, next };
}

// Code first: what stands in backticks is never read as anything else.
const SPAN = /`([^`]+)`|\*\*(.+?)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\(([^)\s]+)\)/;

export function parseSpans(text: string): readonly MarkdownSpan[] {
  const found = SPAN.exec(text);
  if (!found) return text === '' ? [] : [{ kind: 'text', text }];
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  return [...parseSpans(before), spanOf(found), ...parseSpans(after)];
}

function spanOf([whole, code, strong, emphasis, label, href]: RegExpExecArray): MarkdownSpan {
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', spans: parseSpans(strong) };
  if (emphasis !== undefined) return { kind: 'emphasis', spans: parseSpans(emphasis) };
  if (label !== undefined && href !== undefined && isInternal(href)) {
    return { kind: 'link', href, spans: parseSpans(label) };
  }
  return { kind: 'text', text: label ?? whole };
}

/** A place in this product: `/labs/...` or `#part`. Two slashes would leave it. */
function isInternal(href: string): boolean {
  return /^(\/(?![/\\])|#)/.test(href);
}
