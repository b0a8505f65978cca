/** How YAML must write a text. */
export type ScalarStyle = 'plain' | 'single' | 'double';

/** Plain texts of these forms would be read as something else than a text. */
const NOT_A_TEXT: readonly RegExp[] = [
  /^(true|True|TRUE|false|False|FALSE)$/,
  /^[-+]?[0-9][0-9_]*\.[0-9_]*([eE][-+]?[0-9]+)?$/,
  /^[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+$/,
  /^[-+]?\.[0-9_]+([eE][-+][0-9]+)?$/,
  /^[-+]?\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$/,
  /^[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+)$|^([-+]|[0-9])[0-9_]*[0-9][0-9_]*$|^[0-9]$/,
  /^(<<|=|~|null|Null|NULL|)$/,
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?$/,
];

export const BREAK = /[\n\u2028\u2029]/;
/** Characters that only double quotes can carry, by an escape. */
const SPECIAL = /[^\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]|\ufeff/u;
const INDICATOR_FIRST = /^[#,[\]{}&*!|>'"%@`]|^[?:-](\s|$)|^---|^\.\.\./;
const INDICATOR_WITHIN = /:(\s|$)|\s#/;

/** @param isKey a key stands on one line. */
export function scalarStyle(text: string, isKey: boolean): ScalarStyle {
  const multiline = BREAK.test(text);
  if (SPECIAL.test(text) || / [\n\u2028\u2029]/.test(text)) return 'double';
  const padded = /^[ \n\u2028\u2029]|[ \n\u2028\u2029]$/.test(text);
  const indicates = INDICATOR_FIRST.test(text) || INDICATOR_WITHIN.test(text);
  const readsAsText = !NOT_A_TEXT.some((form) => form.test(text));
  if (readsAsText && !multiline && !padded && !indicates) return 'plain';
  if (/[\n\u2028\u2029] /.test(text) || (multiline && isKey)) return 'double';
  return 'single';
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\0': '0',
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\x1b': 'e',
  '"': '"',
  '\\': '\\',
  '\u0085': 'N',
  '\u00a0': '_',
  '\u2028': 'L',
  '\u2029': 'P',
};

/** A character as double quotes show it. */
export function doubleQuotedForm(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined && character !== '\u00a0') return `\\${short}`;
  if (/^[\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]$/u.test(character) && character !== '\ufeff') return character;
  const code = character.codePointAt(0) as number;
  if (code <= 0xff) return `\\x${hex(code, 2)}`;
  return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, '0');
}
