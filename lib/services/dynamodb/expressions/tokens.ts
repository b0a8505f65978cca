/** A piece of an expression, with where it stands. */
export interface Token {
  readonly kind: 'word' | 'name' | 'value' | 'number' | 'mark' | 'end';
  readonly text: string;
  readonly at: number;
}

const TOKEN = /\s*(?:(#\w+)|(:[\w]+)|([A-Za-z_]\w*)|(\d+)|(<>|<=|>=|[=<>()[\],.+-]))/y;

/** Cuts an expression into tokens; answers the character nobody understands where there is one. */
export function tokenize(text: string): readonly Token[] | { readonly strange: string; readonly at: number } {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (;;) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      const rest = text.slice(from);
      const strange = rest.trimStart();
      const at = from + rest.length - strange.length;
      if (strange === '') return [...tokens, { kind: 'end', text: '<EOF>', at }];
      return { strange: strange.charAt(0), at };
    }
    const [whole, name, value, word, number, mark] = match;
    const kind = name ? 'name' : value ? 'value' : word ? 'word' : number ? 'number' : 'mark';
    const content = (name ?? value ?? word ?? number ?? mark) as string;
    tokens.push({ kind, text: content, at: from + whole.length - content.length });
  }
}
