/**
 * Whether Enter may run the text, or a shell would ask for another line: an open quote, bracket,
 * here-document or block, or a line that ends in `\`, `|`, `&&` or `||`.
 * A guess from the surface; the shell itself has the last word.
 */
export function looksComplete(source: string): boolean {
  const code = withoutHereDocuments(source);
  if (code === undefined) return false;
  const bare = withoutQuotes(code);
  if (bare === undefined || /(\\|\||&&)[ \t]*$/.test(bare)) return false;
  return openBrackets(bare) <= 0 && openBlocks(bare) <= 0;
}

/** The text without the bodies of its here-documents; undefined while one has no end. */
function withoutHereDocuments(source: string): string | undefined {
  const kept: string[] = [];
  let end: string | undefined;
  for (const line of source.split('\n')) {
    if (end === undefined) {
      kept.push(line);
      end = /(?<!<)<<-?\s*(['"]?)([A-Za-z_]\w*)\1/.exec(line)?.[2];
    } else if (line.trim() === end) {
      end = undefined;
    }
  }
  return end === undefined ? kept.join('\n') : undefined;
}

/** What stands outside quotes and comments; undefined while a quote has no end. */
function withoutQuotes(code: string): string | undefined {
  // Single quotes keep the backslash; double quotes and bare text let it hide the next letter.
  const parts = /'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\[\s\S]|(?<=^|\s)#[^\n]*|['"]|[^'"\\#]+|[\\#]/gm;
  let bare = '';
  for (const [part] of code.matchAll(parts)) {
    if (part === '"' || part === "'") return undefined;
    const hidden = part.length > 1 && /^['"#\\]/.test(part);
    bare += hidden ? ' ' : part;
  }
  return bare;
}

function openBrackets(bare: string): number {
  // The lone `)` of a case pattern closes nothing.
  const text = bare.replace(/^\s*[^\s()]+\)/gm, ' ');
  return count(text, /[({]/g) - count(text, /[)}]/g);
}

const STARTS = '(?:^|[;&|(\\n]|\\b(?:do|then|else)\\b)\\s*';
const OPENERS = new RegExp(`${STARTS}(?:if|for|while|until|case|select)(?=\\s)`, 'g');
const CLOSERS = new RegExp(`${STARTS}(?:fi|done|esac)(?=[\\s;&|)]|$)`, 'g');

function openBlocks(bare: string): number {
  return count(bare, OPENERS) - count(bare, CLOSERS);
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
