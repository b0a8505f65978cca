/** The command that is being typed where the cursor stands. */
export interface TypedCommand {
  /** Words before the one being typed, without quotes. */
  readonly words: readonly string[];
  /** The word being typed, as far as the cursor; empty after a blank. */
  readonly word: string;
  /** Where that word begins in the line. */
  readonly start: number;
}

/** Takes the command under the cursor out of a line: what stands after the last `|`, `;`, `&`, `(` or line end. */
export function typedCommand(line: string, cursor: number): TypedCommand {
  let words: string[] = [];
  let word = '';
  let start = 0;
  let inWord = false;
  let quote = '';
  const begin = (at: number) => {
    if (!inWord) start = at;
    inWord = true;
  };
  for (let at = 0; at < cursor; at++) {
    const character = line[at] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
      else word += character;
    } else if (character === '"' || character === "'") {
      begin(at);
      quote = character;
    } else if (character === '\\' && line[at + 1] === '\n') at += 1;
    else if (/[|;&(\n`]/.test(character)) {
      words = [];
      word = '';
      inWord = false;
    } else if (/\s/.test(character)) {
      if (inWord) words.push(word);
      word = '';
      inWord = false;
    } else {
      begin(at);
      if (character === '\\' && at + 1 < cursor) at += 1;
      word += line[at];
    }
  }
  return { words: withoutAssignments(words), word, start: inWord ? start : cursor };
}

/** `NAME=value command`: the command comes after its variables. */
function withoutAssignments(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
  return first < 0 ? [] : words.slice(first);
}
